import { describe, expect, test } from "vitest";
import { checkCode } from "./checkCode.js";
import { documentedCode, readCodeBlocks } from "./codeBlocks.js";

const blocks = documentedCode();

/** Code that is wrong, each on a page of its own, and where the check has to say so. */
const wrong = {
  "name.md": [`import { noSuchName } from "polylogue";`, /^name\.md:4:10: .*'noSuchName'/],
  "import.md": [`export const chat = <Chat />;`, /^import\.md:4:22: .*'Chat'/],
  "prop.md": [`<Chat />\n<Chat model={1} />`, /^prop\.md:5:7: .*'number'/],
  "sheet.md": [`import "polylogue/style.css";`, /^sheet\.md:4:8: .*'polylogue\/style\.css'/],
  "part.md": [`yield { type: "text-dleta", delta: "Hel" };`, /^part\.md:4:\d+: error TS/],
  "script.md": [`export const port = 8787;\nport.listen();`, /^script\.md:5:6: .*'listen'/, "js"],
} as const;
const wrongBlocks = Object.entries(wrong).flatMap(([path, [code, , language = "tsx"]]) =>
  readCodeBlocks(path, `# Page\n\n\`\`\`${language}\n${code}\n\`\`\`\n`),
);

const errors = checkCode([
  ...blocks.filter(({ unchecked }) => unchecked === undefined),
  ...wrongBlocks,
]);

test.for(blocks)("the types of $location are right", ({ location, unchecked }, { skip }) => {
  skip(unchecked !== undefined, unchecked);
  expect(errors.get(location)?.join("\n") ?? "").toBe("");
});

describe("wrong code is named with its page and line", () => {
  test.each(Object.entries(wrong))("%s", (path, [, words]) => {
    expect(errors.get(`${path}:4`)?.join("\n")).toMatch(words);
  });
});

test("a file of a page can be imported by its title", () => {
  const page = '```ts title="a.ts"\nexport const a = 1;\n```\n';
  expect(readCodeBlocks("page.md", page)).toMatchObject([{ title: "a.ts", line: 2 }]);
});
