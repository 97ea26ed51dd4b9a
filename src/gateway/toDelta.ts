import type { ProviderMetadata, ReasoningPart } from "../client/messages.js";
import { carriedFacts } from "../client/protocols/carriedFacts.js";
import { carryCall, toCarriedImage } from "../client/protocols/openaiChatCarried.js";
import {
  addReasoning,
  isTelling,
  itemFactsOf,
  type WireReasoning,
} from "../client/protocols/openaiResponsesReasoning.js";
import type { PassedPart } from "../client/protocols/passedParts.js";
import { signerOf, thoughtSignatureOf, toThinkingBlock } from "../client/protocols/signatures.js";
import type { StreamPart } from "../client/streamParts.js";
import type { Delta, ToolCallDelta } from "./chunk.js";

type TextStreamPart = Extract<StreamPart, { type: `${"text" | "reasoning"}-${string}` }>;

/**
 * Makes the function that says what a part adds to an answer of OpenAI's form, or `undefined` for parts that add
 * nothing there. It remembers the tool calls, thoughts and refusals of one answer.
 */
export function createDeltaReader(): (part: StreamPart) => Delta | undefined {
  const readText = createTextReader();
  const readToolCall = createToolCallReader();
  const ownTools = new Set<string>();
  return (part) => {
    switch (part.type) {
      case "text-start":
      case "text-delta":
      case "text-end":
      case "reasoning-start":
      case "reasoning-delta":
      case "reasoning-end":
        return readText(part);
      case "source-url": {
        const { url, title = url } = part;
        return { annotations: [{ type: "url_citation", url_citation: { url, title } }] };
      }
      case "source-document":
        return pass(part);
      case "file":
        return part.mediaType.startsWith("image/")
          ? { images: [toCarriedImage(part)] }
          : pass(part);
      case "tool-input-start":
      case "tool-input-delta":
      case "tool-input-available":
      case "tool-input-error":
      case "tool-output-available":
      case "tool-output-error":
      case "tool-output-denied": {
        // A client that met one among its own calls would try to run it.
        if ("providerExecuted" in part && part.providerExecuted) ownTools.add(part.toolCallId);
        if (ownTools.has(part.toolCallId)) return pass(part);
        const call = readToolCall(part);
        return call && { tool_calls: [call] };
      }
      // Everything else frames the answer, or is the app's own data, which no provider sends.
      default:
        return undefined;
    }
  };
}

function pass(part: PassedPart): Delta {
  return { provider_specific_fields: { ui_message_chunks: [part] } };
}

interface OpenText {
  text: string;
  metadata: ProviderMetadata;
}

/** Texts and thoughts go on piece by piece; what the provider wants to see again goes with their end. */
function createTextReader(): (part: TextStreamPart) => Delta | undefined {
  const open = new Map<string, OpenText>();
  const items: WireReasoning[] = [];

  function endOfText(metadata: ProviderMetadata): Delta | undefined {
    const signature = thoughtSignatureOf(metadata);
    const facts = carriedFacts("text", metadata);
    if (!signature && !facts) return undefined;
    return {
      provider_specific_fields: {
        ...(signature && { thought_signatures: [signature] }),
        ...(facts && { provider_metadata: facts }),
      },
    };
  }

  function endOfThought({ text, metadata }: OpenText): Delta | undefined {
    const block = toThinkingBlock(text, metadata);
    const part: ReasoningPart = { type: "reasoning", text };
    if (!block) addReasoning(items, part, itemFactsOf(metadata));
    // Until it is known what is encrypted, an item may have more to say.
    const told = items.some(isTelling) ? items.splice(0).filter(isTelling) : [];
    const signer = signerOf(metadata);
    const facts = signer ? { [signer]: { signed: true } } : carriedFacts("reasoning", metadata);
    if (!block && told.length === 0 && !facts) return undefined;
    return {
      ...(block && { thinking_blocks: [block] }),
      ...(told.length > 0 && { reasoning_items: told }),
      ...(facts && { provider_specific_fields: { provider_metadata: facts } }),
    };
  }

  return (part) => {
    const [kind, step] = part.type.split("-");
    const key = `${kind} ${part.id}`;
    const known = step === "start" ? undefined : open.get(key);
    const { text, metadata } = known ?? { text: "", metadata: {} };
    const now = { text, metadata: { ...metadata, ...part.providerMetadata } };
    if (step === "end") {
      open.delete(key);
      return kind === "text" ? endOfText(now.metadata) : endOfThought(now);
    }
    open.set(key, now);
    if (!("delta" in part)) return undefined;
    now.text += part.delta;
    if (kind === "reasoning") return { reasoning_content: part.delta };
    return isRefusal(now.metadata) ? { refusal: part.delta } : { content: part.delta };
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
        return open(part.toolCallId, part.toolName, "");
      case "tool-input-delta": {
        const known = calls.get(part.toolCallId);
        return known && extend(known, part.inputTextDelta);
      }
      case "tool-input-available":
      case "tool-input-error": {
        const known = calls.get(part.toolCallId);
        const json = known?.hasArguments ? "" : toArguments(part.input);
        const carried =
          part.type === "tool-input-available" ? carryCall(part.providerMetadata) : {};
        if (known && json === "" && !carried.provider_specific_fields) return undefined;
        const call = known ? extend(known, json) : open(part.toolCallId, part.toolName, json);
        return { ...call, ...carried };
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

function isRefusal(metadata: ProviderMetadata): boolean {
  return Object.values(metadata).some(({ refusal }) => refusal === true);
}
