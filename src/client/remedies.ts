import { tokenRatio } from "./calibration.js";
import { contextLevels, inputLimit } from "./inputLimit.js";
import type { FilePart, UIMessage } from "./messages.js";
import type { PreflightInput } from "./preflight.js";
import { estimateRequest, type RequestInput } from "./requestWeight.js";

/**
 * The conversation without these files, the same objects that are in it. A message that held nothing else keeps a word in
 * their place, so that the answer to it still answers something.
 *
 * @param words That word.
 */
export function removeFiles(
  messages: readonly UIMessage[],
  files: readonly FilePart[],
  words = "[file removed]",
): UIMessage[] {
  const removed = new Set<unknown>(files);
  return messages.map((message) => {
    const parts = message.parts.filter((part) => !removed.has(part));
    if (parts.length === message.parts.length) return message;
    const isEmpty = parts.length === 0;
    return { ...message, parts: isEmpty ? [{ type: "text", text: words }] : parts };
  });
}

/**
 * The conversation without its oldest turns, so that at most 70 % of the model's input limit are used. A turn is a question
 * and all that follows up to the next one, and goes as a whole. System messages and the draft stay, and so does the last
 * turn while it fits at all, or where there is no draft. All messages where the limit is not known.
 */
export function dropOldestTurns({ messages, ...rest }: PreflightInput): UIMessage[] {
  const { model, maxTokens, ratio = tokenRatio(new Map(), model.id).ratio } = rest;
  const most = inputLimit(model, maxTokens);
  if (most === undefined) return [...messages];
  const tokensOf = (input: RequestInput): number => estimateRequest(input, model.id).tokens * ratio;
  const always = messages.filter(({ role }) => role === "system");
  const turns = turnsOf(messages.filter(({ role }) => role !== "system"));
  let used = tokensOf({ ...rest, messages: always });
  let first = turns.length;
  while (first > 0) {
    used += tokensOf({ messages: turns[first - 1]! });
    const isLast = first === turns.length;
    const room = isLast ? most : most * contextLevels.high;
    if (used > room && !(isLast && !rest.draft)) break;
    first -= 1;
  }
  const kept = new Set([...always, ...turns.slice(first).flat()]);
  return messages.filter((message) => kept.has(message));
}

/** The conversation cut before each question; what stands before the first is a turn too. */
function turnsOf(messages: readonly UIMessage[]): UIMessage[][] {
  const turns: UIMessage[][] = [];
  for (const message of messages) {
    if (message.role === "user" || turns.length === 0) turns.push([message]);
    else turns.at(-1)!.push(message);
  }
  return turns;
}
