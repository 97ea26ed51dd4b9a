import type { References } from "../references.js";
import type { Block, MarkdownDocument, Writable } from "../tree.js";
import { takeDefinitions } from "./definitions.js";
import { isIndentedCode, trimCode } from "./indentedCode.js";
import { LineScanner } from "./lineScanner.js";
import { type Mark, markOf, restore } from "./mark.js";
import { holdsLines, mayHold, OpenBlock } from "./openBlock.js";
import { addText, continues, starts } from "./rules.js";
import { ENDED, STARTED_CONTAINER, STARTED_LEAF } from "./verdict.js";

/** How many blocks may stand in one another. Deeper marks are text, so that no view and no line has endless work. */
const MAX_DEPTH = 100;

/**
 * The block phase of CommonMark: takes one line at a time and changes the open right edge of the tree alone.
 *
 * @see https://spec.commonmark.org/0.31.2/#phase-1-block-structure
 */
export class BlockPhase {
  readonly document: MarkdownDocument;
  readonly scanner: LineScanner = new LineScanner();
  /** The open blocks from the document to the innermost. */
  readonly stack: OpenBlock[];
  /** What changed since somebody last emptied it. */
  readonly touched: Set<OpenBlock> = new Set();
  /** True while the line may still grow. Nothing is closed and nothing defined then, for {@link rollBack} could not undo it. */
  isProvisional = false;
  /** How many of the open blocks go on in this line. */
  private matched = 1;
  /** Whether the line before was blank, as far as the open blocks from `blankFrom` on could see. */
  private wasBlank = false;
  private blankFrom = 0;
  private nextId = 1;
  private marks: Mark[] = [];
  private blankBefore: readonly [boolean, number] = [false, 0];
  private created: OpenBlock[] = [];
  private spares: OpenBlock[] = [];

  constructor(readonly references: References) {
    this.document = { type: "document", id: 0, version: 0, isOpen: true, children: [] };
    const root = new OpenBlock(this.document, undefined).begin({});
    this.stack = [root];
    this.touched.add(root);
  }

  /** The innermost open block. */
  get tip(): OpenBlock {
    return this.stack.at(-1) as OpenBlock;
  }

  /** The innermost open block that goes on in this line. */
  get container(): OpenBlock {
    return this.stack[this.matched - 1] as OpenBlock;
  }

  /** True when text would go on with a paragraph whose containers the line did not repeat. */
  get mayBeLazy(): boolean {
    return this.matched < this.stack.length && this.tip.block.type === "paragraph";
  }

  /** Takes a line that is complete. */
  takeLine(text: string): void {
    this.readLine(text);
    this.spares = [];
  }

  /** Takes what there is of a line; {@link rollBack} before the next line. */
  takeProvisional(text: string): void {
    this.marks = this.stack.map(markOf);
    this.blankBefore = [this.wasBlank, this.blankFrom];
    this.created = [];
    this.isProvisional = true;
    this.readLine(text);
    this.isProvisional = false;
  }

  /** Takes the provisional line back. The blocks it had made are used again by the next line, where it makes the same. */
  rollBack(): void {
    if (this.marks.length === 0) return;
    this.stack.length = 0;
    for (const mark of this.marks) {
      restore(mark);
      this.stack.push(mark.open);
      this.touched.add(mark.open);
    }
    [this.wasBlank, this.blankFrom] = this.blankBefore;
    this.spares = this.created.toReversed();
    for (const spare of this.spares) spare.isGone = true;
    this.marks = [];
  }

  /** Ends the text. */
  end(): void {
    this.closeFrom(0);
  }

  /** Opens a block in the innermost container that goes on and may hold it; closes what does not go on. */
  open(type: Block["type"], fields: object = {}): OpenBlock {
    while (!mayHold(this.container.block.type, type)) this.matched -= 1;
    this.closeFrom(this.matched);
    const parent = this.tip;
    this.loosen(parent);
    const open = this.createBlock(type, parent).begin(fields);
    parent.children.push(open.block);
    parent.isFilled = true;
    this.stack.push(open);
    this.matched = this.stack.length;
    this.touched.add(parent).add(open);
    return open;
  }

