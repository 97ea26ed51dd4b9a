import type { ProviderMetadata } from "./messages.js";
import type { StreamPart } from "./streamParts.js";
import { createTagSplitter, type TagSplitter, type TextPiece } from "./tagSplitter.js";

/**
 * Takes reasoning that models write into their text between tags (`<think>`, `<thinking>`, `[THINK]`, gpt-oss channels) out
 * of one answer: returns what becomes of each part of it. Only tags at the beginning of a text part count. Everything else
 * passes unchanged and in order, apart from the few characters that may be half a tag: they wait for what follows, at the
 * latest for the end of their text, of its step or of the answer, and are not shown when the answer breaks off.
 */
export function createThinkTags(): (part: StreamPart) => Iterable<StreamPart> {
  const texts: Texts = new Map();
  return (part) => splitPart(part, texts);
}

type Texts = Map<string | undefined, SplitText>;
type TextStart = Extract<StreamPart, { type: "text-start" | "reasoning-start" }>;
type TextEnd = Extract<StreamPart, { type: "text-end" | "reasoning-end" }>;

/** One text part that is being taken apart. */
interface SplitText {
  id: string | undefined;
  /** What opened it, held back until there is text to show; absent where a delta did. */
  start: TextStart | undefined;
  splitter: TagSplitter;
  open?: TextPiece["kind"] | undefined;
}

const stepEnds: ReadonlySet<string> = new Set([
  "start-step",
  "finish-step",
  "reset-step",
  "finish",
] satisfies StreamPart["type"][]);

function* splitPart(part: StreamPart, texts: Texts): Generator<StreamPart, void, undefined> {
  if (part.type === "text-start") {
    yield* close(texts.get(part.id));
    texts.set(part.id, openText(part.id, part));
  } else if (part.type === "text-delta") {
    const text = texts.get(part.id) ?? openText(part.id);
    texts.set(part.id, text);
    if (text.open === "text" && text.splitter.isPlain()) yield part;
    else yield* show(text.splitter.push(part.delta), text, part.providerMetadata);
  } else if (part.type === "text-end") {
    yield* close(texts.get(part.id), part);
    texts.delete(part.id);
  } else {
    if (stepEnds.has(part.type)) yield* closeAll(texts);
    yield part;
  }
}

function openText(id: string | undefined, start?: TextStart): SplitText {
  return { id, start, splitter: createTagSplitter() };
}

function* show(
  pieces: readonly TextPiece[],
  text: SplitText,
  providerMetadata?: ProviderMetadata,
): Generator<StreamPart, void, undefined> {
  for (const { kind, text: delta } of pieces) {
    if (text.open !== kind) {
      yield* closeKind(text);
      if (kind === "reasoning") yield { type: "reasoning-start", ...idOf(text, kind) };
      else if (text.start) yield text.start;
      text.open = kind;
    }
    yield {
      type: `${kind}-delta`,
      ...idOf(text, kind),
      delta,
      ...(providerMetadata && { providerMetadata }),
    };
  }
}

function* closeKind(text: SplitText): Generator<StreamPart, void, undefined> {
  if (text.open) yield { type: `${text.open}-end`, ...idOf(text, text.open) };
  text.open = undefined;
}

/** Shows what was held back and ends the part; one that was empty, or nothing but reasoning, leaves no text part. */
function* close(
  text: SplitText | undefined,
  end?: TextEnd,
): Generator<StreamPart, void, undefined> {
  if (text) yield* show(text.splitter.end(), text);
  if (text?.open === "reasoning") yield* closeKind(text);
  else if (end && (!text || text.open)) yield end;
}

function* closeAll(texts: Texts): Generator<StreamPart, void, undefined> {
  for (const text of texts.values()) yield* close(text);
  texts.clear();
}

/** Two parts made of one must not share its id. */
function idOf({ id }: SplitText, kind: TextPiece["kind"]): { id?: string } {
  if (id === undefined) return {};
  return { id: kind === "text" ? id : `${id}-reasoning` };
}
