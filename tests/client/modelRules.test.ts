import { describe, expect, test } from "vitest";
import { loadProtocol } from "../../src/client/loadProtocol.js";
import { applyRows } from "../../src/client/limits/rows.js";
import type { ChatConfig, Target } from "../../src/client/index.js";

/** Everything a person can set, as no model takes it all. */
const everything: ChatConfig = {
  maxTokens: 900,
  temperature: 0.5,
  topP: 0.9,
  topK: 4,
  frequencyPenalty: 1,
  presencePenalty: -1,
};

/** What a model is told of these settings, and who gives the instructions. */
async function told(
  protocol: string,
  name: string,
  config: ChatConfig = everything,
  target: Partial<Target> = {},
): Promise<Record<string, unknown>> {
  const slash = name.indexOf("/");
  const { body } = (await loadProtocol(protocol)).toRequest(
    { model: name, system: "S", messages: [], config },
    {
      provider: name.slice(0, slash),
      model: name.slice(slash + 1),
      baseURL: "https://api.example",
      ...target,
    },
  );
  const {
    model: _model,
    stream: _stream,
    stream_options: _options,
    messages,
    ...said
  } = body as Record<string, unknown>;
  const role = (messages as { role: string }[] | undefined)?.[0]?.role;
  return { ...said, ...(role && { role }) };
}

const sampling = { temperature: 0.5, top_p: 0.9 };
const penalties = { frequency_penalty: 1, presence_penalty: -1 };

describe("OpenAI Chat", () => {
  const reasoning = { max_completion_tokens: 900, role: "developer" };
  const plain = { max_completion_tokens: 900, ...sampling, ...penalties, role: "system" };
  test.each<[string, ChatConfig, object]>([
    ["openai/gpt-4o", {}, plain],
    ["openai/gpt-4.1-mini", {}, plain],
    ["openai/ft:gpt-4o:org::id", {}, plain],
    ["openai/o3", {}, reasoning],
    ["openai/o4-mini", {}, reasoning],
    ["openai/gpt-5", {}, reasoning],
    ["openai/gpt-5-mini", {}, reasoning],
    ["openai/gpt-6", {}, reasoning],
    ["openai/gpt-5-chat-latest", {}, plain],
    ["openai/gpt-5.1", {}, { ...reasoning, ...sampling, ...penalties }],
    ["openai/gpt-5.4", { reasoningEffort: "low" }, { ...reasoning, reasoning_effort: "low" }],
    [
      "openai/gpt-5.4",
      { reasoningEffort: "none" },
      { ...reasoning, ...sampling, ...penalties, reasoning_effort: "none" },
    ],
    ["openai/gpt-5.5", {}, reasoning],
    [
      "openai/gpt-5.5",
      { reasoningEffort: "none" },
      { ...reasoning, ...sampling, ...penalties, reasoning_effort: "none" },
    ],
    ["openai/gpt-5.1-codex", {}, reasoning],
    ["openai/gpt-5.2-chat-latest", {}, reasoning],
    ["openai/gpt-5.4-pro", {}, reasoning],
    ["openai/o1-preview", {}, { ...reasoning, role: "user" }],
    ["openai/o1-mini", {}, { ...reasoning, role: "user" }],
    ["openai/gpt-4o-search-preview", {}, { max_completion_tokens: 900, role: "system" }],
    ["azure/o3-mini", {}, reasoning],
    ["azure/gpt-35-turbo", {}, { max_tokens: 900, ...sampling, ...penalties, role: "system" }],
    ["groq/llama-3.3-70b", {}, { max_tokens: 900, ...sampling, ...penalties, role: "system" }],
    [
      "mistral/mistral-large-latest",
      {},
      { max_tokens: 900, ...sampling, ...penalties, role: "system" },
    ],
    ["deepseek/deepseek-chat", {}, { max_tokens: 900, ...sampling, ...penalties, role: "system" }],
    ["deepseek/deepseek-reasoner", {}, { max_tokens: 900, role: "system" }],
    ["xai/grok-4", {}, { max_completion_tokens: 900, ...sampling, role: "system" }],
    [
      "openrouter/anthropic/claude-sonnet-5",
      {},
      { max_tokens: 900, ...sampling, top_k: 4, ...penalties, role: "system" },
    ],
  ])("%s %j", async (name, config, expected) => {
    expect(await told("openai-chat", name, { ...everything, ...config })).toEqual(expected);
  });

  test("a deployment's name hides its family, which may be told", async () => {
    const { temperature, max_completion_tokens } = await told(
      "openai-chat",
      "azure/chat",
      everything,
      {
        baseModel: "gpt-5",
      },
    );
    expect([temperature, max_completion_tokens]).toEqual([undefined, 900]);
  });
});