  /** Adds a line to a leaf. */
  addLine(open: OpenBlock, text: string): void {
    open.lines.push(text);
    this.touched.add(open);
  }

  /** Closes the innermost block, which goes on no further than this line. */
  closeTip(): void {
    this.closeFrom(this.stack.length - 1);
    this.matched = Math.min(this.matched, this.stack.length);
  }

  /** Closes what stands in an open block. */
  closeWithin(open: OpenBlock): void {
    this.closeFrom(this.stack.indexOf(open) + 1);
    this.matched = this.stack.length;
  }

  /** Puts another block into the place of the innermost one. */
  replaceTip(type: Block["type"], fields: object): OpenBlock {
    this.remove(this.tip);
    this.stack.pop();
    this.matched = this.stack.length;
    return this.open(type, fields);
  }

  /** Takes a block out of the tree: the last child of its parent, and the innermost that is open. */
  private remove(open: OpenBlock): void {
    open.isGone = true;
    open.parent?.children.pop();
    if (open.parent) this.touched.add(open.parent);
  }

  private readLine(text: string): void {
    const { scanner } = this;
    scanner.load(text);
    this.matched = 1;
    let hasStarted = false;
    for (let open = this.stack[1]; open; open = this.stack[this.matched]) {
      const verdict = continues(this, open);
      if (verdict === ENDED) return this.endLine(false);
      if (!verdict) break;
      this.matched += 1;
    }
    while (!holdsLines(this.container.block) && !scanner.isBlank) {
      const started = this.matched < MAX_DEPTH ? starts(this) : false;
      if (started === STARTED_LEAF) return this.endLine(false);
      if (started !== STARTED_CONTAINER) break;
      hasStarted = true;
    }
    const isVerbatim = holdsLines(this.container.block);
    if (!scanner.isBlank && !hasStarted && this.mayBeLazy) addText(this, this.tip);
    else {
      this.closeFrom(this.matched);
      if (isVerbatim || !scanner.isBlank) addText(this, this.container);
    }
    this.endLine(scanner.isBlank && !hasStarted && (!isVerbatim || isIndentedCode(this.tip)));
  }

  private endLine(isBlank: boolean): void {
    this.wasBlank = isBlank;
    if (!isBlank) return;
    // A quotation hides the blank lines behind its mark from what stands around it.
    this.blankFrom = this.stack.findLastIndex(({ block }) => block.type === "blockQuote") + 1;
  }

  private closeFrom(depth: number): void {
    if (!this.isProvisional)
      for (let at = this.stack.length - 1; at >= depth; at -= 1)
        this.close(this.stack[at] as OpenBlock);
    this.stack.length = depth;
  }

  private close(open: OpenBlock): void {
    const block = open.block as Writable<Block>;
    block.isOpen = false;
    this.touched.add(open);
    if (block.type === "paragraph") {
      takeDefinitions(open, this.references);
      if (open.lines.length === 0) this.remove(open);
    }
    if (block.type === "codeBlock") trimCode(open);
  }

  /** A list becomes loose when a blank line stands before another child of it or of one of its items. */
  private loosen(parent: OpenBlock): void {
    const isSeen = this.wasBlank && this.stack.length > this.blankFrom;
    if (!isSeen || parent.children.length === 0) return;
    const list = parent.block.type === "listItem" ? parent.parent : parent;
    if (list?.block.type !== "list") return;
    (list.block as Writable<typeof list.block>).isLoose = true;
    this.touched.add(list);
  }

  private createBlock(type: Block["type"], parent: OpenBlock): OpenBlock {
    const spare = this.spares.pop();
    const isSame = spare?.block.type === type && spare.parent === parent;
    if (!isSame) this.spares = [];
    const open = isSame ? spare : new OpenBlock(this.newBlock(type), parent);
    if (this.isProvisional) this.created.push(open);
    return open;
  }

  private newBlock(type: Block["type"]): Block {
    const id = this.nextId;
    this.nextId += 1;
    return { type, id, version: 0, isOpen: true } as Block;
  }
}
