import type { UIMessage, UIMessagePart } from "../messages.js";
import type { ChatRequest } from "../types.js";
import { isCall, toolNameOf } from "./answeredCalls.js";

/** The most characters of a name that every provider takes. */
const maxName = 64;

/**
 * The messages of a request, with calls under names that every provider takes. Models also call tools that do not exist, by
 * any name at all, and OpenAI, Anthropic and Bedrock refuse the whole conversation when such a call comes back to them. A
 * tool that the app declares keeps its name.
 */
export function withPlainToolNames({ messages, tools = [] }: ChatRequest): UIMessage[] {
  const declared = new Set(tools.map(({ name }) => name));

  function rename(part: UIMessagePart): UIMessagePart {
    if (!isCall(part) || declared.has(toolNameOf(part))) return part;
    const name = toolNameOf(part)
      .replace(/[^\w-]/g, "_")
      .slice(0, maxName);
    return part.type === "dynamic-tool"
      ? { ...part, toolName: name }
      : { ...part, type: `tool-${name}` };
  }

  return messages.map((message) => ({ ...message, parts: message.parts.map(rename) }));
}
