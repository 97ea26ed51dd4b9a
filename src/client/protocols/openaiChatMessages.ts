import type { ParameterRules } from "../limits/openaiChat.js";
import type { FilePart, TextPart, UIMessage, UIMessagePart } from "../messages.js";
import type { Target } from "../protocol.js";
import type { ChatRequest } from "../types.js";
import { type CallPart, isAnswered, resultTextOf, stepsOf, toolNameOf } from "./answeredCalls.js";
import { type ThinkingBlock, thoughtSignatureOf, toThinkingBlock } from "./signatures.js";
import { base64Of, checkImage, refusedFile } from "./attachedFiles.js";

/** One piece of a user message that is more than text. */
export type WireContentPart =
  | { type: "text"; text: string }
  | { type: "image_url"; image_url: { url: string } | string }
  | { type: "file"; file: { file_data: string; filename: string } }
  | { type: "input_audio"; input_audio: { data: string; format: string } };

/** One message of a Chat Completions request. */
export interface WireMessage {
  role: "system" | "developer" | "user" | "assistant" | "tool";
  content: string | WireContentPart[] | null;
  tool_calls?: WireCall[];
  tool_call_id?: string;
  /** For providers that want to see it again. */
  reasoning_content?: string;
  /** Only for gateways: what the provider behind them has signed and wants to see again. */
  thinking_blocks?: ThinkingBlock[];
  provider_specific_fields?: { thought_signatures: string[] };
}

/** One tool call of an answer. */
export interface WireCall {
  id: string;
  type: "function";
  function: { name: string; arguments: string };
  provider_specific_fields?: { thought_signature: string };
}

/** Who takes signatures back. Others refuse messages with fields they do not know. */
const carriers: ReadonlySet<string> = new Set(["gateway", "litellm_proxy"]);

/**
 * Writes a conversation as Chat Completions messages. A message that has nothing to send, such as an answer stopped before
 * its first word, is left out, since providers refuse empty ones.
 *
 * @throws ChatError for a file the target does not take.
 */
export function toWireMessages(
  request: ChatRequest,
  target: Target,
  rules: ParameterRules,
): WireMessage[] {
  const system: WireMessage[] = request.system
    ? [{ role: rules.systemRole, content: request.system }]
    : [];
  const messages = system.concat(
    request.messages.flatMap((message) => {
      if (message.role !== "assistant") return writePrompt(message, message.role, target, rules);
      const { model = request.model } = message.metadata ?? {};
      // They say nothing to another model, and the provider of that one may refuse the fields.
      const isCarried = carriers.has(target.provider) && model === request.model;
      const isReturned = rules.returnsReasoning && message.parts.some(isAnswered);
      return stepsOf(message.parts).flatMap((parts) => writeStep(parts, isCarried, isReturned));
    }),
  );
  return rules.mergeTurns ? mergeTurns(messages) : messages;
}

function writePrompt(
  { parts }: UIMessage,
  role: "system" | "user",
  target: Target,
  rules: ParameterRules,
): WireMessage[] {
  const content = userContent(parts, target, rules);
  return content.length > 0 ? [{ role: role === "system" ? rules.systemRole : role, content }] : [];
}

function userContent(
  parts: readonly UIMessagePart[],
  target: Target,
  rules: ParameterRules,
): string | WireContentPart[] {
  const sent = parts.filter(
    (part): part is TextPart | FilePart =>
      (part.type === "text" && part.text !== "") || part.type === "file",
  );
  // A plain string wherever it will do: some servers take no lists.
  if (sent.every((part) => part.type === "text")) return sent.map((part) => part.text).join("\n");
  return sent.map((part) =>
    part.type === "text" ? { type: "text", text: part.text } : filePart(part, target, rules),
  );
}

function filePart(file: FilePart, target: Target, rules: ParameterRules): WireContentPart {
  if (file.mediaType.startsWith("image/")) {
    checkImage(file, target);
    return {
      type: "image_url",
      image_url: rules.imageURL === "url" ? file.url : { url: file.url },
    };
  }
  const data = base64Of(file);
  if (data === undefined || !rules.files.includes(file.mediaType)) {
    throw refusedFile(file, target, "Remove it, or choose another model.");
  }
  if (file.mediaType.startsWith("audio/")) {
    const format = file.mediaType.endsWith("wav") ? "wav" : "mp3";
    return { type: "input_audio", input_audio: { data, format } };
  }
  return { type: "file", file: { file_data: file.url, filename: file.filename ?? "document.pdf" } };
}

function writeStep(
  parts: readonly UIMessagePart[],
  isCarried: boolean,
  isReturned: boolean,
): WireMessage[] {
  const text = parts.map((part) => (part.type === "text" ? part.text : "")).join("");
  const calls = parts.filter(isAnswered);
  if (!text && calls.length === 0) return [];
  const message: WireMessage = {
    role: "assistant",
    content: text || null,
    ...(isReturned && { reasoning_content: reasoningOf(parts) }),
    ...(isCarried && signaturesOf(parts)),
  };
  if (calls.length > 0) message.tool_calls = calls.map((call) => writeCall(call, isCarried));
  return [message, ...calls.map(writeResult)];
}

function reasoningOf(parts: readonly UIMessagePart[]): string {
  return parts.map((part) => (part.type === "reasoning" ? part.text : "")).join("");
}

/** What a provider signed of its thinking and its text. */
function signaturesOf(parts: readonly UIMessagePart[]): Partial<WireMessage> {
  const blocks = parts.flatMap((part) =>
    part.type === "reasoning" ? (toThinkingBlock(part.text, part.providerMetadata) ?? []) : [],
  );
  const thoughts = blocks.flatMap((block) => (block.type === "thinking" ? [block.thinking] : []));
  const signatures = parts.flatMap((part) =>
    part.type === "text" ? (thoughtSignatureOf(part.providerMetadata) ?? []) : [],
  );
  return {
    ...(blocks.length > 0 && { reasoning_content: thoughts.join(""), thinking_blocks: blocks }),
    ...(signatures.length > 0 && { provider_specific_fields: { thought_signatures: signatures } }),
  };
}

function writeCall(call: CallPart, isCarried: boolean): WireCall {
  const thought_signature = isCarried ? thoughtSignatureOf(call.callProviderMetadata) : undefined;
  const input = call.input ?? call.rawInput ?? {};
  return {
    id: call.toolCallId,
    type: "function",
    function: {
      name: toolNameOf(call),
      arguments: typeof input === "string" ? input : JSON.stringify(input),
    },
    ...(thought_signature && { provider_specific_fields: { thought_signature } }),
  };
}

function writeResult(call: CallPart): WireMessage {
  return { role: "tool", tool_call_id: call.toolCallId, content: resultTextOf(call) };
}

function mergeTurns(messages: readonly WireMessage[]): WireMessage[] {
  const merged: WireMessage[] = [];
  for (const message of messages) {
    const last = merged.at(-1);
    if (last?.role !== message.role) merged.push({ ...message });
    else if (typeof last.content === "string" && typeof message.content === "string") {
      last.content = `${last.content}\n\n${message.content}`;
    } else last.content = asContentParts(last.content).concat(asContentParts(message.content));
  }
  return merged;
}

function asContentParts(content: WireMessage["content"]): WireContentPart[] {
  return typeof content === "string" ? [{ type: "text", text: content }] : (content ?? []);
}
