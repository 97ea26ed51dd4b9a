import type { FilePart, UIMessagePart } from "../messages.js";
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
import { checkImage, refusedFile, textOf } from "./attachedFiles.js";

/** One piece of a message that is more than a string. */
export type CohereContent =
  | { type: "text"; text: string }
  | { type: "thinking"; thinking: string }
  | { type: "image_url"; image_url: { url: string } };

/** One message of a Cohere request. */
export interface CohereMessage {
  role: "system" | "user" | "assistant" | "tool";
  content?: string | CohereContent[];
  /** What the model meant to do with its calls. */
  tool_plan?: string;
  tool_calls?: { id: string; type: "function"; function: { name: string; arguments: string } }[];
  tool_call_id?: string;
}

/** A text to answer from and to cite. */
export interface CohereDocument {
  data: { text: string; title?: string };
}

/**
 * Writes a conversation as Cohere's messages, and the texts attached to it as documents. Reasoning and tool plans go back
 * to Cohere if they came from there; a message that has nothing to send is left out.
 *
 * @throws ChatError for a file that Cohere does not take: it takes images and texts.
 */
export function toCohereMessages(
  request: ChatRequest,
  target: Target,
): { messages: CohereMessage[]; documents: CohereDocument[] } {
  const messages: CohereMessage[] = [];
  const documents: CohereDocument[] = [];
  if (request.system) messages.push({ role: "system", content: request.system });
  for (const { role, parts } of request.messages) {
    if (role === "assistant") {
      messages.push(...stepsOf(parts).flatMap(writeStep));
      continue;
    }
    const files = parts.filter((part) => part.type === "file");
    documents.push(
      ...files.filter((file) => !isImage(file)).map((file) => toDocument(file, target)),
    );
    const content = toContent(parts, target);
    if (content.length > 0) messages.push({ role, content: plainText(content) ?? content });
  }
  return { messages, documents };
}

function toContent(parts: readonly UIMessagePart[], target: Target): CohereContent[] {
  return parts.flatMap((part): CohereContent[] => {
    if (part.type === "text" && part.text) return [{ type: "text", text: part.text }];
    if (part.type !== "file" || !isImage(part)) return [];
    checkImage(part, target);
    return [{ type: "image_url", image_url: { url: part.url } }];
  });
}

/** Content as a string, which is what nearly every message needs; `undefined` where there is more than text. */
function plainText(content: readonly CohereContent[]): string | undefined {
  const texts = content.filter((piece) => piece.type === "text");
  return texts.length === content.length ? texts.map(({ text }) => text).join("\n") : undefined;
}

function isImage(file: FilePart): boolean {
  return file.mediaType.startsWith("image/");
}

/** @see https://docs.cohere.com/docs/retrieval-augmented-generation-rag */
function toDocument(file: FilePart, target: Target): CohereDocument {
  const text = textOf(file);
  if (!text) throw refusedFile(file, target, "Remove it, or choose another model.");
  return { data: { text, ...(file.filename && { title: file.filename }) } };
}

function writeStep(parts: readonly UIMessagePart[]): CohereMessage[] {
  const thinking = parts.map(ownThinking).join("");
  const text = parts.map((part) => (part.type === "text" ? part.text : "")).join("");
  const calls = parts.filter(isAnswered);
  // Thinking that led to nothing was stopped by a person.
  if (!text && calls.length === 0) return [];
  const content: CohereContent[] = [
    ...(thinking ? [{ type: "thinking" as const, thinking }] : []),
    ...(text ? [{ type: "text" as const, text }] : []),
  ];
  const plan = calls.map(planOf).find((one) => typeof one === "string");
  return [
    {
      role: "assistant",
      ...(content.length > 0 && { content: plainText(content) ?? content }),
      ...(plan && { tool_plan: plan }),
      ...(calls.length > 0 && { tool_calls: calls.map(writeCall) }),
    },
    ...calls.map(writeResult),
  ];
}

function ownThinking(part: UIMessagePart): string {
  return part.type === "reasoning" && part.providerMetadata?.["cohere"] ? part.text : "";
}

function planOf(call: CallPart): unknown {
  return call.callProviderMetadata?.["cohere"]?.["toolPlan"];
}

function writeCall(call: CallPart): NonNullable<CohereMessage["tool_calls"]>[0] {
  return {
    id: call.toolCallId,
    type: "function",
    function: { name: toolNameOf(call), arguments: JSON.stringify(argumentsOf(call)) },
  };
}

function writeResult(call: CallPart): CohereMessage {
  return { role: "tool", tool_call_id: call.toolCallId, content: resultTextOf(call) };
}
