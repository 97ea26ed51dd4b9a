import { ChatError } from "../../client/errors.js";
import type { ChatClient, ModelInfo, ProviderStatus } from "../../client/types.js";

/** What a scripted client does. */
export interface ScriptedOptions {
  /** Providers by id whose key is missing until one is set. */
  missing?: readonly string[] | undefined;
  /** Providers by id whose list is refused. */
  refused?: readonly string[] | undefined;
  /** Providers by id whose list never comes. */
  slow?: readonly string[] | undefined;
  /** Providers by id that list nothing. */
  empty?: readonly string[] | undefined;
  /** Only these providers. */
  only?: readonly string[] | undefined;
  /** Whether the page may set keys; otherwise a server holds them. Default: true. */
  canSetKey?: boolean | undefined;
  /** What a test says when it fails. Default: it succeeds. */
  testError?: { error: string; details?: string | undefined } | undefined;
  models?: readonly ModelInfo[] | undefined;
}

const day = (date: string): number => Date.parse(date);

/** Models as providers list them, with made-up figures. */
export const storyModels: readonly ModelInfo[] = [
  model("openai/gpt-6-sol", "GPT-6 Sol", "2026-09-22", 1_050_000, [2, 10], "vtr"),
  model("openai/gpt-6-luna", "GPT-6 Luna", "2026-09-22", 1_050_000, [0.1, 0.5], "vtr"),
  model("openai/gpt-5.6", "GPT-5.6", "2026-07-09", 1_050_000, [4, 20], "vtr"),
  model("openai/gpt-5", "GPT-5", "2025-08-07", 400_000, [1.25, 10], "vtr"),
  model("openai/gpt-oss-120b", "GPT-OSS 120B", "2025-08-05", 131_072, [0.1, 0.5], "tr"),
  model("anthropic/claude-opus-5-5", "Claude Opus 5.5", "2026-09-22", 1_000_000, [5, 25], "vtr"),
  model("anthropic/claude-opus-5", "Claude Opus 5", "2026-07-24", 1_000_000, [5, 25], "vtr"),
  model("anthropic/claude-sonnet-5", "Claude Sonnet 5", "2026-06-29", 1_000_000, [3, 15], "vtr"),
  model("anthropic/claude-haiku-4-5", "Claude Haiku 4.5", "2025-10-15", 200_000, [1, 5], "vt"),
  model("anthropic/claude-opus-4-5", "Claude Opus 4.5", "2025-11-24", 200_000, [5, 25], "vtr"),
  model("anthropic/claude-opus-4-1", "Claude Opus 4.1", "2025-08-05", 200_000, [15, 75], "vtr"),
  model("gemini/gemini-3.8-flash", "Gemini 3.8 Flash", "2026-09-02", 1_048_576, [0.3, 2.5], "vtr"),
  model(
    "gemini/gemini-3.1-pro-preview",
    "Gemini 3.1 Pro",
    "2026-02-11",
    1_048_576,
    [2, 12],
    "vtrp",
  ),
  model("groq/qwen3.8-27b", "Qwen3.8 27B", "2026-08-14", 131_072, [0.29, 0.59], "tr"),
  model("groq/llama-4-scout", "Llama 4 Scout", "2025-04-05", 131_072, [0.11, 0.34], "vt"),
  { id: "ollama/llama3.2", name: "Llama 3.2", provider: "ollama" },
];

function model(
  id: string,
  name: string,
  date: string,
  contextTokens: number,
  [input, output]: [number, number],
  flags: string,
): ModelInfo {
  return {
    id,
    name,
    provider: id.slice(0, id.indexOf("/")),
    createdAt: day(date),
    contextTokens,
    price: { input, output },
    vision: flags.includes("v"),
    tools: flags.includes("t"),
    reasoning: flags.includes("r"),
    ...(flags.includes("p") ? { preview: true } : {}),
  };
}

const names: readonly (readonly [string, string])[] = [
  ["openai", "OpenAI"],
  ["anthropic", "Anthropic"],
  ["gemini", "Google Gemini"],
  ["groq", "Groq"],
  ["bedrock", "Amazon Bedrock"],
  ["ollama", "Ollama"],
];

/** A client that asks each provider itself, without a network: every state of a picker can be had. */
export function scripted(options: ScriptedOptions = {}): ChatClient {
  const { missing = ["groq"], refused = [], slow = [], empty = [], canSetKey = true } = options;
  const models = options.models ?? storyModels;
  const keys = new Set<string>();
  const listeners = new Set<() => void>();
  const lacksKey = (id: string): boolean => missing.includes(id) && !keys.has(id);
  const status = ([id, name]: readonly [string, string]): ProviderStatus => ({
    id,
    name,
    status: lacksKey(id) ? "missing_key" : "ready",
    keyVariables: id === "ollama" ? [] : [`${id.toUpperCase()}_API_KEY`],
    keyUrl: `https://${id}.example/keys`,
    canSetKey: canSetKey && id !== "ollama",
  });
  return {
    id: "scripted",
    async *stream() {
      yield { type: "text-delta", delta: "Hello." };
      yield { type: "finish", finishReason: "stop" };
    },
    listsByProvider: true,
    providers: () =>
      Promise.resolve(
        names.filter(([id]) => !options.only || options.only.includes(id)).map(status),
      ),
    listModels({ provider = "" } = {}) {
      if (slow.includes(provider)) return new Promise(() => {});
      if (refused.includes(provider)) {
        const words = `${provider} refused the key. Check it, or make a new one.`;
        return Promise.reject(new ChatError("authentication", words));
      }
      const own = models.filter((one) => one.provider === provider);
      return Promise.resolve(empty.includes(provider) ? [] : own);
    },
    testConnection: ({ model: tested }) =>
      Promise.resolve(
        options.testError
          ? { success: false, model: tested, code: "authentication", ...options.testError }
          : { success: true, model: tested, durationMs: 412 },
      ),
    setKey(provider, key) {
      if (key) keys.add(provider);
      else keys.delete(provider);
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
