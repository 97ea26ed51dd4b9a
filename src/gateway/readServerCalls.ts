import { asFields, asList, asText, type Fields, isFields } from "../client/looseJSON.js";
import type { DynamicToolPart, JSONValue, ProviderMetadata } from "../client/messages.js";
import { isRunByAnthropic } from "../client/protocols/liteLLMServerCalls.js";
import { type PassedPart, readPassedParts } from "../client/protocols/passedParts.js";

/**
 * The calls that Claude's provider ran itself, which a caller brings back in a message: as this gateway passed them on,
 * or in LiteLLM's words, where the call stands among the app's own and its result beside it. A call without a result is
 * left out, since Claude would refuse it.
 *
 * @param own The calls of the message.
 */
export function readServerCalls(entry: Fields, own: readonly DynamicToolPart[]): DynamicToolPart[] {
  const { web_search_results, tool_results } = asFields(entry["provider_specific_fields"]);
  const results = [...asList(web_search_results), ...asList(tool_results)].map(asFields);
  const listed = own.flatMap((call) => {
    const result = results.find((one) => one["tool_use_id"] === call.toolCallId);
    const isServed = result && isRunByAnthropic(call.toolCallId);
    return isServed
      ? [settle(call, { output: result["content"] }, { block: "server_tool_use" })]
      : [];
  });
  return [...passedCalls(entry), ...listed];
}

type Ended = Extract<PassedPart, { type: "tool-output-available" | "tool-output-error" }>;

function passedCalls(entry: Fields): DynamicToolPart[] {
  const passed = readPassedParts(entry);
  return passed.flatMap((call) => {
    if (call.type !== "tool-input-available") return [];
    const result = passed.findLast(
      (one): one is Ended =>
        (one.type === "tool-output-available" || one.type === "tool-output-error") &&
        one.toolCallId === call.toolCallId,
    );
    if (!result) return [];
    const end = "errorText" in result ? { errorText: result.errorText } : { output: result.output };
    return [settle(call, end, callFacts(asFields(call.providerMetadata?.["anthropic"])))];
  });
}

/** What Anthropic needs to get a call back as it was, and nothing else. One without a kind goes to nobody. */
function callFacts({ block, serverName, caller }: Fields): Record<string, JSONValue> {
  const texts = Object.entries(isFields(caller) ? caller : {}).flatMap(([name, value]) => {
    const text = asText(value);
    return text ? [[name, text] as const] : [];
  });
  return {
    ...(asText(block) && { block: asText(block)! }),
    ...(asText(serverName) && { serverName: asText(serverName)! }),
    ...(texts.length > 0 && { caller: Object.fromEntries(texts) }),
  };
}

function settle(
  { toolCallId, toolName, input }: { toolCallId: string; toolName: string; input?: unknown },
  end: { output: unknown } | { errorText: string },
  facts: ProviderMetadata[string],
): DynamicToolPart {
  return {
    type: "dynamic-tool",
    toolName,
    toolCallId,
    input,
    ...("output" in end
      ? { state: "output-available", ...end }
      : { state: "output-error", ...end }),
    providerExecuted: true,
    callProviderMetadata: { anthropic: facts },
  };
}
