import { loadPart } from "../loadPart.js";
import type { UIMessagePart } from "../messages.js";
import type { ParameterRules } from "../limits/parameters.js";
import type { Protocol } from "../protocol.js";
import type { ChatRequest } from "../types.js";
import { writeChatRequest } from "./openaiChatBody.js";
import { readOpenAIChatStream } from "./openaiChatStream.js";

type More = typeof import("./openaiChatMore.js");

/** Loads what this protocol needs for more than text. */
const loadMore = (): Promise<More> => loadPart(() => import("./openaiChatMore.js"));

/**
 * OpenAI Chat Completions for one request. A conversation of text alone needs little of it, which is at hand; the rest is
 * loaded for any other.
 *
 * @param rules How the model wants its parameters.
 */
export async function openaiChatFor(
  request: ChatRequest,
  rules: ParameterRules,
): Promise<Protocol> {
  return isText(request, rules)
    ? createOpenAIChat(rules)
    : createOpenAIChat(rules, await loadMore());
}

/** Thoughts that nobody signed, sources and data stay at home and count for nothing. */
function isText({ messages, tools = [] }: ChatRequest, rules: ParameterRules): boolean {
  return (
    tools.length === 0 &&
    !rules.mergeTurns &&
    messages.every(({ parts }) => parts.every(isTextPart))
  );
}

function isTextPart(part: UIMessagePart, index: number): boolean {
  // Of several steps each is a message of its own.
  if (part.type === "step-start") return index === 0;
  return part.type !== "file" && !("toolCallId" in part) && !("providerMetadata" in part);
}

/**
 * OpenAI Chat Completions.
 *
 * @param rules How the model wants its parameters.
 * @param more Writes and reads what is more than text. Without it only text is written, and the rest of an answer is read
 *   with what `loadMore` loads when it comes.
 */
export function createOpenAIChat(rules: ParameterRules, more?: More): Protocol {
  return {
    id: "openai-chat",
    toRequest(request, target, { stream = true } = {}) {
      const messages = more
        ? more.toWireMessages(request, target, rules)
        : textMessages(request, rules);
      const tools = more?.toolFields(request);
      return writeChatRequest(target, rules, { config: request.config, messages, stream, tools });
    },
    readStream: (bytes, target) => {
      const load = async (): Promise<More> => more ?? loadMore();
      const own = rules.returnsReasoning ? { [target.provider]: { thinking: true } } : undefined;
      return readOpenAIChatStream(bytes, target, load, own);
    },
  };
}

function textMessages({ system, messages }: ChatRequest, rules: ParameterRules): unknown[] {
  const turns = messages.map(({ role, parts }) => ({
    role: role === "system" ? rules.systemRole : role,
    content: parts
      .flatMap((part) => (part.type === "text" && part.text ? part.text : []))
      .join(role === "assistant" ? "" : "\n"),
  }));
  return [{ role: rules.systemRole, content: system }, ...turns].filter(({ content }) => content);
}
