/** A run of text between two marks, and what it is. */
interface Tag {
  open: string;
  close: string;
  kind: TextPiece["kind"];
}

/** Text of one kind. Never empty. */
export interface TextPiece {
  kind: "reasoning" | "text";
  text: string;
}

/** Takes one text apart as it comes. */
export interface TagSplitter {
  push(delta: string): TextPiece[];
  /** What was held back, when nothing more comes. */
  end(): TextPiece[];
  /** Whether the rest is ordinary text, whatever it holds. */
  isPlain(): boolean;
}

const turn = "<|start|>assistant";
const thought = "<|channel|>analysis<|message|>";
const answer = "<|channel|>final<|message|>";

/**
 * How models mark reasoning inside their text: most of them, Amazon Nova, Mistral, and gpt-oss, which marks its answer too.
 *
 * @see https://developers.openai.com/cookbook/articles/openai-harmony
 */
const tags: readonly Tag[] = [
  { open: "<think>", close: "</think>", kind: "reasoning" },
  { open: "<thinking>", close: "</thinking>", kind: "reasoning" },
  { open: "[THINK]", close: "[/THINK]", kind: "reasoning" },
  { open: thought, close: "<|end|>", kind: "reasoning" },
  { open: turn + thought, close: "<|end|>", kind: "reasoning" },
  { open: answer, close: "<|return|>", kind: "text" },
  { open: turn + answer, close: "<|return|>", kind: "text" },
];

/**
 * Splits a text into reasoning and the rest. Marks count where the text begins, and again right behind a marked run:
 * anywhere else they are what the text is about. What may still become a mark is held back, so that no half of one is ever
 * shown. White space around marks is dropped; a text without marks passes unchanged.
 */
export function createTagSplitter(): TagSplitter {
  let held = "";
  let inside: Tag | undefined;
  let isPlain = false;
  /** Whether a mark has just been passed, so that white space says nothing. */
  let isBehindMark = false;

  function begin(): void {
    const text = held.trimStart();
    inside = tags.find(({ open }) => text.startsWith(open));
    isPlain = !inside && !tags.some(({ open }) => open.startsWith(text));
    if (!inside && !(isPlain && isBehindMark)) return;
    held = text.slice(inside?.open.length ?? 0);
    isBehindMark = true;
  }

  /** What can be said of a marked run so far. */
  function readOn({ kind, close }: Tag): TextPiece {
    if (isBehindMark) held = held.trimStart();
    isBehindMark &&= held === "";
    const at = held.indexOf(close);
    const length = at < 0 ? held.length - partialLength(held, close) : at;
    const text = held.slice(0, length);
    held = held.slice(length + (at < 0 ? 0 : close.length));
    if (at >= 0) {
      inside = undefined;
      isBehindMark = true;
    }
    return { kind, text };
  }

  function push(delta: string): TextPiece[] {
    const pieces: TextPiece[] = [];
    held += delta;
    let before: string | undefined;
    // Over when a round takes nothing away: the rest has to wait.
    while (held !== before && !isPlain) {
      before = held;
      if (inside) pieces.push(readOn(inside));
      else begin();
    }
    if (isPlain) pieces.push(...end());
    return pieces.filter(({ text }) => text !== "");
  }

  function end(): TextPiece[] {
    const text = isBehindMark && !isPlain ? held.trimStart() : held;
    held = "";
    return text ? [{ kind: inside?.kind ?? "text", text }] : [];
  }

  return { push, end, isPlain: () => isPlain };
}

/** How many characters at the end of `text` may be the beginning of `mark`. */
function partialLength(text: string, mark: string): number {
  for (let length = Math.min(text.length, mark.length - 1); length > 0; length -= 1) {
    if (mark.startsWith(text.slice(-length))) return length;
  }
  return 0;
}
