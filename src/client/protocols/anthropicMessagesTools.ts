import { asText, type Fields } from "../looseJSON.js";
import type { JSONValue, UIMessagePart } from "../messages.js";
import { argumentsOf, type CallPart, isCall, toolNameOf } from "./answeredCalls.js";

/** A call or the result of one in a Messages request. */
export type WireTool =
  | {
      type: "tool_use" | ServerCall;
      id: string;
      name: string;
      input: Fields;
      server_name?: string;
      caller?: JSONValue;
    }
  | { type: "tool_result"; tool_use_id: string; content?: string; is_error?: true }
  | { type: `${string}_tool_result`; tool_use_id: string; content: unknown };

/** A call that Anthropic runs itself. */
type ServerCall = "server_tool_use" | "mcp_tool_use";

/** Whether a part is a call that Anthropic ran itself and got a result for: both go back to it as they came. */
export function isServerCall(part: UIMessagePart): part is CallPart {
  return (
    isCall(part) &&
    part.providerExecuted === true &&
    part.state === "output-available" &&
    serverCall(part) !== undefined
  );
}

/** The call itself. */
export function toCallBlock(part: CallPart): WireTool {
  const { serverName, caller } = part.callProviderMetadata?.["anthropic"] ?? {};
  return {
    type: serverCall(part) ?? "tool_use",
    id: toWireId(part.toolCallId),
    name: toolNameOf(part),
    input: argumentsOf(part),
    ...(typeof serverName === "string" && { server_name: serverName }),
    ...(caller !== undefined && { caller }),
  };
}

/** What the model is told about a call of the app's own. */
export function toResultBlock(part: CallPart): WireTool {
  const tool_use_id = toWireId(part.toolCallId);
  if (part.state !== "output-available") {
    const denied = part.state === "output-denied" && "The person did not allow this call.";
    const content = denied || part.errorText || "The tool failed.";
    return { type: "tool_result", tool_use_id, content, is_error: true };
  }
  const content = asText(part.output) ?? (part.output === "" ? "" : JSON.stringify(part.output));
  return { type: "tool_result", tool_use_id, ...(content && { content }) };
}

/** The result of a call that Anthropic ran itself. */
export function toServerResultBlock(part: CallPart): WireTool {
  const name = toolNameOf(part);
  const kind =
    serverCall(part) === "mcp_tool_use"
      ? "mcp"
      : name.startsWith("tool_search_tool")
        ? "tool_search"
        : name;
  const tool_use_id = toWireId(part.toolCallId);
  return { type: `${kind}_tool_result`, tool_use_id, content: part.output };
}

function serverCall(part: CallPart): ServerCall | undefined {
  const block = part.callProviderMetadata?.["anthropic"]?.["block"];
  return block === "server_tool_use" || block === "mcp_tool_use" ? block : undefined;
}

/** Other providers' ids may hold characters that Anthropic refuses. */
function toWireId(toolCallId: string): string {
  return toolCallId.replace(/[^\w-]/g, "_");
}
