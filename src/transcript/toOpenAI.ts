import type { FilePart, UIMessage, UIMessagePart } from "../client/messages.js";
import {
  argumentsOf,
  type CallPart,
  isAnswered,
  resultTextOf,
  stepsOf,
  toolNameOf,
} from "../client/protocols/answeredCalls.js";
import { base64Of } from "../client/protocols/attachedFiles.js";
import type { WireContentPart, WireMessage } from "../client/protocols/openaiChatMessages.js";
import { type AnyConversation, messagesOf } from "./anyConversation.js";

/** A message as OpenAI's Chat Completions write it. */
export type OpenAIMessage = Pick<WireMessage, "role" | "content" | "tool_calls" | "tool_call_id">;

/**
 * Writes what is shown of a conversation as the `messages` of OpenAI's Chat Completions: text, images, files, calls of
 * tools and their results. Reasoning, sources and calls without a result are left out, since no request takes them.
 *
 * @see https://platform.openai.com/docs/api-reference/chat/create#chat-create-messages
 */
export function toOpenAI(conversation: AnyConversation): OpenAIMessage[] {
  return messagesOf(conversation).flatMap((message) => writeMessage(message as UIMessage));
}

function writeMessage({ role, parts }: UIMessage): OpenAIMessage[] {
  if (role === "assistant") return stepsOf(parts).flatMap(writeStep);
  const content = contentOf(parts);
  return content.length > 0 ? [{ role, content }] : [];
}

/** A plain string wherever it will do. */
function contentOf(parts: readonly UIMessagePart[]): string | WireContentPart[] {
  const blocks = parts.flatMap(writeBlock);
  if (blocks.some((block) => block.type !== "text")) return blocks;
  return blocks.map((block) => ("text" in block ? block.text : "")).join("\n");
}

function writeBlock(part: UIMessagePart): WireContentPart[] {
  if (part.type === "text" && part.text !== "") return [{ type: "text", text: part.text }];
  return part.type === "file" ? [writeFile(part)] : [];
}

function writeFile(file: FilePart): WireContentPart {
  const { mediaType, url, filename } = file;
  if (mediaType.startsWith("image/")) return { type: "image_url", image_url: { url } };
  const data = base64Of(file);
  if (data === undefined) return { type: "text", text: `[file: ${filename ?? mediaType}]` };
  if (mediaType.startsWith("audio/")) {
    const format = mediaType.endsWith("wav") ? "wav" : "mp3";
    return { type: "input_audio", input_audio: { data, format } };
  }
  return { type: "file", file: { file_data: url, filename: filename ?? "document.pdf" } };
}

function writeStep(parts: readonly UIMessagePart[]): OpenAIMessage[] {
  const text = parts.map((part) => (part.type === "text" ? part.text : "")).join("");
  const calls = parts.filter(isAnswered);
  if (!text && calls.length === 0) return [];
  return [
    {
      role: "assistant",
      content: text || null,
      ...(calls.length > 0 && { tool_calls: calls.map(writeCall) }),
    },
    ...calls.map((call) => ({
      role: "tool" as const,
      tool_call_id: call.toolCallId,
      content: resultTextOf(call),
    })),
  ];
}

function writeCall(call: CallPart): NonNullable<OpenAIMessage["tool_calls"]>[number] {
  const args =
    call.input === undefined && typeof call.rawInput === "string"
      ? call.rawInput
      : JSON.stringify(argumentsOf(call));
  return {
    id: call.toolCallId,
    type: "function",
    function: { name: toolNameOf(call), arguments: args },
  };
}
