import { asFields, isFields } from "../client/looseJSON.js";
import type { DynamicToolPart, UIMessage, UIMessagePart } from "../client/messages.js";
import { badRequest } from "./errorAnswer.js";
import { callFacts, readOwnImages, readThoughts, withTextFacts } from "./readCarried.js";
import { readContent, readText } from "./readContent.js";
import { isDeep } from "./readJSON.js";
import { readServerCalls } from "./readServerCalls.js";

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
 * @param model The model that is asked.
 * @see https://platform.openai.com/docs/api-reference/chat/create#chat-create-messages
 * @throws ChatError with status 400 that names the message, as in `messages[2].content`.
 */
export function readMessages(value: unknown, model: string): Conversation {
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
    const message = { id: `message-${index}`, ...readMessage(entry, model, calls, at) };
    const before = isFields(value[index - 1]) ? value[index - 1] : {};
    const last = conversation.messages.at(-1);
    // An answer whose thoughts came between its words is sent as several messages.
    if (last && before["role"] === "assistant" && goesOn(message))
      last.parts.push(...message.parts);
    else conversation.messages.push(message);
  }
  return conversation;
}

/** Whether a message begins with a thought that its provider wants to see again. */
function goesOn({ role, parts: [first] }: UIMessage): boolean {
  return (
    role === "assistant" && first?.type === "reasoning" && first.providerMetadata !== undefined
  );
}

function readMessage(
  entry: Fields,
  model: string,
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
      return { role: "assistant", parts: readAssistant(entry, model, calls, at) };
    default:
      throw badRequest(
        `${at}.role is none of system, developer, user, assistant and tool.`,
        `${at}.role`,
      );
  }
}

function readAssistant(
  entry: Fields,
  model: string,
  calls: Map<string, DynamicToolPart>,
  at: string,
): UIMessagePart[] {
  const content = entry["content"] ?? "";
  const said = content === "" ? [] : readContent(content, `${at}.content`);
  const refusal = entry["refusal"];
  if (typeof refusal === "string" && refusal !== "") {
    said.push({ type: "text", text: refusal, providerMetadata: { openai: { refusal: true } } });
  }
  const toolCalls = entry["tool_calls"] ?? [];
  if (!Array.isArray(toolCalls))
    throw badRequest(`${at}.tool_calls is not a list.`, `${at}.tool_calls`);
  const listed = toolCalls.map((call, index) => readCall(call, `${at}.tool_calls[${index}]`));
  const served = readServerCalls(entry, listed);
  const own = listed.filter((call) => !served.some((one) => one.toolCallId === call.toolCallId));
  for (const call of own) calls.set(call.toolCallId, call);
  return [
    ...inTurns(readThoughts(entry, model), served),
    ...withTextFacts(said, entry),
    ...readOwnImages(entry, at),
    ...own,
  ];
}

/** A message does not say what came first: a thought stands before each call that the provider ran itself, as it may be. */
function inTurns(thoughts: readonly UIMessagePart[], served: readonly UIMessagePart[]) {
  const turns = thoughts.flatMap((thought, index) => [thought, ...served.slice(index, index + 1)]);
  return [...turns, ...served.slice(thoughts.length)];
}

function readCall(value: unknown, at: string): DynamicToolPart {
  const call = isFields(value) ? value : {};
  const { name, arguments: json } = isFields(call["function"]) ? call["function"] : {};
  const toolCallId = call["id"];
  if (typeof toolCallId !== "string" || typeof name !== "string" || typeof json !== "string") {
    throw badRequest(`${at} is not { id, type: "function", function: { name, arguments } }.`, at);
  }
  const part = {
    type: "dynamic-tool",
    toolName: name,
    toolCallId,
    state: "input-available",
    ...callFacts(call),
  } as const;
  const args = parseArguments(json);
  // Broken arguments stay what the model wrote.
  if (args === undefined) return { ...part, input: undefined, rawInput: json };
  if (!isDeep(args)) return { ...part, input: args };
  throw badRequest(`${at}.function.arguments is nested too deeply.`, `${at}.function.arguments`);
}

function parseArguments(json: string): unknown {
  try {
    return json === "" ? {} : JSON.parse(json);
  } catch {
    return undefined;
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
  const text = readText(entry["content"], `${at}.content`);
  // OpenAI's form does not say whether a tool has failed.
  const isError = asFields(entry["provider_specific_fields"])["is_error"] === true;
  Object.assign(
    call,
    isError
      ? { state: "output-error", errorText: text }
      : { state: "output-available", output: text },
  );
}
