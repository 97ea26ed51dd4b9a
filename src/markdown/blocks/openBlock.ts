import type { Block } from "../tree.js";

/** What the parser knows of a block beside what the tree shows; dropped once the block is closed and shown. */
export class OpenBlock {
  /** The children of `block`, to be written; empty for a leaf. */
  children: Block[] = [];
  /** A leaf's text by lines; for code, maths and HTML the very `lines` of `block`. */
  lines: string[] = [];
  /** What tells a list, a fence or a formula from its neighbours: the character of its marker, the number of its rule. */
  mark = 0;
  /** How many columns the content of an item is indented; how long an opening fence is. */
  size = 0;
  /** How many columns a fence, or the last line of a paragraph, is indented. */
  indent = 0;
  /** What of it was last shown, see {@link signatureOf}; `undefined` before the first time. */
  shown: string | undefined;
  /** True once it had a child, even if that was nothing but definitions and is gone. */
  isFilled = false;
  /** True once it is no longer part of the tree. */
  isGone = false;

  constructor(
    readonly block: Block,
    readonly parent: OpenBlock | undefined,
  ) {}

  /** Begins the block, or begins it again: sets its fields and empties what it holds. */
  begin(fields: object): this {
    const { block } = this;
    this.children = [];
    this.lines = [];
    this.mark = 0;
    this.isFilled = false;
    this.isGone = false;
    // Inlines stay until others replace them, so that a line which is read again changes nothing by itself.
    const inner = holdsLines(block)
      ? { lines: this.lines }
      : block.type !== "thematicBreak" && !(holdsInlines(block) && this.shown !== undefined)
        ? { children: this.children }
        : {};
    Object.assign(block, fields, inner);
    return this;
  }
}

type Types<Shape> = Extract<Block, Shape>;

/** Code, maths or HTML: taken line by line as it stands. */
export function holdsLines(block: Block): block is Types<{ lines: readonly string[] }> {
  return block.type === "codeBlock" || block.type === "mathBlock" || block.type === "htmlTextBlock";
}

/** A leaf whose text the inline phase reads. */
export function holdsInlines(
  block: Block,
): block is Types<{ type: "paragraph" | "heading" | "tableCell" }> {
  return block.type === "paragraph" || block.type === "heading" || block.type === "tableCell";
}

/** Whether a block may directly stand in another. */
export function mayHold(parent: Block["type"], child: Block["type"]): boolean {
  if (child === "listItem") return parent === "list";
  if (child === "tableRow") return parent === "table";
  if (child === "tableCell") return parent === "tableRow";
  return (
    parent === "document" ||
    parent === "blockQuote" ||
    parent === "listItem" ||
    parent === "footnoteDefinition"
  );
}

/** A short text that differs whenever what the block itself shows differs. Only the right edge of a block ever changes. */
export function signatureOf({ block, children, lines }: OpenBlock): string {
  const state = block.isOpen ? "o" : "c";
  if (holdsInlines(block))
    return `${state}${block.type === "heading" ? block.level : ""}${lines.join("\n")}`;
  if (holdsLines(block)) {
    const info = block.type === "codeBlock" ? block.info : "";
    return `${state}${lines.length} ${info}\n${lines.at(-1)}`;
  }
  return `${state}${children.length} ${children.at(-1)?.id} ${flagOf(block)}`;
}

/** What a container shows beside its children that may still change. */
function flagOf(block: Block): boolean | number | undefined {
  if (block.type === "list") return block.isLoose;
  if (block.type === "listItem") return block.isChecked;
  return block.type === "footnoteDefinition" ? block.number : undefined;
}
