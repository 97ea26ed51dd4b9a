import { loadPart } from "./loadPart.js";
import type { StreamPart } from "./streamParts.js";

/**
 * Takes reasoning that models write into their text between tags out of one answer, as `createThinkTags` does, which is
 * loaded for the first text that may begin with a tag. A text is opened with its first delta; an empty one not at all.
 *
 * Owns `parts`: leaving the loop leaves theirs.
 */
export async function* thinkingOutOfText(
  parts: AsyncIterable<StreamPart>,
): AsyncGenerator<StreamPart, void, undefined> {
  let split: ((part: StreamPart) => Iterable<StreamPart>) | undefined;
  let start: StreamPart | undefined;
  for await (const part of parts) {
    if (start && part.type === "text-delta") {
      if (/^\s*(?:$|[<[])/.test(part.delta)) {
        split = (await loadPart(() => import("./thinkTags.js"))).createThinkTags();
      }
      yield* split ? split(start) : [start];
      start = undefined;
    }
    // One by one: `yield*` would wait once more for each.
    if (split) for (const one of split(part)) yield one;
    else if (part.type === "text-start") start = part;
    else if (start && part.type === "text-end") start = undefined;
    else yield part;
  }
}
