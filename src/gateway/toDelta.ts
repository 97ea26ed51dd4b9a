import type { ProviderMetadata } from "../client/messages.js";
import type { StreamPart } from "../client/streamParts.js";
import type { Delta, ToolCallDelta } from "./chunk.js";

/**
 * Makes the function that says what a part adds to an answer of OpenAI's form, or `undefined` for parts that add
 * nothing there. It remembers the tool calls and refusals of one answer.
 */
export function createDeltaReader(): (part: StreamPart) => Delta | undefined {
  const readToolCall = createToolCallReader();
  const refusals = new Set<string | undefined>();
  return (part) => {
    switch (part.type) {
      case "text-start":
        if (isRefusal(part.providerMetadata)) refusals.add(part.id);
        return undefined;
      case "text-delta":
        return refusals.has(part.id) || isRefusal(part.providerMetadata)
          ? { refusal: part.delta }
          : { content: part.delta };
      case "text-end":
        refusals.delete(part.id);
        return undefined;
      case "reasoning-delta":
        return { reasoning_content: part.delta };
      case "source-url": {
        const { url, title = url } = part;
        return { annotations: [{ type: "url_citation", url_citation: { url, title } }] };
      }
      case "file":
        return part.mediaType.startsWith("image/")
          ? { images: [{ type: "image_url", image_url: { url: part.url } }] }
          : undefined;
      default: {
        const call = readToolCall(part);
        return call && { tool_calls: [call] };
      }
    }
  };
}

/** A call may come in pieces, whole, or in pieces and then once more whole: its arguments are passed on once. */
function createToolCallReader(): (part: StreamPart) => ToolCallDelta | undefined {
  const calls = new Map<string, { index: number; hasArguments: boolean }>();
  const open = (toolCallId: string, name: string, json: string): ToolCallDelta => {
    const index = calls.size;
    calls.set(toolCallId, { index, hasArguments: json !== "" });
    return { index, id: toolCallId, type: "function", function: { name, arguments: json } };
  };
  const extend = (toolCallId: string, json: string): ToolCallDelta | undefined => {
    const call = calls.get(toolCallId);
    if (!call) return undefined;
    call.hasArguments = true;
    return { index: call.index, function: { arguments: json } };
  };
  return (part) => {
    switch (part.type) {
      case "tool-input-start":
        return part.providerExecuted ? undefined : open(part.toolCallId, part.toolName, "");
      case "tool-input-delta":
        return extend(part.toolCallId, part.inputTextDelta);
      case "tool-input-available":
      case "tool-input-error": {
        if (part.providerExecuted) return undefined;
        const known = calls.get(part.toolCallId);
        if (known?.hasArguments) return undefined;
        const json = toArguments(part.input);
        return known ? extend(part.toolCallId, json) : open(part.toolCallId, part.toolName, json);
      }
      default:
        return undefined;
    }
  };
}

/** Arguments that did not parse stand in the part as the text they came as. */
function toArguments(input: unknown): string {
  return typeof input === "string" ? input : JSON.stringify(input ?? {});
}

function isRefusal(metadata: ProviderMetadata | undefined): boolean {
  return metadata?.["openai"]?.["refusal"] === true;
}
