import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { entries, publicExports } from "./publicExports.js";
import { filesBelow, root } from "./sourceModules.js";

/** The names in the titles of the stories: "Hooks/useMessage and useChatState" is the page of two. */
const titled = new Set(
  ["src", "demo/storybook"]
    .flatMap((folder) => filesBelow(folder, /\.stories\.tsx$/))
    .flatMap((path) => {
      const title = /^ {2}title: "([^"]+)"/m.exec(readFileSync(join(root, path), "utf8"))?.[1];
      return title?.match(/\w+/g) ?? [];
    }),
);

describe("Storybook", () => {
  const names = new Map(
    Object.values(entries)
      .flatMap(publicExports)
      .map((found) => [found.name, found]),
  );
  const values = [...names.values()].filter(({ kind }) => kind === "value");

  test("has a page for every component", () => {
    const components = values.filter(({ name, path }) => /^[A-Z]/.test(name) && path.endsWith("x"));
    expect(components.length).toBeGreaterThan(10);
    expect(components.map(({ name }) => name).filter((name) => !titled.has(name))).toEqual([]);
  });

  test("has a page for every hook", () => {
    const hooks = values.map(({ name }) => name).filter((name) => /^use[A-Z]/.test(name));
    expect(hooks.length).toBeGreaterThan(10);
    expect(hooks.filter((name) => !titled.has(name))).toEqual([]);
  });
});
