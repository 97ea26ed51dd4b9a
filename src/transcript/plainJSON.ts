import { ChatError } from "../client/errors.js";
import { isFields } from "../client/looseJSON.js";

/** What stands for something that can be shown and not be written. */
export const richOutput = "[rich output]";

/** Deeper than anything meant; `JSON.stringify` itself would run out of stack far below. */
const maxDepth = 400;

/**
 * Writes any value as JSON. What JSON has no word for is described instead: a node to show is "[rich output]", a value that
 * contains itself "[circular]", one that is nested too deeply "[…]".
 *
 * @throws ChatError `bad_request` where a value refuses to be read.
 */
export function plainJSON(value: unknown, space?: number): string {
  const holders: unknown[] = [];
  function replace(this: unknown, _key: string, held: unknown): unknown {
    if (typeof held === "bigint") return String(held);
    if (typeof held !== "object" || held === null) return held;
    while (holders.length > 0 && holders.at(-1) !== this) holders.pop();
    if (holders.includes(held)) return "[circular]";
    if (holders.length > maxDepth) return "[…]";
    const shown = isFields(held) && held["type"] === "data-node" ? withoutNode(held) : held;
    holders.push(shown);
    return shown;
  }
  try {
    return JSON.stringify(value, replace, space) ?? "null";
  } catch (cause) {
    throw new ChatError(
      "bad_request",
      "The conversation cannot be written, because something in it cannot be read. Leave out what is not plain data.",
      { cause },
    );
  }
}

function withoutNode(part: Readonly<Record<string, unknown>>): object {
  return typeof part["data"] === "string" ? part : { ...part, data: richOutput };
}
