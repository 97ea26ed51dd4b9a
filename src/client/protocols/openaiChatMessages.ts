import { historyRules } from "../limits/chatHistory.js";
import type { ParameterRules } from "../limits/parameters.js";
import { chatCallId } from "../limits/callIds.js";
import { isFetchedFile } from "../limits/files.js";
import type { FilePart, UIMessage, UIMessagePart } from "../messages.js";
import type { Target } from "../protocol.js";
import type { ChatRequest } from "../types.js";
import {
  argumentsOf,
  type CallPart,
  isAnswered,
  resultTextOf,
  stepsOf,
  toolNameOf,
} from "./answeredCalls.js";
import { base64Of, checkImage, mediaTypeOf, refusedFile, wrappedTextOf } from "./attachedFiles.js";
import { bridge, withDetails } from "./openaiChatCalls.js";
import {
  type CarriedCall,
  type CarriedMessage,
  carryCall,
  carryRun,
  runsOf,
} from "./openaiChatCarried.js";
import { carryServerCalls } from "./openaiChatServerCalls.js";
import { withPlainCalls } from "./plainCalls.js";
import { isServerCall } from "./serverCalls.js";

/** One piece of a user message that is more than text. */
export type WireContentPart =
  | { type: "text"; text: string }
  | { type: "image_url"; image_url: { url: string } | string }
  | { type: "file"; file: { file_data: string; filename: string } }
  | { type: "document_url"; document_url: string }
  | { type: "input_audio"; input_audio: { data: string; format: string } };

/** One message of a Chat Completions request. */
export interface WireMessage extends CarriedMessage {
  role: "system" | "developer" | "user" | "assistant" | "tool";
  content: string | WireContentPart[] | null;
  tool_calls?: WireCall[];
  /** OpenRouter's. */
  reasoning_details?: unknown[];
  tool_call_id?: string;
}

/** One tool call of an answer. */
export interface WireCall extends CarriedCall {
  id: string;
  type: "function";
  function: { name: string; arguments: string };
}

/** Who takes back what a provider behind them has said. Others refuse messages with fields they do not know. */
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
    withPlainCalls(request, chatCallId(target)).flatMap((message) => {
      if (message.role !== "assistant") return writePrompt(message, message.role, target, rules);
      const { model = request.model } = message.metadata ?? {};
      const isOwn = isSameModel(model, request.model);
      const carrier = isOwn && carriers.has(target.provider) ? target.provider : undefined;
      const isReturned = rules.returnsReasoning && message.parts.some(isAnswered);
      return stepsOf(message.parts).flatMap((step) => {
        // What was thought says nothing to another model, and the provider of that one may refuse the fields.
        const parts = step.filter((part) => isOwn || part.type !== "reasoning");
        const written = writeStep(parts, carrier, isReturned);
        return isOwn ? withDetails(written, parts, target) : written;
      });
    }),
  );
  if (historyRules(target.provider).bridged) return bridge(messages);
  return rules.mergeTurns ? mergeTurns(messages) : messages;
}

/** One model may be asked by its bare name here, and by its provider's too there. */
function isSameModel(one: string, other: string): boolean {
  return one === other || one.endsWith(`/${other}`) || other.endsWith(`/${one}`);
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
  const sent = parts.flatMap((part): WireContentPart[] => {
    if (part.type === "file") return [filePart(part, target, rules)];
    return part.type === "text" && part.text !== "" ? [{ type: "text", text: part.text }] : [];
  });
  // A plain string wherever it will do: some servers take no lists.
  if (sent.every((part) => part.type === "text")) return sent.map((part) => part.text).join("\n");
  return sent;
}

function filePart(file: FilePart, target: Target, rules: ParameterRules): WireContentPart {
  if (file.mediaType.startsWith("image/")) {
    checkImage(file, target);
    return {
      type: "image_url",
      image_url: rules.imageURL === "url" ? file.url : { url: file.url },
    };
  }
  const text = wrappedTextOf(file);
  if (text !== undefined) return { type: "text", text };
  const mediaType = mediaTypeOf(file);
  const data = base64Of(file);
  const isFetched = isFetchedFile(target.provider, file);
  if (!rules.files.includes(mediaType) || (data === undefined && !isFetched)) {
    throw refusedFile(file, target, "Remove it, or choose another model.");
  }
  if (rules.documents === "document_url") return { type: "document_url", document_url: file.url };
  if (data !== undefined && mediaType.startsWith("audio/")) {
    const format = mediaType.endsWith("wav") ? "wav" : "mp3";
    return { type: "input_audio", input_audio: { data, format } };
  }
  return { type: "file", file: { file_data: file.url, filename: file.filename ?? "document.pdf" } };
}

function writeStep(
  parts: readonly UIMessagePart[],
  carrier: string | undefined,
  isReturned: boolean,
): WireMessage[] {
  const runs = carrier ? runsOf(parts) : [parts];
  return [
    ...runs.flatMap((run) => writeRun(run, carrier, isReturned)),
    ...parts.filter(isAnswered).map((call) => writeResult(call, carrier)),
  ];
}

function writeRun(
  parts: readonly UIMessagePart[],
  carrier: string | undefined,
  isReturned: boolean,
): WireMessage[] {
  const text = parts.map((part) => (part.type === "text" ? part.text : "")).join("");
  const served = carrier ? carryServerCalls(parts.filter(isServerCall), carrier) : undefined;
  const calls = [...(served?.listed ?? []), ...parts.filter(isAnswered)];
  const carried = carrier ? carryRun(parts) : {};
  const fields = { ...carried.provider_specific_fields, ...served?.fields };
  if (!text && calls.length === 0 && !carried.images && !fields.ui_message_chunks) return [];
  return [
    {
      role: "assistant",
      content: text || null,
      ...(isReturned && { reasoning_content: reasoningOf(parts) }),
      ...carried,
      ...(Object.keys(fields).length > 0 && { provider_specific_fields: fields }),
      ...(calls.length > 0 && { tool_calls: calls.map((call) => writeCall(call, carrier)) }),
    },
  ];
}

function reasoningOf(parts: readonly UIMessagePart[]): string {
  return parts.map((part) => (part.type === "reasoning" ? part.text : "")).join("");
}

function writeCall(call: CallPart, carrier: string | undefined): WireCall {
  return {
    id: call.toolCallId,
    type: "function",
    function: { name: toolNameOf(call), arguments: JSON.stringify(argumentsOf(call)) },
    ...(carrier && carryCall(call.callProviderMetadata)),
  };
}

function writeResult(call: CallPart, carrier: string | undefined): WireMessage {
  const isError = carrier !== undefined && call.state !== "output-available";
  return {
    role: "tool",
    tool_call_id: call.toolCallId,
    content: resultTextOf(call),
    ...(isError && { provider_specific_fields: { is_error: true } }),
  };
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
