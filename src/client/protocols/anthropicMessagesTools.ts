import { asText, type Fields } from "../looseJSON.js";
import type { JSONValue } from "../messages.js";
import { argumentsOf, type CallPart, toolNameOf } from "./answeredCalls.js";
import { type ServerCallKind, serverCallKind, type ServerResult } from "./serverCalls.js";

/** A call or the result of one in a Messages request. */
export type WireTool =
  | {
      type: "tool_use" | ServerCallKind;
      id: string;
      name: string;
      input: Fields;
      server_name?: string;
      caller?: JSONValue;
    }
  | { type: "tool_result"; tool_use_id: string; content?: string; is_error?: true }
  | ServerResult;

/** The call itself. */
export function toCallBlock(part: CallPart): WireTool {
  const { serverName, caller } = part.callProviderMetadata?.["anthropic"] ?? {};
  return {
    type: serverCallKind(part) ?? "tool_use",
    id: part.toolCallId,
    name: toolNameOf(part),
    input: argumentsOf(part),
    ...(typeof serverName === "string" && { server_name: serverName }),
    ...(caller !== undefined && { caller }),
  };
}

/** What the model is told about a call of the app's own. */
export function toResultBlock(part: CallPart): WireTool {
  const tool_use_id = part.toolCallId;
  if (part.state !== "output-available") {
    const denied = part.state === "output-denied" && "The person did not allow this call.";
    const content = denied || part.errorText || "The tool failed.";
    return { type: "tool_result", tool_use_id, content, is_error: true };
  }
  const content = asText(part.output) ?? (part.output === "" ? "" : JSON.stringify(part.output));
  return { type: "tool_result", tool_use_id, ...(content && { content }) };
}
