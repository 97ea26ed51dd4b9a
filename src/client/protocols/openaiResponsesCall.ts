import { asText, type Fields, isFields } from "../looseJSON.js";
import type { StreamPart } from "../streamParts.js";
import { callEnd } from "./callEnd.js";

/** One tool call of an answer, put together from its events. */
export interface OutputCall {
  /** Goes on with the arguments. */
  add(delta: string): Generator<StreamPart, void, undefined>;
  /** Says what the arguments are in full: what has not come of them comes now. */
  settle(input: string): Generator<StreamPart, void, undefined>;
  /** Takes what the item says of the call: its name and id, which some servers give only at the end. */
  begin(item: Fields): Generator<StreamPart, void, undefined>;
  /** Gives the finished call, and its outcome if it has one. */
  end(item: Fields): Generator<StreamPart, void, undefined>;
}

/** Begins a call of one of the app's tools. `fallbackId` is its id where the server gives none. */
export function createFunctionCall(fallbackId: string): OutputCall {
  let toolName: string | undefined;
  let toolCallId = fallbackId;
  let input = "";

  function* begin(item: Fields): Generator<StreamPart, void, undefined> {
    if (toolName !== undefined) return;
    toolName = asText(item["name"]);
    // A call without a name is none.
    if (toolName === undefined) return;
    toolCallId = asText(item["call_id"]) ?? asText(item["id"]) ?? fallbackId;
    yield { type: "tool-input-start", toolCallId, toolName };
    if (input) yield { type: "tool-input-delta", toolCallId, inputTextDelta: input };
  }

  function* add(inputTextDelta: string): Generator<StreamPart, void, undefined> {
    if (inputTextDelta === "") return;
    input += inputTextDelta;
    if (toolName !== undefined) yield { type: "tool-input-delta", toolCallId, inputTextDelta };
  }

  function* settle(whole: string): Generator<StreamPart, void, undefined> {
    if (whole.startsWith(input)) yield* add(whole.slice(input.length));
    else input = whole;
  }

  function* end(item: Fields): Generator<StreamPart, void, undefined> {
    yield* begin(item);
    if (toolName === undefined) return;
    const whole = item["arguments"];
    yield* settle(isFields(whole) ? JSON.stringify(whole) : (asText(whole) ?? input));
    yield callEnd({ toolCallId, toolName }, input);
  }

  return { begin, add, settle, end };
}
