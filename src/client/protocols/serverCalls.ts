import type { UIMessagePart } from "../messages.js";
import { type CallPart, isCall, toolNameOf } from "./answeredCalls.js";

/** A call that Anthropic runs itself: of a tool of its own, or of an MCP server it talks to. */
export type ServerCallKind = "server_tool_use" | "mcp_tool_use";

/** What a server call came to, as Anthropic writes it. */
export interface ServerResult {
  type: `${string}_tool_result`;
  tool_use_id: string;
  content: unknown;
  is_error?: true;
}

/** Whose word counts for what a call was: Anthropic's, and that of a gateway that tells of it in LiteLLM's way. */
const tellers = ["anthropic", "gateway", "litellm_proxy"] as const;

/** What kind of server call a part is; `undefined` for one of the app's own, or of another provider. */
export function serverCallKind({
  callProviderMetadata: facts,
}: Pick<CallPart, "callProviderMetadata">): ServerCallKind | undefined {
  const block = tellers.map((teller) => facts?.[teller]?.["block"]).find(Boolean);
  return block === "server_tool_use" || block === "mcp_tool_use" ? block : undefined;
}

/** Whether a part is a call that Anthropic ran itself and that has ended: call and result go back to it as they came. */
export function isServerCall(part: UIMessagePart): part is CallPart {
  return (
    isCall(part) &&
    part.providerExecuted === true &&
    (part.state === "output-available" || part.state === "output-error") &&
    serverCallKind(part) !== undefined
  );
}

/** The result of a server call. */
export function toServerResult(part: CallPart): ServerResult {
  const { toolCallId: tool_use_id, output, errorText } = part;
  const hasFailed = part.state === "output-error";
  if (serverCallKind(part) === "mcp_tool_use") {
    const content = hasFailed ? [{ type: "text", text: errorText || "The tool failed." }] : output;
    return { type: "mcp_tool_result", tool_use_id, content, ...(hasFailed && { is_error: true }) };
  }
  const name = toolNameOf(part);
  const kind = name.startsWith("tool_search_tool") ? "tool_search" : name;
  // Anthropic knows its errors by codes.
  const error_code = /^[a-z_]+$/.test(errorText ?? "") ? errorText : "unavailable";
  const content = hasFailed ? { type: `${kind}_tool_result_error`, error_code } : output;
  return { type: `${kind}_tool_result`, tool_use_id, content };
}
