import { asFields, asList, asText, type Fields, isFields } from "../looseJSON.js";
import type { JSONValue, ProviderMetadata } from "../messages.js";
import type { StreamPart } from "../streamParts.js";
import { callEnd } from "./callEnd.js";

/** The tool calls of one answer, the app's own and those that Anthropic runs itself. */
export interface MessagesCalls {
  /** Begins the call in a block; `undefined` for one without a name, which is none. */
  open(block: Fields): OpenCall | undefined;
  /** The result of a call that Anthropic ran; nothing where the call is not in this answer. */
  result(block: Fields): Generator<StreamPart, void, undefined>;
}

/** A call whose arguments are still coming. */
export interface OpenCall {
  /** Whether the app has to run it. */
  isOwn: boolean;
  /** The part that announces it. */
  start: StreamPart;
  /** More of the arguments. */
  add(inputTextDelta: string): StreamPart;
  /** The whole call. */
  end(): StreamPart;
}

/** Begins without calls. */
export function createMessagesCalls(): MessagesCalls {
  const served = new Set<string>();
  let count = 0;

  function open(block: Fields): OpenCall | undefined {
    const toolName = asText(block["name"]);
    if (!toolName) return undefined;
    count += 1;
    const toolCallId = asText(block["id"]) ?? `call-${count}`;
    const isOwn = block["type"] === "tool_use";
    if (!isOwn) served.add(toolCallId);
    const call = {
      toolCallId,
      toolName,
      ...(!isOwn && { providerExecuted: true }),
      // The tools of a server that Anthropic talks to are known to nobody here.
      ...(block["type"] === "mcp_tool_use" && { dynamic: true }),
    };
    let input = "";
    return {
      isOwn,
      start: { type: "tool-input-start", ...call },
      add(inputTextDelta) {
        input += inputTextDelta;
        return { type: "tool-input-delta", toolCallId, inputTextDelta };
      },
      end() {
        // Arguments that do not stream stand in the block from the start.
        const args = input.trim() === "" ? JSON.stringify(block["input"] ?? {}) : input;
        return callEnd(call, args, callMetadata(block));
      },
    };
  }

  function* result(block: Fields): Generator<StreamPart, void, undefined> {
    const toolCallId = asText(block["tool_use_id"]);
    if (!toolCallId || !served.has(toolCallId)) return;
    const output = block["content"];
    const errorText = errorOf(block);
    yield errorText === undefined
      ? { type: "tool-output-available", toolCallId, output, providerExecuted: true }
      : { type: "tool-output-error", toolCallId, errorText, providerExecuted: true };
  }

  return { open, result };
}

/** What Anthropic needs to get the call back as it was. */
function callMetadata(block: Fields): ProviderMetadata | undefined {
  const type = asText(block["type"]) ?? "tool_use";
  const serverName = asText(block["server_name"]);
  const caller = asFields(block["caller"]);
  const anthropic: Record<string, JSONValue> = {
    ...(type !== "tool_use" && { block: type }),
    ...(serverName && { serverName }),
    // Called from within code that runs at Anthropic, not by the model directly.
    ...(asText(caller["type"]) !== undefined &&
      caller["type"] !== "direct" && { caller: caller as Record<string, JSONValue> }),
  };
  return Object.keys(anthropic).length > 0 ? { anthropic } : undefined;
}

/** Why a call failed; `undefined` where it did not. */
function errorOf(block: Fields): string | undefined {
  const { content } = block;
  if (isFields(content) && asText(content["type"])?.endsWith("_error")) {
    return asText(content["error_code"]) ?? "The tool failed.";
  }
  if (block["is_error"] !== true) return undefined;
  const texts = asList(content).map((item) => asText(asFields(item)["text"]) ?? "");
  return asText(content) ?? (texts.join("\n") || "The tool failed.");
}
