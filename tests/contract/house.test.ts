import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { filesBelow, root, sourceModules } from "./sourceModules.js";

const MAX_LINES = 300;
const FORBIDDEN_NAMES = /(?:^|\/)(?:utils?|helpers?|common)\.tsx?$/;
// The types know all of these, so the compiler does not object.
const NEWER_THAN_NODE_20 =
  /\b(?:Promise\.(?:withResolvers|try)|Array\.fromAsync|URL\.parse|Object\.groupBy)\(/;
const NEWER_THAN_BROWSERS = /\b(?:AbortSignal\.any|ReadableStream\.from|URL\.canParse)\(/;
const FORBIDDEN_WORDS = /\bTODO\b|\bFIXME\b|\.\.\/shared\//;

describe("src", () => {
  const modules = sourceModules();

  test("no file is too long to hold one concept", () => {
    const long = filesBelow("src", /\.(?:tsx?|css)$/).flatMap((path) => {
      const lines = readFileSync(join(root, path), "utf8").split("\n").length - 1;
      return lines > MAX_LINES ? [`${path}: ${lines} lines`] : [];
    });
    expect(long).toEqual([]);
  });

  test("exports have names", () => {
    const unnamed = modules.filter(({ parsed }) =>
      parsed.module.staticExports.some(({ entries }) =>
        entries.some(({ exportName }) => exportName.kind === "Default"),
      ),
    );
    expect(unnamed.map(({ path }) => path)).toEqual([]);
  });

  test("a file is called after what it holds", () => {
    expect(modules.map(({ path }) => path).filter((path) => FORBIDDEN_NAMES.test(path))).toEqual(
      [],
    );
  });

  test("only what Node 20.19 knows is called, and outside the gateway what Safari 16.4 and Firefox 115 know", () => {
    const newer = modules.filter(
      ({ path, text }) =>
        NEWER_THAN_NODE_20.test(text) ||
        (!path.startsWith("src/gateway/") && NEWER_THAN_BROWSERS.test(text)),
    );
    expect(newer.map(({ path }) => path)).toEqual([]);
  });

  test("there are no enums", () => {
    const enums = modules.filter(({ text }) => /^\s*(?:export )?(?:const )?enum /m.test(text));
    expect(enums.map(({ path }) => path)).toEqual([]);
  });
});

test("nothing is left for later, and nothing points outside the repository", () => {
  const files = ["src", "demo", "docs", "scripts", ".storybook"].flatMap((folder) =>
    filesBelow(folder, /\.(?:tsx?|mjs|css|md|html)$/),
  );
  const marked = files.flatMap((path) => {
    const line = readFileSync(join(root, path), "utf8")
      .split("\n")
      .findIndex((text) => FORBIDDEN_WORDS.test(text));
    return line < 0 ? [] : [`${path}:${line + 1}`];
  });
  expect(marked).toEqual([]);
});
