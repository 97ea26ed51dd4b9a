import type { Target } from "./inlines/linkParts.js";
import type { Block } from "./tree.js";

/** The definitions of a text, and the closed leaves that would look different if there was another. */
export class References {
  private readonly links = new Map<string, Target>();
  private readonly footnotes = new Map<string, number>();
  private readonly waiting = new Map<string, Map<Block, string>>();
  /** The leaves to read again, with their texts, since what they waited for has come. */
  readonly woken: Map<Block, string> = new Map();

  /** Adds where a label leads. The first definition of a label counts. */
  define(label: string, { url, title }: Target): void {
    if (this.links.has(label)) return;
    this.links.set(label, { url, title });
    this.wake(label);
  }

  /** Adds a footnote and returns its number, from 1; `undefined` if there is one with this label. */
  addFootnote(label: string): number | undefined {
    if (this.footnotes.has(label)) return undefined;
    const number = this.footnotes.size + 1;
    this.footnotes.set(label, number);
    this.wake(`^${label}`);
    return number;
  }

  link(label: string): Target | undefined {
    return this.links.get(label);
  }

  footnote(label: string): number | undefined {
    return this.footnotes.get(label);
  }

  /** Remembers that a closed leaf named a label (with `^` in front: a footnote) which is not defined yet. */
  wait(label: string, leaf: Block, text: string): void {
    let leaves = this.waiting.get(label);
    if (!leaves) this.waiting.set(label, (leaves = new Map()));
    leaves.set(leaf, text);
  }

  private wake(label: string): void {
    for (const [leaf, text] of this.waiting.get(label) ?? []) this.woken.set(leaf, text);
    this.waiting.delete(label);
  }
}