describe("OpenAI Responses has no penalties, no top_k, and sampling as in Chat", () => {
  test.each<[string, ChatConfig, object]>([
    ["openai/gpt-4o", {}, sampling],
    ["openai/o3", {}, {}],
    ["openai/gpt-5", {}, {}],
    ["openai/gpt-5.2", {}, sampling],
    ["openai/gpt-5.2", { reasoningEffort: "high" }, {}],
    ["openai/gpt-5.6", {}, {}],
    ["openai/gpt-5.6", { reasoningEffort: "none" }, sampling],
    ["azure/gpt-35-turbo", {}, sampling],
  ])("%s %j", async (name, config, expected) => {
    const said = await told("openai-responses", name, { ...everything, ...config });
    const names = new Set([
      "temperature",
      "top_p",
      "top_k",
      "frequency_penalty",
      "presence_penalty",
    ]);
    expect(Object.fromEntries(Object.entries(said).filter(([key]) => names.has(key)))).toEqual(
      expected,
    );
    expect(said["max_output_tokens"]).toBe(900);
  });
});

describe("Anthropic Messages", () => {
  const adaptive = { type: "adaptive", display: "summarized" };
  test.each<[string, ChatConfig, object]>([
    ["claude-3-haiku-20240307", {}, { max_tokens: 900, temperature: 0.5, top_p: 0.9, top_k: 4 }],
    [
      "claude-3-haiku-20240307",
      { maxTokens: 9000 },
      { max_tokens: 4096, temperature: 0.5, top_p: 0.9, top_k: 4 },
    ],
    ["claude-opus-4-1", {}, { max_tokens: 900, temperature: 0.5, top_k: 4 }],
    ["claude-opus-4-1", { maxTokens: 99_999 }, { max_tokens: 32_000, temperature: 0.5, top_k: 4 }],
    ["claude-sonnet-4-6", {}, { max_tokens: 900, temperature: 0.5, top_k: 4 }],
    ["claude-haiku-4-5", { maxTokens: 99_999 }, { max_tokens: 64_000, temperature: 0.5, top_k: 4 }],
    ["claude-haiku-4-5", { temperature: undefined }, { max_tokens: 900, top_p: 0.9, top_k: 4 }],
    ["claude-sonnet-4-5", { temperature: 1.7 }, { max_tokens: 900, temperature: 1, top_k: 4 }],
    [
      "claude-sonnet-4-5",
      { reasoningEffort: "minimal" },
      { max_tokens: 1924, thinking: { type: "enabled", budget_tokens: 1024 } },
    ],
    ["claude-opus-4-7", {}, { max_tokens: 900 }],
    ["claude-opus-4-8", { maxTokens: 999_999 }, { max_tokens: 128_000 }],
    [
      "claude-sonnet-4-6",
      { reasoningEffort: "xhigh" },
      { max_tokens: 900, thinking: adaptive, output_config: { effort: "high" } },
    ],
    [
      "claude-opus-4-8",
      { reasoningEffort: "xhigh" },
      { max_tokens: 900, thinking: adaptive, output_config: { effort: "xhigh" } },
    ],
    ["claude-sonnet-5", {}, { max_tokens: 900, thinking: adaptive }],
    [
      "claude-opus-5",
      { reasoningEffort: "none" },
      { max_tokens: 900, thinking: { type: "disabled" } },
    ],
    ["claude-fable-5", {}, { max_tokens: 900, thinking: adaptive }],
    ["claude-newer-9", {}, { max_tokens: 900, thinking: adaptive }],
  ])("%s %j", async (model, config, expected) => {
    const said = await told("anthropic-messages", `anthropic/${model}`, {
      ...everything,
      ...config,
    });
    expect(said).toEqual({ system: "S", ...expected });
  });
});

test("the model behind an inference profile may be told", async () => {
  const profile = "arn:aws:bedrock:us-east-1:1:application-inference-profile/abc";
  const { additionalModelRequestFields } = await told(
    "bedrock-converse",
    `bedrock/${profile}`,
    { reasoningEffort: "low" },
    { baseModel: "anthropic.claude-sonnet-4-5-v1:0" },
  );
  expect(additionalModelRequestFields).toHaveProperty("thinking");
});

test("of rows that fit, the later one wins rule by rule", () => {
  const rows = [
    [/^a/, { x: 1, y: 1 }],
    [/b/, { x: 2 }],
    [/c/, { y: 3 }],
  ] as const;
  expect(applyRows({ x: 0, y: 0, z: 0 }, rows, "ab")).toEqual({ x: 2, y: 1, z: 0 });
});
