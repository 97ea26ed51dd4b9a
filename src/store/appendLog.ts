import type { FrameScheduler } from "./frame.js";

/** The reading side of an append log: what renders a running part needs no more. Positions count UTF-16 code units. */
export interface AppendLogReader {
  /** How much text has arrived. Only grows. */
  readonly length: number;
  /** True once nothing more will come. */
  readonly ended: boolean;
  /** The text from `position` (0 or more) to the end; empty when there is no more. Costs what is new, not what is there. */
  since(position: number): string;
  /** Calls `listener` at most once a frame while text arrives, and at the end. Returns how to stop. */
  subscribe(listener: () => void): () => void;
}

/** The text of a running part, kept outside React so that a delta costs the same however long the answer is. */
export interface AppendLog extends AppendLogReader {
  append(delta: string): void;
  /** No more text: tells the listeners once more. */
  end(): void;
  /** When its text began to be written, in milliseconds since 1970-01-01 UTC; `undefined` where nobody saw that. */
  readonly startedAt?: number | undefined;
}

/** An append log that tells its listeners through `frames`, beginning with `text`. Owned by whoever appends. */
export function createAppendLog(frames: FrameScheduler, text = "", startedAt?: number): AppendLog {
  const chunks: string[] = [];
  const starts: number[] = [];
  const listeners = new Set<() => void>();
  let length = 0;
  let ended = false;

  const tell = (): void => {
    for (const listener of listeners) listener();
  };

  function append(delta: string): void {
    if (!delta) return;
    starts.push(length);
    chunks.push(delta);
    length += delta.length;
    frames.request(tell);
  }

  append(text);
  return {
    get length() {
      return length;
    },
    get ended() {
      return ended;
    },
    append,
    startedAt,
    since(position) {
      // Readers ask for the end of the text, so the search starts there.
      let first = chunks.length;
      while (first > 0 && starts[first - 1]! >= position) first -= 1;
      const tail = chunks.slice(first).join("");
      if (first === 0) return tail;
      return chunks[first - 1]!.slice(position - starts[first - 1]!) + tail;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    end() {
      ended = true;
      tell();
    },
  };
}
