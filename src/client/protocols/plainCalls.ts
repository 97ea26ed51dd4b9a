import type { UIMessage, UIMessagePart } from "../messages.js";
import type { ChatRequest } from "../types.js";
import { isCall, toolNameOf } from "./answeredCalls.js";

/** The most characters of a name that every provider takes. */
const maxName = 64;

/**
 * The messages of a request, with calls as every provider takes them back: OpenAI, Anthropic and Bedrock refuse the whole
 * conversation where one is called by an odd name, and Anthropic where two have the same id. Models call tools that do not
 * exist, by any name at all, and some servers count their calls anew with each answer. A tool that the app declares keeps
 * its name.
 */
export function withPlainCalls({ messages, tools = [] }: ChatRequest): UIMessage[] {
  const declared = new Set(tools.map(({ name }) => name));
  const ids = new Set<string>();

  function ownId(told: string): string {
    let id = told;
    for (let count = 2; ids.has(id); count += 1) id = `${told}-${count}`;
    ids.add(id);
    return id;
  }

  function plain(part: UIMessagePart): UIMessagePart {
    if (!isCall(part)) return part;
    const toolCallId = ownId(part.toolCallId);
    const name = toolNameOf(part);
    if (declared.has(name)) return { ...part, toolCallId };
    const toolName = name.replace(/[^\w-]/g, "_").slice(0, maxName);
    return part.type === "dynamic-tool"
      ? { ...part, toolCallId, toolName }
      : { ...part, toolCallId, type: `tool-${toolName}` };
  }

  return messages.map((message) => ({ ...message, parts: message.parts.map(plain) }));
}
