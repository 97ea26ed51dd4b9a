// Builds and packs the library the way it is published.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, readdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { runCommand } from "../run-command.mjs";

const npm = (...args) =>
  execFileSync("npm", args, { encoding: "utf8", shell: process.platform === "win32" });

/** Resolves to the path of the tarball, named after its content: npm would not install a changed file of the same name. */
export async function packLibrary(folder) {
  if ((await runCommand("npm run --silent build")) !== 0)
    throw new Error("The library does not build; the lines above say why.");
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(folder)) if (name.endsWith(".tgz")) rmSync(join(folder, name));
  const [{ filename }] = JSON.parse(npm("pack", "--json", "--pack-destination", folder));
  const packed = join(folder, filename);
  const hash = createHash("sha256").update(readFileSync(packed)).digest("hex").slice(0, 12);
  const named = join(folder, `polylogue-${hash}.tgz`);
  renameSync(packed, named);
  return named;
}
