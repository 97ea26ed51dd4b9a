import type { ChatError } from "./errors.js";
import { asFields, asList, type Fields } from "./looseJSON.js";

/** Fields of answers and results that gateways take back, and that servers of a strict form do not know. */
const carried: ReadonlySet<string> = new Set(
  "reasoning_content thinking_blocks reasoning_items reasoning_details images provider_specific_fields".split(
    " ",
  ),
);

/** How such servers refuse them, by name or not. */
const refusal =
  /reasoning_(?:content|items|details)|thinking_blocks|provider_specific_fields|extra inputs are not permitted|additional properties/i;

/**
 * The body of a Chat Completions request without what models said of their answers, where a refusal names that; `undefined`
 * where it names something else, or where there is none of it.
 */
export function plainHistory(
  body: Fields,
  { param = "", details = "" }: ChatError,
): Fields | undefined {
  if (!refusal.test(`${param} ${details}`)) return undefined;
  const before = asList(body["messages"]);
  const messages = before
    .map((message) => plain(asFields(message)))
    // What a provider ran itself is all that some messages hold.
    .filter(({ content, tool_calls }) => content !== null || tool_calls !== undefined);
  const isSame = JSON.stringify(messages) === JSON.stringify(before);
  return isSame ? undefined : { ...body, messages };
}

function plain(message: Fields): Fields {
  if (message["role"] !== "assistant" && message["role"] !== "tool") return message;
  const calls = message["tool_calls"];
  return {
    ...without(message),
    ...(Array.isArray(calls) && { tool_calls: calls.map((call) => without(asFields(call))) }),
  };
}

function without(holder: Fields): Fields {
  return Object.fromEntries(Object.entries(holder).filter(([name]) => !carried.has(name)));
}
