import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { domGlobalsOf } from "./domGlobals.js";
import { root, sourceModules, type SourceModule } from "./sourceModules.js";

/** What each folder of src/ may import from the others. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  internal: [],
  client: ["internal"],
  markdown: ["internal"],
  store: ["client", "internal"],
  images: ["client", "internal"],
  // Files are read from `data:` URLs and back as the images do it.
  history: ["images", "client", "internal"],
  hooks: ["store", "images", "history", "client", "internal"],
  components: ["hooks", "store", "client", "markdown", "internal"],
  labels: ["components", "hooks", "client"],
  gateway: ["client", "internal"],
  cassette: ["client", "internal"],
  transcript: ["client", "internal"],
  devtools: ["cassette", "transcript", "components", "client", "internal"],
  testing: ["components", "hooks", "store", "client", "gateway", "markdown", "internal"],
  "index.ts": ["components", "hooks", "store", "client"],
};
/** Folders that run without React and without a page. */
const PLAIN = new Set([
  "internal",
  "client",
  "markdown",
  "store",
  "images",
  "history",
  "labels",
  "gateway",
  "cassette",
  "transcript",
]);
const REACT = /^react(?:-|$)|^radix-ui$|^@radix-ui\/|^@tanstack\/react-/;

const modules = sourceModules();
const layerOf = (path: string): string => path.split("/")[1] ?? "";
const plainModules = modules.filter(({ path }) => PLAIN.has(layerOf(path)));

/** "file imports specifier" for each import that breaks a rule. */
const breaches = (
  of: readonly SourceModule[],
  breaks: (module: SourceModule, imported: SourceModule["imports"][number]) => boolean,
): string[] =>
  of.flatMap((module) =>
    module.imports
      .filter((imported) => breaks(module, imported))
      .map(({ specifier }) => `${module.path} imports ${specifier}`),
  );

describe("imports", () => {
  test("every folder has its place in the order", () => {
    const unknown = modules.filter(({ path }) => !(layerOf(path) in MAY_IMPORT));
    expect(unknown.map(({ path }) => path)).toEqual([]);
  });

  test("a relative import names a file and ends in .js, or is data", () => {
    const lost = breaches(
      modules,
      (_module, { specifier, packageName, target }) =>
        packageName === undefined && (target === undefined || !/\.js(?:on)?$/.test(specifier)),
    );
    expect(lost).toEqual([]);
  });

  test("go one way: client, store, hooks, components", () => {
    const backwards = breaches(modules, ({ path }, { target }) => {
      if (target === undefined) return false;
      const [from, to] = [layerOf(path), layerOf(target)];
      return from !== to && !MAY_IMPORT[from]?.includes(to);
    });
    expect(backwards).toEqual([]);
  });

  test("the image engine loads when there is an image", () => {
    const early = modules.filter(
      ({ path, parsed }) =>
        !path.startsWith("src/images/") &&
        parsed.module.staticImports.some(({ moduleRequest, entries }) => {
          // All but two functions that need nothing else of it.
          const isOfImages = /(?:^|\/)images\/(?!dataURL\.js$)/.test(moduleRequest.value);
          return isOfImages && (entries.length === 0 || !entries.every(({ isType }) => isType));
        }),
    );
    expect(early.map(({ path }) => path)).toEqual([]);
  });

  test("a package is a dependency or a peer, or users could not resolve it", () => {
    const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as Record<
      "dependencies" | "peerDependencies",
      Record<string, string>
    >;
    const declared = new Set(
      Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies }),
    );
    const undeclared = breaches(
      modules,
      (_module, { packageName }) =>
        packageName !== undefined && !packageName.startsWith("node:") && !declared.has(packageName),
    );
    expect(undeclared).toEqual([]);
  });

  test("Node's own modules are never needed to load an entry", () => {
    const fixed = modules.filter(({ parsed }) =>
      parsed.module.staticImports.some(
        ({ moduleRequest, entries }) =>
          moduleRequest.value.startsWith("node:") && !entries.every(({ isType }) => isType),
      ),
    );
    expect(fixed.map(({ path }) => path)).toEqual([]);
  });
});

describe("client, gateway, store, images and markdown", () => {
  test("know no React", () => {
    const imported = breaches(
      plainModules,
      (_module, { specifier, packageName }) =>
        (packageName !== undefined && REACT.test(packageName)) || specifier === "zustand",
    );
    const withJSX = plainModules.flatMap(({ path }) => (path.endsWith(".tsx") ? [path] : []));
    expect([...imported, ...withJSX]).toEqual([]);
  });

  test.each(["client", "gateway", "cassette", "internal", "labels", "markdown"])(
    "%s knows no page",
    (layer) => {
      const touching = plainModules
        .filter(({ path }) => layerOf(path) === layer)
        .flatMap((module) => domGlobalsOf(module).map((name) => `${module.path} uses ${name}`));
      expect(touching).toEqual([]);
    },
  );
});
