import { BlockPhase } from "./blocks/blockPhase.js";
import { withoutDefinitions } from "./blocks/definitions.js";
import { isUndecided } from "./blocks/isUndecided.js";
import { holdsInlines, type OpenBlock, signatureOf } from "./blocks/openBlock.js";
import { trimSpaces } from "./characters.js";
import { parseInlines } from "./inlines/parseInlines.js";
import { References } from "./references.js";
import { defaultSchemes } from "./safeURL.js";
import type { Block, MarkdownDocument, Writable } from "./tree.js";

/** After how many touched blocks their text is read, so that a long text needs no memory for all of them. */
const SHOWN_AT_ONCE = 300;

/** How a {@link MarkdownParser} reads. */
export interface MarkdownOptions {
  /**
   * The schemes a link may have, in lower case and without a colon. A link with another one keeps its text and loses its
   * address. Default {@link defaultSchemes}. Relative addresses are always allowed; images have rules of their own.
   */
  schemes?: readonly string[];
}

/**
 * Reads Markdown while it is being written: CommonMark 0.31.2 with tables, task lists, strikethrough, bare links and footnotes
 * as on GitHub, and formulas between `$`, `$$`, `\(…\)` or `\[…\]`.
 *
 * The work of one delta depends on the block it falls into, not on how long the text is. Whatever the deltas, the tree after
 * {@link end} is the one the whole text gives at once. The tree holds no HTML to be inserted and no address that runs code.
 *
 * Until then it shows what a reader would expect of the last, open blocks: `**bo` is strong already, a link has its text
 * before its address, and a line that may still turn out to be a rule, a table or a list is not shown before it is decided.
 *
 * @example
 * const parser = new MarkdownParser();
 * for await (const delta of answer)
 *   for (const block of parser.append(delta)) show(block);
 * for (const block of parser.end()) show(block);
 */
export class MarkdownParser {
  /** The tree. It is the parser's: read it, and read a block again when its version has changed. */
  readonly document: MarkdownDocument;
  private readonly references = new References();
  private readonly phase = new BlockPhase(this.references);
  private readonly schemes: readonly string[];
  /** The last line as far as it has come. */
  private tail = "";
  /** True when a carriage return came last, which a line feed may follow that belongs to it. */
  private endsInReturn = false;
  /** True while the last line is in the tree. */
  private isTailShown = false;

  /** Starts with an empty text. */
  constructor({ schemes = defaultSchemes }: MarkdownOptions = {}) {
    this.schemes = schemes;
    this.document = this.phase.document;
  }

  /**
   * Adds text, cut anywhere, even within a line end. Returns the blocks that are new or whose version has changed; a block is
   * gone once its parent does not list it any more. Throws after {@link end}.
   */
  append(delta: string): readonly Block[] {
    this.refuseIfEnded();
    if (delta === "") return [];
    const text = this.tail + this.withLineFeeds(delta);
    const changed = new Set<Block>();
    this.phase.rollBack();
    let start = 0;
    for (let end = text.indexOf("\n"); end >= 0; end = text.indexOf("\n", start)) {
      this.phase.takeLine(text.slice(start, end));
      start = end + 1;
      if (this.phase.touched.size > SHOWN_AT_ONCE) this.show(changed);
    }
    this.tail = text.slice(start);
    this.isTailShown = this.tail !== "" && !isUndecided(this.tail);
    if (this.isTailShown) this.phase.takeProvisional(this.tail);
    this.show(changed);
    return [...changed];
  }

  /** Says that the text is complete: every block is closed, and what was open is read as it stands. Throws if called again. */
  end(): readonly Block[] {
    this.refuseIfEnded();
    this.phase.rollBack();
    if (this.tail !== "") this.phase.takeLine(this.tail);
    this.tail = "";
    this.isTailShown = false;
    this.phase.end();
    const changed = new Set<Block>();
    this.show(changed);
    return [...changed];
  }

  private refuseIfEnded(): void {
    if (!this.document.isOpen)
      throw new Error("The text has ended. Start a new MarkdownParser for another text.");
  }

  /** Makes every line end a line feed, and U+FFFD of NUL. */
  private withLineFeeds(delta: string): string {
    const text = this.endsInReturn && delta.startsWith("\n") ? delta.slice(1) : delta;
    this.endsInReturn = text === "" ? false : text.endsWith("\r");
    const lines = text.includes("\r") ? text.replaceAll(/\r\n?/g, "\n") : text;
    return lines.includes("\0") ? lines.replaceAll("\0", "\ufffd") : lines;
  }

  /** Gives what was touched new versions where it differs, reads the text of leaves, and adds both to `changed`. */
  private show(changed: Set<Block>): void {
    const { touched } = this.phase;
    for (const open of touched) {
      if (open.isGone) continue;
      // Marks at the end of a text mean something else once their line is complete.
      const isTail = this.isTailShown && open === this.phase.tip;
      const signature = signatureOf(open) + (isTail && holdsInlines(open.block) ? "\r" : "");
      if (signature === open.shown) continue;
      open.shown = signature;
      if (holdsInlines(open.block)) this.readLeaf(open, isTail);
      changed.add(renew(open.block));
    }
    touched.clear();
    for (const [leaf, text] of this.references.woken) {
      this.readText(leaf, text, false);
      changed.add(renew(leaf));
    }
    this.references.woken.clear();
  }

  private readLeaf({ block, lines }: OpenBlock, isTail: boolean): void {
    const source = lines.join("\n");
    if (!block.isOpen) return this.readText(block, trimSpaces(source), false);
    const text = block.type === "paragraph" ? withoutDefinitions(source) : source;
    // A complete line has a line end, so that marks at its end do not count as unfinished.
    this.readText(block, isTail ? trimSpaces(text) : `${trimSpaces(text)}\n`, true);
  }

  private readText(leaf: Block, text: string, isOpen: boolean): void {
    const { references, schemes } = this;
    const { children, missing } = parseInlines(text, { references, schemes, isOpen });
    Object.assign(leaf, { children });
    if (!isOpen) for (const label of missing) references.wait(label, leaf, text);
  }
}

function renew(block: Block): Block {
  (block as Writable<Block>).version += 1;
  return block;
}

/** The tree of a text that is complete. */
export function parseMarkdown(text: string, options?: MarkdownOptions): MarkdownDocument {
  const parser = new MarkdownParser(options);
  parser.append(text);
  parser.end();
  return parser.document;
}
