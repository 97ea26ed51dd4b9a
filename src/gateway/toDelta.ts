import type { ProviderMetadata } from "../client/messages.js";
import { thoughtSignatureOf, toThinkingBlock } from "../client/protocols/signatures.js";
import type { StreamPart } from "../client/streamParts.js";
import type { Delta, ToolCallDelta } from "./chunk.js";

/**
 * Makes the function that says what a part adds to an answer of OpenAI's form, or `undefined` for parts that add
 * nothing there. It remembers the tool calls, thoughts and refusals of one answer.
 */
export function createDeltaReader(): (part: StreamPart) => Delta | undefined {
  const readToolCall = createToolCallReader();
  const refusals = new Set<string | undefined>();
  const thoughts = new Map<string | undefined, string>();
  return (part) => {
    switch (part.type) {
      case "text-start":
        if (isRefusal(part.providerMetadata)) refusals.add(part.id);
        return undefined;
      case "text-delta":
        return refusals.has(part.id) || isRefusal(part.providerMetadata)
          ? { refusal: part.delta }
          : { content: part.delta };
      case "text-end": {
        refusals.delete(part.id);
        const signature = thoughtSignatureOf(part.providerMetadata);
        return signature
          ? { provider_specific_fields: { thought_signatures: [signature] } }
          : undefined;
      }
      case "reasoning-delta":
        thoughts.set(part.id, (thoughts.get(part.id) ?? "") + part.delta);
        return { reasoning_content: part.delta };
      case "reasoning-end": {
        const block = toThinkingBlock(thoughts.get(part.id) ?? "", part.providerMetadata);
        thoughts.delete(part.id);
        return block && { thinking_blocks: [block] };
      }
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

interface OpenCall {
  index: number;
  hasArguments: boolean;
}

/** A call may come in pieces, whole, or in pieces and then once more whole: its arguments are passed on once. */
function createToolCallReader(): (part: StreamPart) => ToolCallDelta | undefined {
  const calls = new Map<string, OpenCall>();
  const open = (toolCallId: string, name: string, json: string): ToolCallDelta => {
    const index = calls.size;
    calls.set(toolCallId, { index, hasArguments: json !== "" });
    return { index, id: toolCallId, type: "function", function: { name, arguments: json } };
  };
  const extend = (call: OpenCall, json: string): ToolCallDelta => {
    call.hasArguments = true;
    return { index: call.index, function: { arguments: json } };
  };
  return (part) => {
    switch (part.type) {
      case "tool-input-start":
        return part.providerExecuted ? undefined : open(part.toolCallId, part.toolName, "");
      case "tool-input-delta": {
        const known = calls.get(part.toolCallId);
        return known && extend(known, part.inputTextDelta);
      }
      case "tool-input-available":
      case "tool-input-error": {
        if (part.providerExecuted) return undefined;
        const known = calls.get(part.toolCallId);
        const json = known?.hasArguments ? "" : toArguments(part.input);
        const thought_signature =
          part.type === "tool-input-available" && thoughtSignatureOf(part.providerMetadata);
        if (known && json === "" && !thought_signature) return undefined;
        const call = known ? extend(known, json) : open(part.toolCallId, part.toolName, json);
        return {
          ...call,
          ...(thought_signature && { provider_specific_fields: { thought_signature } }),
        };
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
  return Object.values(metadata ?? {}).some(({ refusal }) => refusal === true);
}
