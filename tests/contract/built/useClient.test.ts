import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseSync, type ParseResult } from "rolldown/utils";
import { describe, expect, test } from "vitest";
import { filesBelow, root } from "../sourceModules.js";

type StaticImport = ParseResult["module"]["staticImports"][number];

/** Packages that work in the browser's React alone; a module that imports one cannot run in a server component. */
const CLIENT_ONLY =
  /^(?:react|react-dom|radix-ui|zustand|@tanstack\/react-query)(?:\/(?!vanilla)|$)/;

function importsFrom(imports: readonly StaticImport[], ...sources: RegExp[]): boolean {
  return imports.some(({ moduleRequest }) =>
    sources.some((source) => source.test(moduleRequest.value)),
  );
}

const modules = filesBelow("dist", /\.js$/).map((path) => {
  const { program, module } = parseSync(path, readFileSync(join(root, path), "utf8"));
  const [first] = program.body;
  return {
    path,
    isMarked: first?.type === "ExpressionStatement" && first.directive === "use client",
    needsMark: importsFrom(module.staticImports, CLIENT_ONLY),
    mayBeMarked: importsFrom(module.staticImports, CLIENT_ONLY, /^\./),
  };
});
const pathsWhere = (holds: (module: (typeof modules)[number]) => boolean): string[] =>
  modules.filter(holds).map(({ path }) => path);

describe("'use client' in dist", () => {
  test("stands first in every module of React", () => {
    expect(pathsWhere(({ isMarked }) => isMarked).length).toBeGreaterThan(0);
    expect(pathsWhere(({ needsMark, isMarked }) => needsMark && !isMarked)).toEqual([]);
  });

  test("stands on nothing plain, so that it can be called on a server too", () => {
    expect(pathsWhere(({ mayBeMarked, isMarked }) => isMarked && !mayBeMarked)).toEqual([]);
  });

  test("stands in hooks, components and devtools alone", () => {
    const outside = pathsWhere(
      ({ path, isMarked }) =>
        isMarked && !/^dist\/(?:hooks|components|devtools|testing)\//.test(path),
    );
    expect(outside).toEqual([]);
  });
});
