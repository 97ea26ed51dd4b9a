import { imageRules } from "../limits/images.js";
import type { Fields } from "../looseJSON.js";
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
import { base64Of, checkImage, refusedFile, wrappedTextOf } from "./attachedFiles.js";

/** One message of an Ollama request. */
export interface OllamaMessage {
  role: "system" | "user" | "assistant" | "tool";
  content: string;
  /** Base64, without `data:` before it. */
  images?: string[];
  /** What the model itself thought before this answer. */
  thinking?: string;
  tool_calls?: { function: { name: string; arguments: Fields } }[];
  /** Of a result: which tool was called. Ollama knows no ids, results follow their calls in order. */
  tool_name?: string;
}

/**
 * Writes a conversation as Ollama's messages. Reasoning goes back to Ollama if it came from there; a message that has
 * nothing to send is left out.
 *
 * @throws ChatError for a file it does not take: it takes images, as `data:` URLs, and text.
 */
export function toOllamaMessages(request: ChatRequest, target: Target): OllamaMessage[] {
  const system: OllamaMessage[] = request.system
    ? [{ role: "system", content: request.system }]
    : [];
  return system.concat(request.messages.flatMap((message) => writeMessage(message, target)));
}

function writeMessage({ role, parts }: UIMessage, target: Target): OllamaMessage[] {
  if (role === "assistant") return stepsOf(parts).flatMap(writeStep);
  const texts = parts.map((part) => (part.type === "file" ? wrappedTextOf(part) : textIn(part)));
  const content = texts.filter((text) => text);
  const images = parts.flatMap((part, at) =>
    part.type === "file" && texts[at] === undefined ? [toImage(part, target)] : [],
  );
  if (content.length === 0 && images.length === 0) return [];
  return [{ role, content: content.join("\n"), ...(images.length > 0 && { images }) }];
}

function textIn(part: UIMessagePart): string {
  return part.type === "text" ? part.text : "";
}

function toImage(file: FilePart, target: Target): string {
  if (!file.mediaType.startsWith("image/")) {
    throw refusedFile(file, target, "Remove it, or choose another model.");
  }
  checkImage(file, target, imageRules("ollama"));
  return base64Of(file) ?? "";
}

function writeStep(parts: readonly UIMessagePart[]): OllamaMessage[] {
  const content = parts.map((part) => (part.type === "text" ? part.text : "")).join("");
  const thinking = parts.map(ownThinking).join("");
  const calls = parts.filter(isAnswered);
  // Thinking that led to nothing was stopped by a person.
  if (!content && calls.length === 0) return [];
  return [
    {
      role: "assistant",
      content,
      ...(thinking && { thinking }),
      ...(calls.length > 0 && { tool_calls: calls.map(writeCall) }),
    },
    ...calls.map(writeResult),
  ];
}

function ownThinking(part: UIMessagePart): string {
  return part.type === "reasoning" && part.providerMetadata?.["ollama"] ? part.text : "";
}

function writeCall(call: CallPart): NonNullable<OllamaMessage["tool_calls"]>[0] {
  return { function: { name: toolNameOf(call), arguments: argumentsOf(call) } };
}

function writeResult(call: CallPart): OllamaMessage {
  return { role: "tool", tool_name: toolNameOf(call), content: resultTextOf(call) };
}
