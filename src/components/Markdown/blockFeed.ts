import { MarkdownParser, type Block, type MarkdownDocument } from "../../markdown/index.js";
import type { AppendLogReader } from "../../store/appendLog.js";

/**
 * Reads a text into blocks and tells whoever shows one of them that it has changed, and nobody else. Owned by one
 * `MarkdownView`.
 */
export class BlockFeed {
  private readonly parser = new MarkdownParser();
  private readonly listeners = new Map<number, Set<() => void>>();
  private position = 0;

  /** Reads what there is: all of `text`, or what `source` has brought so far. */
  constructor(
    private readonly source: AppendLogReader | undefined,
    private text: string | undefined,
  ) {
    if (source) this.pull();
    else {
      this.parser.append(text ?? "");
      this.parser.end();
    }
  }

  get document(): MarkdownDocument {
    return this.parser.document;
  }

  /** Whether this is the text; also after a source has ended and its text is given as a string. */
  isOf(source: AppendLogReader | undefined, text: string): boolean {
    if (source) return source === this.source;
    if (this.text === undefined && this.source?.ended && this.source.since(0) === text)
      this.text = text;
    return this.text === text;
  }

  /** Follows the source. Returns how to stop. */
  follow(): () => void {
    if (!this.source) return () => {};
    const stop = this.source.subscribe(() => this.pull());
    this.pull();
    return stop;
  }

  /** Calls `listener` after the block with this id has changed. Returns how to stop. */
  subscribe(id: number, listener: () => void): () => void {
    // Any block may change while the text lives: the line that closes one is first shown provisionally.
    if (!this.document.isOpen) return () => {};
    let listeners = this.listeners.get(id);
    if (!listeners) this.listeners.set(id, (listeners = new Set()));
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0) this.listeners.delete(id);
    };
  }

  private pull(): void {
    const { source, parser } = this;
    if (!source || !this.document.isOpen) return;
    // First, because the source may end between the two.
    const { ended } = source;
    const delta = source.since(this.position);
    this.position += delta.length;
    this.tell(parser.append(delta));
    if (ended) this.tell(parser.end());
  }

  private tell(changed: readonly Block[]): void {
    for (const { id } of changed) for (const listener of this.listeners.get(id) ?? []) listener();
  }
}
