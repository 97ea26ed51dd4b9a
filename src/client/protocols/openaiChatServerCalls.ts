import { argumentsOf, type CallPart, toolNameOf } from "./answeredCalls.js";
import type { PassedPart } from "./passedParts.js";
import { type ServerResult, toServerResult } from "./serverCalls.js";

/** What a message to a gateway says of the calls that Claude's provider ran itself. */
export interface CarriedServerCalls {
  /** As a gateway of this package passes them on: the call, and then its result. */
  ui_message_chunks?: PassedPart[];
  /** As LiteLLM does: the results of searches, for calls that stand among the message's own. */
  web_search_results?: ServerResult[];
  /** The results of all other tools. */
  tool_results?: ServerResult[];
}

/**
 * Writes server calls for a gateway. One that came in LiteLLM's words goes back in them: it stands among the calls of the
 * message, where other servers would wait for a result from the app.
 *
 * @param provider The gateway's, as in `Target`.
 * @see https://docs.litellm.ai/docs/providers/anthropic
 */
export function carryServerCalls(
  calls: readonly CallPart[],
  provider: string,
): { fields: CarriedServerCalls; listed: CallPart[] } {
  const fields: CarriedServerCalls = {};
  const listed: CallPart[] = [];
  for (const call of calls) {
    if (provider === "litellm_proxy" || call.callProviderMetadata?.[provider]) {
      const result = toServerResult(call);
      const isWeb =
        result.type === "web_search_tool_result" || result.type === "web_fetch_tool_result";
      (fields[isWeb ? "web_search_results" : "tool_results"] ??= []).push(result);
      listed.push(call);
    } else (fields.ui_message_chunks ??= []).push(...toChunks(call));
  }
  return { fields, listed };
}

function toChunks(call: CallPart): PassedPart[] {
  const { toolCallId, output, errorText, callProviderMetadata } = call;
  const shared = { toolCallId, providerExecuted: true };
  return [
    {
      type: "tool-input-available",
      ...shared,
      toolName: toolNameOf(call),
      input: argumentsOf(call),
      ...(callProviderMetadata && { providerMetadata: callProviderMetadata }),
    },
    call.state === "output-error"
      ? { type: "tool-output-error", ...shared, errorText: errorText ?? "" }
      : { type: "tool-output-available", ...shared, output },
  ];
}
