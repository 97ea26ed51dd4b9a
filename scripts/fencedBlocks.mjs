// The fenced blocks of a Markdown page, for what checks the code of the documentation and what runs it.

/** The value of an attribute behind the language, such as the title in ` ```tsx title="app/page.tsx" `. */
const attribute = (info, name) => new RegExp(`\\s${name}="([^"]+)"`).exec(info)?.[1];

/** `fencedBlocks.d.mts` says what a block holds. */
export function readFencedBlocks(markdown) {
  const blocks = [];
  let open;
  for (const [at, text] of markdown.split("\n").entries()) {
    if (!open) {
      const [, fence, info] = /^(```+)(.*)$/.exec(text) ?? [];
      if (fence) open = { fence, info, line: at + 2, lines: [] };
    } else if (text.trim() === open.fence) {
      blocks.push({
        language: open.info.split(" ", 1)[0],
        line: open.line,
        code: open.lines.join("\n"),
        title: attribute(open.info, "title"),
        unchecked: attribute(open.info, "unchecked"),
      });
      open = undefined;
    } else open.lines.push(text);
  }
  return blocks;
}
