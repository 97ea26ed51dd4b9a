import { isFields } from "../client/looseJSON.js";
import { parseBody } from "./parseBody.js";

/** What a client makes up anew each time: it says nothing about what is asked. */
const madeUp: ReadonlySet<string> = new Set(
  "id messageId parentId createdAt durationMs firstTokenMs".split(" "),
);

/**
 * Where a body differs from the recorded one, in words such as `messages[1].content is "x", recorded was "y"`; `undefined`
 * where it does not. Ids and times that a client makes up are not compared.
 */
export function firstDifference(
  asked: string | undefined,
  recorded: string | undefined,
): string | undefined {
  if (asked === recorded) return undefined;
  return compare(parseBody(asked), parseBody(recorded), "the body");
}

function compare(asked: unknown, recorded: unknown, place: string): string | undefined {
  if (Array.isArray(asked) && Array.isArray(recorded)) {
    const length = Math.max(asked.length, recorded.length);
    return firstOf(
      Array.from({ length }, (_, at) => at),
      (at) => compare(asked[at], recorded[at], `${place}[${at}]`),
    );
  }
  if (isFields(asked) && isFields(recorded)) {
    const names = new Set([...Object.keys(asked), ...Object.keys(recorded)]);
    return firstOf([...names], (name) => {
      if (madeUp.has(name)) return undefined;
      return compare(asked[name], recorded[name], `${place}.${name}`);
    });
  }
  return asked === recorded
    ? undefined
    : `${place} is ${shown(asked)}, recorded was ${shown(recorded)}`;
}

function firstOf<T>(
  values: readonly T[],
  find: (value: T) => string | undefined,
): string | undefined {
  for (const value of values) {
    const found = find(value);
    if (found) return found;
  }
  return undefined;
}

function shown(value: unknown): string {
  if (value === undefined) return "missing";
  const text = JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
