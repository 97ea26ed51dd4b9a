import { expect, test } from "vitest";
import { entries, publicExports } from "./publicExports.js";

test.each(Object.entries(entries))("every name of %s has a doc comment", (_entry, path) => {
  const bare = publicExports(path)
    .filter(({ isDocumented }) => !isDocumented)
    .map(({ name, path: file }) => `${name} (${file})`);
  expect(bare).toEqual([]);
});
