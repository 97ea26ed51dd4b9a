import type { StreamPart } from "./streamParts.js";

/**
 * Takes reasoning that models write into their text between tags out of one answer, as `createThinkTags` does, which is
 * loaded for the first text that may begin with a tag, and for texts that run side by side; where it cannot be had the text
 * stays as it is. A text is opened with its first delta; an empty one not at all.
 *
 * Owns `parts`: leaving the loop leaves theirs.
 */
export async function* thinkingOutOfText(
  parts: AsyncIterable<StreamPart>,
): AsyncGenerator<StreamPart, void, undefined> {
  let split: ((part: StreamPart) => Iterable<StreamPart>) | undefined;
  let start: StreamPart | undefined;
  let isBegun = false;
  for await (const part of parts) {
    const isFirst = part.type === "text-delta" && !isBegun;
    const isBeside = part.type === "text-start" && (start ?? isBegun);
    if (!split && (isFirst || isBeside)) {
      isBegun = true;
      if (!isFirst || /^\s*(?:$|[<[])/.test(part.delta)) {
        split = (await import("./thinkTags.js").catch(() => undefined))?.createThinkTags();
      }
      if (start) yield* split?.(start) ?? [start];
      start = undefined;
    }
    if (split) {
      // One by one: `yield*` would wait once more for each.
      for (const one of split(part)) yield one;
    } else if (part.type === "text-start") {
      start = part;
      isBegun = false;
    } else if (part.type === "text-end") {
      if (!start) yield part;
      start = undefined;
      isBegun = false;
    } else yield part;
  }
}
