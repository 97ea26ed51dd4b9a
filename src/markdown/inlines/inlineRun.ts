import type { References } from "../references.js";
import type { Inline } from "../tree.js";
import type { Bracket } from "./brackets.js";
import { Delimiters } from "./delimiters.js";
import { Elements } from "./elements.js";
import { nodeToken, textToken, type Token } from "./tokens.js";

/** What the inline phase needs beside a text. */
export interface InlineContext {
  references: References;
  /** The schemes a link may have. */
  schemes: readonly string[];
  /** True while more text may follow: marks that nothing closes yet are then shown as if they were. */
  isOpen: boolean;
}

/** Where the inline phase stands in one text: each rule takes what it knows from `at` on and moves it. */
export class InlineRun {
  at = 0;
  readonly tokens: Token[] = [];
  readonly delimiters: Delimiters = new Delimiters();
  readonly brackets: Bracket[] = [];
  readonly elements: Elements = new Elements();
  /** The labels the text names that nothing defines; a footnote's with `^` in front. */
  readonly missing: Set<string> = new Set();
  /** The last run of backticks of each length, once somebody looked. */
  backticks: Map<number, number> | undefined;
  /** For each mark the index from which on it was found to be nowhere. */
  private nowhere: Map<string, number> | undefined;

  constructor(
    readonly text: string,
    readonly context: InlineContext,
  ) {}

  /** Where a mark stands next, from an index on; -1 if nowhere. Asking again where it is missing costs nothing. */
  find(mark: string, from: number): number {
    this.nowhere ??= new Map();
    if (from >= (this.nowhere.get(mark) ?? Number.POSITIVE_INFINITY)) return -1;
    const index = this.text.indexOf(mark, from);
    if (index < 0) this.nowhere.set(mark, from);
    return index;
  }

  /** True when the text still grows and nothing follows an index. */
  isEdge(at: number): boolean {
    return this.context.isOpen && at >= this.text.length;
  }

  /** Takes so many characters as they are. */
  takeText(length: number): void {
    this.tokens.push(textToken(this.text.slice(this.at, this.at + length)));
    this.at += length;
  }

  /** Takes the text up to an index as a node. */
  takeNode(node: Inline, end: number): void {
    this.tokens.push(nodeToken(node));
    this.at = end;
  }
}
