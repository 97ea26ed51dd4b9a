// The code of the documentation, exactly as a reader would copy it.
import { readFileSync } from "node:fs";
import { readFencedBlocks } from "../fencedBlocks.mjs";

/** The text of the first ```tsx block of README.md: a module that exports one component. */
export function readExample() {
  const blocks = readFencedBlocks(readFileSync("README.md", "utf8"));
  const code = blocks.find(({ language }) => language === "tsx")?.code;
  if (code === undefined)
    throw new Error("README.md has no ```tsx block, so there is no first example to run.");
  if (!/^export (?:default )?(?:async )?function \w+/m.test(code))
    throw new Error("README's first ```tsx block exports no component, so an app cannot show it.");
  return `${code}\n`;
}

/** The files of a guide by their paths in an app: its blocks with a title. */
export function readGuide(path) {
  const blocks = readFencedBlocks(readFileSync(path, "utf8")).filter(({ title }) => title);
  if (blocks.length === 0) throw new Error(`${path} has no block with a title to run.`);
  return Object.fromEntries(blocks.map(({ title, code }) => [title, `${code}\n`]));
}
