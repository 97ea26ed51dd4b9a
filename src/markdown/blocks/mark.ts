import type { Block, Writable } from "../tree.js";
import type { OpenBlock } from "./openBlock.js";

/** How an open block was before a provisional line. Such a line adds to a block at its end, and sets flags; no more. */
export interface Mark {
  readonly open: OpenBlock;
  readonly children: number;
  readonly lines: number;
  readonly isLoose: boolean;
  readonly isChecked: boolean | undefined;
}

/** Notes how an open block is. */
export function markOf(open: OpenBlock): Mark {
  const { block, children, lines } = open;
  const isLoose = block.type === "list" && block.isLoose;
  const isChecked = block.type === "listItem" ? block.isChecked : undefined;
  return { open, children: children.length, lines: lines.length, isLoose, isChecked };
}

/** Makes an open block what it was. */
export function restore({ open, children, lines, isLoose, isChecked }: Mark): void {
  const block = open.block as Writable<Block>;
  open.children.length = children;
  open.lines.length = lines;
  if (block.type === "list") block.isLoose = isLoose;
  if (block.type === "listItem") block.isChecked = isChecked;
}
