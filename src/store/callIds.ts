import type { DynamicToolPart, ToolPart } from "../client/messages.js";
import { toolNameOf } from "../client/protocols/answeredCalls.js";
import type { StreamPart } from "../client/streamParts.js";
import { isSameJSON } from "../internal/isSameJSON.js";
import type { StoredMessage } from "./storedMessage.js";

/** The part as it is written to `message`, the answer as it stands; `undefined` before it has begun. */
export type CallIds = (part: StreamPart, message: StoredMessage | undefined) => StreamPart;

/**
 * Gives each call of an answer an id of its own. Some servers count their calls anew each time they are asked, and an answer
 * with calls asks several times: the second `call_0` would be taken for the first, and its result with it. The id is only
 * ever told back to them, with the call and with its result alike, so any will do. Made for one stream.
 */
export function createCallIds(): CallIds {
  const given = new Map<string, string>();
  return (part, message) => {
    if (part.type === "reset-step") given.clear();
    if (!("toolCallId" in part)) return part;
    const { toolCallId: told } = part;
    const before = callIn(message, given.get(told) ?? told);
    if (before && isAnother(part, before)) given.set(told, unusedId(message, told));
    const toolCallId = given.get(told);
    return toolCallId === undefined ? part : { ...part, toolCallId };
  };
}

type Call = ToolPart | DynamicToolPart;

function callIn(message: StoredMessage | undefined, id: string): Call | undefined {
  return message?.parts.find(
    (part): part is Call => "toolCallId" in part && part.toolCallId === id,
  );
}

function unusedId(message: StoredMessage | undefined, told: string): string {
  for (let count = 2; ; count += 1) {
    const id = `${told}-${count}`;
    if (!callIn(message, id)) return id;
  }
}

/** Whether a part begins another call than the one its id has stood for: that one is written to its end, and not told again. */
function isAnother(part: StreamPart, before: Call): boolean {
  if (before.state === "input-streaming") return false;
  if (part.type === "tool-input-start") return true;
  if (part.type !== "tool-input-available") return false;
  const isSame = part.toolName === toolNameOf(before) && isSameJSON(part.input, before.input);
  return before.state.startsWith("output") || !isSame;
}
