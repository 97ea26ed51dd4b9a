import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, test } from "vitest";
import { entries, publicExports } from "../publicExports.js";
import { filesBelow, root } from "../sourceModules.js";

/** What plain Node, with no bundler and no page, finds in an entry. */
function namesInNode(entry: string): string[] {
  const script = `console.log(JSON.stringify(Object.keys(await import(${JSON.stringify(entry)}))))`;
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ["--input-type=module", "--eval", script],
    { cwd: root, encoding: "utf8" },
  );
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as string[];
}

describe("dist", () => {
  test.each(Object.entries(entries))("%s loads in plain Node, with every value", (entry, path) => {
    const values = publicExports(path).flatMap(({ name, kind }) => (kind === "value" ? name : []));
    expect(namesInNode(entry).toSorted()).toEqual(values.toSorted());
  });

  test("has declarations beside every module that is code, and no stories or tests", () => {
    const modules = filesBelow("dist", /\.js$/).filter((path) => !/\/catalog\/data\//.test(path));
    expect(modules.length).toBeGreaterThan(100);
    const bare = modules.filter((path) => !existsSync(join(root, path.replace(/js$/, "d.ts"))));
    expect(bare).toEqual([]);
    expect(filesBelow("dist", /\.(?:stories|test)\./)).toEqual([]);
  });

  test("the catalogue of the best known providers is at most 30,000 bytes, and says what its file says", async () => {
    const path = join(root, "dist/client/catalog/data/main.js");
    expect(statSync(path).size).toBeLessThanOrEqual(30_000);
    const file = JSON.parse(readFileSync(join(root, "src/client/catalog/data/main.json"), "utf8"));
    const built = (await import(pathToFileURL(path).href)) as { default: unknown };
    expect(built.default).toEqual(file);
  });

  test("no entry loads the catalogue before somebody asks for it", () => {
    const built = (path: string): string => path.replace(/^src/, "dist").replace(/ts$/, "js");
    const loaded = new Set(Object.values(entries).map(built));
    // A Set visits what is added while it is walked.
    for (const file of loaded) {
      const code = readFileSync(join(root, file), "utf8");
      for (const [, path = ""] of code.matchAll(/^(?:import|export)\b[^;]*?"(\.[^"]+)";/gm))
        loaded.add(join(dirname(file), path));
    }
    expect([...loaded].filter((file) => file.includes("/catalog/"))).toContain(
      "dist/client/catalog/arrange.js",
    );
    expect([...loaded].filter((file) => /catalog\/(?:data|createCatalog)/.test(file))).toEqual([]);
  });

  test("both stylesheets hold the same rules, one of them in a layer", () => {
    const read = (name: string) => readFileSync(join(root, "dist", name), "utf8");
    expect(read("styles.css")).not.toMatch(/@import|@layer polylogue/);
    const order = "@layer theme, base, polylogue, components, utilities;";
    expect(read("styles.layer.css")).toBe(`${order}\n@layer polylogue {\n${read("styles.css")}}\n`);
  });
});
