import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { expect, test } from "vitest";
import { pages } from "../../demo/storybook/pages.js";
import { documentPaths } from "./codeBlocks.js";

const root = join(import.meta.dirname, "../..");

test("every page of docs has a page in the Storybook", () => {
  const docs = documentPaths().filter((path) => path.startsWith("docs/"));
  expect(Object.keys(pages).toSorted()).toEqual(docs);
});

test.each(Object.entries(pages))("%s is shown under the id that links go to", (path, id) => {
  const file = join(root, "demo/storybook/guides", basename(path).replace(/\.md$/, ".mdx"));
  const page = readFileSync(file, "utf8");
  const title = /<Meta title="([^"]+)"/.exec(page)?.[1] ?? "";
  expect(title.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-")).toBe(id);
  expect(page).toContain(`/${path}?raw"`);
});
