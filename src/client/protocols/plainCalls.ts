import type { FitCallId } from "../limits/callIds.js";
import type { UIMessage, UIMessagePart } from "../messages.js";
import type { ChatRequest } from "../types.js";
import { isCall, toolNameOf } from "./answeredCalls.js";

/**
 * The messages of a request, with calls as they are taken back. Models call tools that do not exist, by any name at all, and
 * ids are as each server likes them, some counted anew with each answer: others refuse the whole conversation for one odd
 * name, one odd id, or one id that two calls share. A tool that the app declares keeps its name.
 *
 * @param fit Absent where any id is taken.
 */
export function withPlainCalls(
  { messages, tools = [] }: ChatRequest,
  fit: FitCallId = (id) => id,
): UIMessage[] {
  const ids = new Set<string>();

  function ownId(told: string): string {
    let id = fit(told);
    for (let count = 2; ids.has(id); count += 1) id = fit(`${told}-${count}`);
    ids.add(id);
    return id;
  }

  function plain(part: UIMessagePart): UIMessagePart {
    if (!isCall(part)) return part;
    const name = toolNameOf(part);
    const isDeclared = tools.some((tool) => tool.name === name);
    return {
      ...part,
      type: "dynamic-tool",
      toolName: isDeclared ? name : name.replace(/[^\w-]/g, "_").slice(0, 64),
      toolCallId: ownId(part.toolCallId),
    };
  }

  return messages.map((message) => ({ ...message, parts: message.parts.map(plain) }));
}
