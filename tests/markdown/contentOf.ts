import type { Block } from "../../src/markdown/index.js";

/** What a block shows: itself without its id and its version, which depend on how the text came. */
export function contentOf(block: Block): object {
  const { id: _id, version: _version, ...rest } = block;
  if (!("children" in rest) || !holdsBlocks(block)) return rest;
  return { ...rest, children: block.children.map(contentOf) };
}

function holdsBlocks(block: Block): block is Extract<Block, { children: readonly Block[] }> {
  return (
    "children" in block &&
    block.type !== "paragraph" &&
    block.type !== "heading" &&
    block.type !== "tableCell"
  );
}
