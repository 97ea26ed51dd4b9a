/** What every block has. */
interface BlockBase {
  /** Which block this is: 0 for the document, unique and never used again within one parser. Fit for a React key. */
  readonly id: number;
  /**
   * Counts up from 1 each time the block's own fields or its list of children changed; what changes inside a child counts
   * there alone. Everything but `id` and `type` is written in place, so compare versions, not objects or arrays.
   */
  readonly version: number;
  /** True while more text may still reach the block. A closed block changes only if a late definition gives it a link. */
  readonly isOpen: boolean;
}

/** The whole text. */
export interface MarkdownDocument extends BlockBase {
  readonly type: "document";
  readonly children: readonly FlowBlock[];
}

/** A paragraph. In a list that is not loose it is shown without paragraph margins. */
export interface Paragraph extends BlockBase {
  readonly type: "paragraph";
  readonly children: readonly Inline[];
}

/** A heading, written with `#` or underlined. */
export interface Heading extends BlockBase {
  readonly type: "heading";
  readonly level: 1 | 2 | 3 | 4 | 5 | 6;
  readonly children: readonly Inline[];
}

/** A horizontal rule. */
export interface ThematicBreak extends BlockBase {
  readonly type: "thematicBreak";
}

/** A quotation: lines that start with `>`. */
export interface BlockQuote extends BlockBase {
  readonly type: "blockQuote";
  readonly children: readonly FlowBlock[];
}

/** A list of items with the same kind of marker. */
export interface List extends BlockBase {
  readonly type: "list";
  readonly isOrdered: boolean;
  /** The number of the first item, 0 to 999,999,999; 1 for a bullet list. */
  readonly start: number;
  /** True once a blank line stood between its items, or between blocks of one item. It never turns false again. */
  readonly isLoose: boolean;
  readonly children: readonly ListItem[];
}

/** One item of a list. */
export interface ListItem extends BlockBase {
  readonly type: "listItem";
  /** The state of a task list item's box; `undefined` for an item that has none. */
  readonly isChecked: boolean | undefined;
  readonly children: readonly FlowBlock[];
}

/** Code, fenced or indented. */
export interface CodeBlock extends BlockBase {
  readonly type: "codeBlock";
  /** What stands after the opening fence, trimmed: `ts title="a.ts"`. Empty for indented code. */
  readonly info: string;
  /** The first word of `info`, as written. */
  readonly language: string;
  /** The lines without their ends. While the block is open only the last may grow, be taken back, or be followed by more. */
  readonly lines: readonly string[];
}

/** A displayed formula between `$$` and `$$`, or `\[` and `\]`, on lines of its own. */
export interface MathBlock extends BlockBase {
  readonly type: "mathBlock";
  /** Its TeX source by lines, without the marks; it grows as {@link CodeBlock.lines} does. */
  readonly lines: readonly string[];
}

/** HTML somebody wrote, as plain text. Show it as text: it was not looked at for safety. */
export interface HTMLTextBlock extends BlockBase {
  readonly type: "htmlTextBlock";
  /** Its lines as written; they grow as {@link CodeBlock.lines} does. */
  readonly lines: readonly string[];
}

/** How a column is aligned; `undefined` where the table does not say. */
export type Alignment = "left" | "center" | "right" | undefined;

/** A table. Its first row is the header. */
export interface Table extends BlockBase {
  readonly type: "table";
  /** One entry a column. */
  readonly alignments: readonly Alignment[];
  readonly children: readonly TableRow[];
}

/** A row of a table. */
export interface TableRow extends BlockBase {
  readonly type: "tableRow";
  /** At most one cell a column. Cells that were not written are missing: a view fills the row up. */
  readonly children: readonly TableCell[];
}

/** A cell of a table. */
export interface TableCell extends BlockBase {
  readonly type: "tableCell";
  readonly children: readonly Inline[];
}

/** The text of a footnote, where it was written. */
export interface FootnoteDefinition extends BlockBase {
  readonly type: "footnoteDefinition";
  /** Its label, normalised: the same for every reference to it. */
  readonly label: string;
  /** Its place among the footnotes of the text in the order of their definitions, from 1; `undefined` for a repeated label. */
  readonly number: number | undefined;
  readonly children: readonly FlowBlock[];
}

/** A block that may stand in the document, a quotation, an item or a footnote. */
export type FlowBlock =
  | Paragraph
  | Heading
  | ThematicBreak
  | BlockQuote
  | List
  | CodeBlock
  | MathBlock
  | HTMLTextBlock
  | Table
  | FootnoteDefinition;

/** Any block. */
export type Block = MarkdownDocument | FlowBlock | ListItem | TableRow | TableCell;

/** Plain text. A line end in it is a soft break. */
export interface TextSpan {
  readonly type: "text";
  readonly text: string;
}

/** Emphasis, strong emphasis or struck out text. */
export interface EmphasisSpan {
  readonly type: "emphasis" | "strong" | "strikethrough";
  readonly children: readonly Inline[];
}

/** One of the HTML elements that are let through, written as a pair of tags without attributes. */
export interface ElementSpan {
  readonly type: "element";
  readonly name: "sub" | "sup" | "kbd" | "mark";
  readonly children: readonly Inline[];
}

/** Code within a line. */
export interface CodeSpan {
  readonly type: "codeSpan";
  readonly text: string;
}

/** A formula within a paragraph. */
export interface MathSpan {
  readonly type: "mathSpan";
  /** Its TeX source without the marks. */
  readonly text: string;
  /** True for `$$…$$` and `\[…\]`: set on a line of its own. */
  readonly isDisplay: boolean;
  /** True while its closing mark has not arrived, so that `text` may not be TeX yet. */
  readonly isOpen: boolean;
}

/** A link, whichever way it was written. */
export interface LinkSpan {
  readonly type: "link";
  /** The address, fit for `href`. `undefined` while it is still arriving, or if its scheme is not allowed: show the text. */
  readonly url: string | undefined;
  readonly title: string | undefined;
  readonly children: readonly Inline[];
}

/** An image. */
export interface ImageSpan {
  readonly type: "image";
  /** The address, fit for `src`. `undefined` while it is still arriving, or if its scheme is not allowed: show `alt`. */
  readonly url: string | undefined;
  readonly title: string | undefined;
  /** What the image shows, as plain text. */
  readonly alt: string;
}

/** A hard line break. */
export interface LineBreak {
  readonly type: "lineBreak";
}

/** A mark that points at a footnote of this text. */
export interface FootnoteReference {
  readonly type: "footnoteReference";
  /** The {@link FootnoteDefinition.label} it points at. */
  readonly label: string;
  /** The {@link FootnoteDefinition.number} it points at. */
  readonly number: number;
}

/** A tag or comment somebody wrote, as plain text. Show it as text: it was not looked at for safety. */
export interface HTMLTextSpan {
  readonly type: "htmlText";
  readonly text: string;
}

/** Anything within a paragraph, a heading or a cell. */
export type Inline =
  | TextSpan
  | EmphasisSpan
  | ElementSpan
  | CodeSpan
  | MathSpan
  | LinkSpan
  | ImageSpan
  | LineBreak
  | FootnoteReference
  | HTMLTextSpan;

/** The same shape with fields that the parser may write. */
export type Writable<Node> = Node extends unknown
  ? { -readonly [Field in keyof Node]: Node[Field] }
  : never;
