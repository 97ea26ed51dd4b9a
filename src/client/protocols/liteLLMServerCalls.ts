import { asFields, asList, asText, type Fields } from "../looseJSON.js";
import type { StreamPart } from "../streamParts.js";

/**
 * Whether a call that a LiteLLM proxy lists among the app's own was run by Anthropic.
 *
 * @see https://platform.claude.com/docs/en/agents-and-tools/tool-use/web-search-tool
 */
export function isRunByAnthropic(toolCallId: string): boolean {
  return toolCallId.startsWith("srvtoolu_");
}

/** What the calls came to that Anthropic ran, as a LiteLLM proxy tells it. */
export interface ServerResults {
  /** Takes the results in a delta or a message. Each one is told again with every later one. */
  read(delta: Fields): void;
  /** The part that follows the end of a call: its result, where there is one. */
  after(part: StreamPart): StreamPart[];
}

/** Begins without results. */
export function createServerResults(): ServerResults {
  const outputs = new Map<string, unknown>();
  return {
    read(delta) {
      const { web_search_results, tool_results } = asFields(delta["provider_specific_fields"]);
      for (const result of [...asList(web_search_results), ...asList(tool_results)].map(asFields)) {
        const id = asText(result["tool_use_id"]);
        if (id) outputs.set(id, result["content"]);
      }
    },
    after(part) {
      if (part.type !== "tool-input-available" || !outputs.has(part.toolCallId)) return [];
      const { toolCallId } = part;
      const output = outputs.get(toolCallId);
      return [{ type: "tool-output-available", toolCallId, output, providerExecuted: true }];
    },
  };
}
