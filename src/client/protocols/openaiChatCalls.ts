import { asList, asText } from "../looseJSON.js";
import type { UIMessagePart } from "../messages.js";
import type { Target } from "../protocol.js";
import { isAnswered } from "./answeredCalls.js";
import { readArguments } from "./callEnd.js";
import type { WireMessage } from "./openaiChatMessages.js";

/** What was thought before the calls of a step goes back with them where their provider has told it in details. */
export function withDetails(
  messages: WireMessage[],
  parts: readonly UIMessagePart[],
  { provider }: Target,
): WireMessage[] {
  const reasoning_details = parts.filter(isAnswered).flatMap((call) => {
    const told = asText(call.callProviderMetadata?.[provider]?.["reasoningDetails"]);
    return asList(told && readArguments(told)?.value);
  });
  if (reasoning_details.length === 0) return messages;
  return messages.map((message) =>
    message.tool_calls ? { ...message, reasoning_details } : message,
  );
}

/** A result that nobody answered, because the person stopped, gets a word for an answer before the next question. */
export function bridge(messages: readonly WireMessage[]): WireMessage[] {
  return messages.flatMap((message, at) =>
    message.role === "user" && messages[at - 1]?.role === "tool"
      ? [{ role: "assistant", content: "(no answer)" }, message]
      : [message],
  );
}
