import { keyHeader } from "../checkKey.js";
import { plainCallId } from "../limits/callIds.js";
import { familyOf } from "../limits/rows.js";
import type { Target, WireRequest } from "../protocol.js";
import type { ChatConfig, ChatRequest } from "../types.js";
import { type MessagesRules, messagesRules, thinkingTokens } from "../limits/anthropicMessages.js";
import { toEffort, toThinking, type WireThinking } from "./anthropicMessagesThinking.js";
import { toTurns } from "./anthropicMessagesTurns.js";
import { withPlainCalls } from "./plainCalls.js";

/** What an answer may take, in tokens, where nobody says. */
const defaultMaxTokens = 4096;

/**
 * Writes a Messages request: system message, turns and parameters, each as the model wants it. `data-*` parts and other
 * providers' reasoning stay at home; system messages from within the conversation join the one before it.
 *
 * @throws ChatError `image_rejected` or `bad_request` for a file the target does not take, `authentication` for a key that
 *   cannot stand in a header.
 */
export function toAnthropicMessagesRequest(
  request: ChatRequest,
  target: Target,
  { stream = true }: { stream?: boolean } = {},
): WireRequest {
  const config = request.config ?? {};
  const rules = messagesRules(familyOf(target));
  const system = systemText(request);
  const messages = toTurns(withPlainCalls(request, plainCallId), target);
  const thinking = toThinking(request, rules, messages);
  const effort = toEffort(config.reasoningEffort, rules);
  return {
    url: `${messagesURL(target.baseURL)}/messages`,
    headers: toHeaders(target, thinking),
    body: {
      model: target.model,
      ...(system && { system }),
      messages,
      max_tokens: maxTokens(config, rules, thinking),
      ...(!thinking || thinking.type === "disabled" ? samplingFields(config, rules) : {}),
      ...(thinking && { thinking }),
      ...(effort && { output_config: { effort } }),
      ...toolFields(request, rules),
      ...(stream ? { stream: true } : {}),
    },
  };
}

/** Some call the address with its version the base URL, some the one without, and some copy all of it. */
function messagesURL(baseURL: string): string {
  const base = baseURL.replace(/\/messages$/, "");
  return /\/v\d+$/.test(base) ? base : `${base}/v1`;
}

function toHeaders(target: Target, thinking: WireThinking | undefined): Record<string, string> {
  const isBrowser = "document" in globalThis || "WorkerGlobalScope" in globalThis;
  const isBinding = thinking?.type === "adaptive" && thinking.block_binding;
  const beta = [
    isBinding && "thinking-binding-controls-2026-08-01",
    target.headers?.["anthropic-beta"],
  ]
    .filter(Boolean)
    .join(",");
  return {
    "content-type": "application/json",
    "anthropic-version": "2023-06-01",
    ...keyHeader(target, "x-api-key"),
    ...(isBrowser && { "anthropic-dangerous-direct-browser-access": "true" }),
    ...target.headers,
    ...(beta && { "anthropic-beta": beta }),
  };
}

function systemText({ system, messages }: ChatRequest): string {
  const texts = messages
    .filter(({ role }) => role === "system")
    .flatMap(({ parts }) => parts.map((part) => (part.type === "text" ? part.text : "")));
  return [system ?? "", ...texts].filter((text) => text.trim()).join("\n\n");
}

function maxTokens(
  { maxTokens: asked, reasoningEffort = "high" }: ChatConfig,
  { maxOutputTokens = Infinity }: MessagesRules,
  thinking: WireThinking | undefined,
): number {
  const room =
    thinking?.type === "enabled"
      ? thinking.budget_tokens
      : thinking?.type === "adaptive" && asked === undefined
        ? thinkingTokens[reasoningEffort]
        : 0;
  return Math.min((asked ?? defaultMaxTokens) + room, maxOutputTokens);
}

function samplingFields(config: ChatConfig, rules: MessagesRules): Record<string, number> {
  const { temperature, topP, topK } = config;
  const isOne = rules.oneSampling && temperature !== undefined;
  const fields = {
    temperature: rules.omit.includes("temperature") ? undefined : temperature,
    top_p: rules.omit.includes("topP") || isOne ? undefined : topP,
    top_k: rules.omit.includes("topK") ? undefined : topK,
  };
  const sent: Record<string, number> = {};
  for (const [name, value] of Object.entries(fields)) if (value !== undefined) sent[name] = value;
  // Other providers go to 2.
  if (sent["temperature"] !== undefined) sent["temperature"] = Math.min(sent["temperature"], 1);
  return sent;
}

function toolFields({ tools = [], toolChoice }: ChatRequest, rules: MessagesRules): object {
  if (tools.length === 0) return {};
  return {
    tools: tools.map(({ name, description, inputSchema }) => ({
      name,
      ...(description && { description }),
      input_schema: inputSchema,
    })),
    ...(toolChoice && { tool_choice: toWireChoice(toolChoice, rules) }),
  };
}

function toWireChoice(
  choice: NonNullable<ChatRequest["toolChoice"]>,
  rules: MessagesRules,
): object {
  if (choice === "auto" || choice === "none") return { type: choice };
  if (!rules.forcedTools) return { type: "auto" };
  return choice === "required" ? { type: "any" } : { type: "tool", name: choice.toolName };
}
