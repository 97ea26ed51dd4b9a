import type {
  DynamicToolPart,
  ReasoningPart,
  UIMessage,
  UIMessagePart,
} from "../client/messages.js";
import { asList, asText } from "../client/looseJSON.js";
import { proofOf, signedByGemini } from "../client/protocols/signatures.js";
import { badRequest } from "./errorAnswer.js";
import { readContent, readText } from "./readContent.js";

type Fields = Readonly<Record<string, unknown>>;

/** A conversation as a `ChatRequest` holds it. */
export interface Conversation {
  /** The first message, if it is a system message. */
  system?: string;
  messages: UIMessage[];
}

/**
 * Turns OpenAI's messages into ours. The result of a tool moves into the part of its call, where `UIMessage` keeps it.
 *
 * @see https://platform.openai.com/docs/api-reference/chat/create#chat-create-messages
 * @throws ChatError with status 400 that names the message, as in `messages[2].content`.
 */
export function readMessages(value: unknown): Conversation {
  if (!Array.isArray(value) || value.length === 0) {
    throw badRequest("The request has no messages. Send at least one.", "messages");
  }
  const calls = new Map<string, DynamicToolPart>();
  const conversation: Conversation = { messages: [] };
  for (const [index, entry] of value.entries()) {
    const at = `messages[${index}]`;
    if (!isFields(entry)) throw badRequest(`${at} is not an object with a role and content.`, at);
    const isSystem = entry["role"] === "system" || entry["role"] === "developer";
    if (index === 0 && isSystem) {
      conversation.system = readText(entry["content"], `${at}.content`);
      continue;
    }
    if (entry["role"] === "tool") {
      settleCall(entry, calls, at);
      continue;
    }
    conversation.messages.push({ id: `message-${index}`, ...readMessage(entry, calls, at) });
  }
  return conversation;
}

function readMessage(
  entry: Fields,
  calls: Map<string, DynamicToolPart>,
  at: string,
): Pick<UIMessage, "role" | "parts"> {
  const content = entry["content"];
  switch (entry["role"]) {
    case "system":
    case "developer":
      return {
        role: "system",
        parts: [{ type: "text", text: readText(content, `${at}.content`) }],
      };
    case "user":
      return { role: "user", parts: readContent(content, `${at}.content`) };
    case "assistant":
      return { role: "assistant", parts: readAssistant(entry, calls, at) };
    default:
      throw badRequest(
        `${at}.role is none of system, developer, user, assistant and tool.`,
        `${at}.role`,
      );
  }
}

function readAssistant(
  entry: Fields,
  calls: Map<string, DynamicToolPart>,
  at: string,
): UIMessagePart[] {
  const parts: UIMessagePart[] = readReasoning(entry);
  const content = entry["content"] ?? "";
  if (content !== "") parts.push(...readContent(content, `${at}.content`));
  const refusal = entry["refusal"];
  if (typeof refusal === "string" && refusal !== "") {
    parts.push({ type: "text", text: refusal, providerMetadata: { openai: { refusal: true } } });
  }
  const text = parts.findLast((part) => part.type === "text");
  const signed = signedByGemini(entry);
  if (text && signed) text.providerMetadata = { ...text.providerMetadata, ...signed };
  const toolCalls = entry["tool_calls"] ?? [];
  if (!Array.isArray(toolCalls))
    throw badRequest(`${at}.tool_calls is not a list.`, `${at}.tool_calls`);
  for (const [index, call] of toolCalls.entries()) {
    const part = readCall(call, `${at}.tool_calls[${index}]`);
    calls.set(part.toolCallId, part);
    parts.push(part);
  }
  return parts;
}

/** Signed thoughts, each as it was; where there are none, what was thought in plain words. */
function readReasoning(entry: Fields): ReasoningPart[] {
  const signed = asList(entry["thinking_blocks"]).flatMap((block): ReasoningPart[] => {
    const fields = isFields(block) ? block : {};
    const proof = proofOf(fields);
    if (!proof) return [];
    const thought = asText(fields["thinking"]) ?? "";
    // Claude knows its signatures wherever it runs.
    return [
      {
        type: "reasoning",
        text: thought,
        providerMetadata: { anthropic: proof, bedrock: proof },
      },
    ];
  });
  const text = asText(entry["reasoning_content"]);
  return signed.length > 0 || !text ? signed : [{ type: "reasoning", text }];
}

function readCall(value: unknown, at: string): DynamicToolPart {
  const call = isFields(value) ? value : {};
  const { name, arguments: json } = isFields(call["function"]) ? call["function"] : {};
  const toolCallId = call["id"];
  if (typeof toolCallId !== "string" || typeof name !== "string" || typeof json !== "string") {
    throw badRequest(`${at} is not { id, type: "function", function: { name, arguments } }.`, at);
  }
  const signed = signedByGemini(call);
  const part = {
    type: "dynamic-tool",
    toolName: name,
    toolCallId,
    state: "input-available",
    ...(signed && { callProviderMetadata: signed }),
  } as const;
  try {
    return { ...part, input: json === "" ? {} : (JSON.parse(json) as unknown) };
  } catch {
    return { ...part, input: undefined, rawInput: json };
  }
}

function settleCall(entry: Fields, calls: ReadonlyMap<string, DynamicToolPart>, at: string): void {
  const id = entry["tool_call_id"];
  const call = typeof id === "string" ? calls.get(id) : undefined;
  if (!call) {
    throw badRequest(
      `${at} answers no tool call of an earlier assistant message. Send the message with its tool_calls before it.`,
      `${at}.tool_call_id`,
    );
  }
  call.state = "output-available";
  call.output = readText(entry["content"], `${at}.content`);
}

function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
