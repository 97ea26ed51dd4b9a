import { parameterRules } from "../limits/openaiChat.js";
import { keyHeader } from "../checkKey.js";
import { shortCallId } from "../limits/callIds.js";
import { familyOf } from "../limits/rows.js";
import type { Target, WireRequest } from "../protocol.js";
import type { ChatConfig, ChatRequest, ToolChoice } from "../types.js";
import { toInputItems } from "./openaiResponsesInput.js";
import { withPlainCalls } from "./plainCalls.js";
import { type ResponsesRules, responsesRules } from "../limits/openaiResponses.js";

/**
 * Writes a Responses request: instructions, conversation and parameters. Nothing is stored at the provider. `topK` and the
 * penalties have no place here and are left out.
 *
 * @throws ChatError `image_rejected` or `bad_request` for a file the target does not take, `authentication` for a key that
 *   cannot stand in a header.
 */
export function toOpenAIResponsesRequest(
  request: ChatRequest,
  target: Target,
  { stream = true }: { stream?: boolean } = {},
): WireRequest {
  const rules = responsesRules(target.provider, familyOf(target));
  // Azure has it beside its deployments, which the model names, and without their version.
  const baseURL = target.baseURL.replace(/\/openai\/deployments\/[^/]+$/, "/openai/v1");
  const apiVersion = baseURL === target.baseURL ? target.apiVersion : undefined;
  const query = apiVersion ? `?api-version=${encodeURIComponent(apiVersion)}` : "";
  return {
    url: `${baseURL}/responses${query}`,
    headers: {
      "content-type": "application/json",
      ...keyHeader(target, ...parameterRules(target.provider, "").keyHeaders),
      ...target.headers,
    },
    body: {
      model: target.model,
      ...(request.system && { instructions: request.system }),
      input: toInputItems(withPlainCalls(request, shortCallId(64)), target, rules),
      ...parameters(request.config ?? {}, rules),
      ...toolFields(request),
      ...(rules.encryptedReasoning && { include: ["reasoning.encrypted_content"] }),
      store: false,
      ...(stream && { stream: true }),
    },
  };
}

function parameters(config: ChatConfig, rules: ResponsesRules): Record<string, unknown> {
  const { maxTokens, temperature, topP, reasoningEffort } = config;
  const effort =
    reasoningEffort && rules.efforts.includes(reasoningEffort) ? reasoningEffort : undefined;
  const samples = rules.samplingAt.includes(effort ?? "default");
  const reasoning = { ...(effort && { effort }), ...(rules.summary && { summary: "auto" }) };
  return {
    ...(maxTokens !== undefined && { max_output_tokens: maxTokens }),
    ...(samples && temperature !== undefined && { temperature }),
    ...(samples && topP !== undefined && { top_p: topP }),
    ...(Object.keys(reasoning).length > 0 && { reasoning }),
  };
}

function toolFields({ tools = [], toolChoice }: ChatRequest): Record<string, unknown> {
  if (tools.length === 0) return {};
  return {
    tools: tools.map(({ name, description, inputSchema }) => ({
      type: "function",
      name,
      ...(description && { description }),
      parameters: inputSchema,
      // Strict is the default here, and refuses most schemas that were not written for it.
      strict: false,
    })),
    ...(toolChoice && { tool_choice: toWireChoice(toolChoice) }),
  };
}

function toWireChoice(choice: ToolChoice): unknown {
  return typeof choice === "string" ? choice : { type: "function", name: choice.toolName };
}
