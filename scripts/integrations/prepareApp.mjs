// Writes an app's files and installs what it needs, the packed library among it.
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { runCommand } from "../run-command.mjs";
import { readExample, readGuide } from "./readDocumentation.mjs";

/** Everything but node_modules is written anew, so that a run depends on nothing but this repository and the registry. */
function writeFiles(folder, files) {
  if (existsSync(folder))
    for (const name of readdirSync(folder))
      if (name !== "node_modules") rmSync(join(folder, name), { recursive: true, force: true });
  // What a development server of Vite remembers would spare it what the first visit of a reader meets.
  rmSync(join(folder, "node_modules/.vite"), { recursive: true, force: true });
  for (const [name, text] of Object.entries(files)) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
}

/** Resolves to true once the app is installed. What the registry gave before is reused. */
export function prepareApp(app, folder, tarball) {
  const manifest = {
    name: app.folder,
    private: true,
    type: "module",
    dependencies: { ...app.dependencies, polylogue: `file:${tarball}` },
    devDependencies: app.devDependencies,
  };
  writeFiles(folder, {
    ...app.files,
    ...(app.guide ? readGuide(app.guide) : {}),
    ...(app.exampleAt ? { [app.exampleAt]: readExample() } : {}),
    "package.json": JSON.stringify(manifest, null, 2),
  });
  const flags = "--no-package-lock --prefer-offline --no-audit --no-fund --loglevel=error";
  return runCommand(`npm install ${flags}`, { cwd: folder }).then((code) => code === 0);
}
