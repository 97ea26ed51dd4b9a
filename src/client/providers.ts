/** What a web page may do with a provider: call it, never, call it once its owner has allowed the page, or not known. */
export type BrowserAccess = "yes" | "no" | "local" | "unknown";

/** One row of the provider table. */
export interface Provider {
  /** The prefix of its model names, as LiteLLM writes it. */
  readonly id: string;
  readonly name: string;
  /** Which wire protocol it speaks: the `id` of a `Protocol`. */
  readonly protocol: string;
  /** What its SDK calls the base URL. Absent where everybody has their own: then it must be given. */
  readonly baseURL?: string | undefined;
  /** The environment variables that may hold its key, best first. Empty for a server that needs none. */
  readonly keyVariables: readonly string[];
  /** Where to get a key. */
  readonly keyUrl?: string | undefined;
  readonly browser: BrowserAccess;
}

type Extra = {
  /** Environment variables of the key, where they are not `<ID>_API_KEY`. */
  keys?: readonly string[];
  keyUrl?: string;
  browser?: BrowserAccess;
  protocol?: string;
};

/** Id, name, base URL, and what differs from the rule. @see https://docs.litellm.ai/docs/providers */
const rows: readonly (readonly [string, string, (string | undefined)?, Extra?])[] = [
  [
    "openai",
    "OpenAI",
    "https://api.openai.com/v1",
    { keyUrl: "https://platform.openai.com/api-keys", browser: "yes" },
  ],
  [
    "anthropic",
    "Anthropic",
    "https://api.anthropic.com/v1",
    {
      protocol: "anthropic-messages",
      keys: ["ANTHROPIC_API_KEY", "ANTHROPIC_AUTH_TOKEN"],
      keyUrl: "https://console.anthropic.com/settings/keys",
      browser: "yes",
    },
  ],
  [
    "gemini",
    "Google Gemini",
    "https://generativelanguage.googleapis.com/v1beta",
    {
      protocol: "gemini-generate",
      keys: [
        "GEMINI_API_KEY",
        "GOOGLE_API_KEY",
        "GOOGLE_GENERATIVE_AI_API_KEY",
        "GOOGLE_AI_API_KEY",
      ],
      keyUrl: "https://aistudio.google.com/apikey",
      browser: "yes",
    },
  ],
  [
    "groq",
    "Groq",
    "https://api.groq.com/openai/v1",
    { keyUrl: "https://console.groq.com/keys", browser: "yes" },
  ],
  [
    "openrouter",
    "OpenRouter",
    "https://openrouter.ai/api/v1",
    { keyUrl: "https://openrouter.ai/settings/keys", browser: "yes" },
  ],
  [
    "mistral",
    "Mistral",
    "https://api.mistral.ai/v1",
    { keyUrl: "https://console.mistral.ai/api-keys", browser: "yes" },
  ],
  [
    "deepseek",
    "DeepSeek",
    "https://api.deepseek.com/v1",
    { keyUrl: "https://platform.deepseek.com/api_keys", browser: "yes" },
  ],
  ["xai", "xAI", "https://api.x.ai/v1", { keyUrl: "https://console.x.ai", browser: "yes" }],
  [
    "together_ai",
    "Together AI",
    "https://api.together.xyz/v1",
    {
      keys: ["TOGETHER_API_KEY", "TOGETHER_AI_API_KEY", "TOGETHERAI_API_KEY", "TOGETHER_AI_TOKEN"],
      keyUrl: "https://api.together.ai/settings/api-keys",
      browser: "yes",
    },
  ],
  [
    "bedrock",
    "Amazon Bedrock",
    undefined,
    {
      protocol: "bedrock-converse",
      keys: ["AWS_BEARER_TOKEN_BEDROCK"],
      keyUrl: "https://console.aws.amazon.com/bedrock/home#/api-keys",
      browser: "no",
    },
  ],
  [
    "azure",
    "Azure OpenAI",
    undefined,
    { keys: ["AZURE_API_KEY", "AZURE_OPENAI_API_KEY"], keyUrl: "https://ai.azure.com" },
  ],
  [
    "cohere",
    "Cohere",
    "https://api.cohere.com/v2",
    {
      protocol: "cohere-chat",
      keys: ["COHERE_API_KEY", "CO_API_KEY"],
      keyUrl: "https://dashboard.cohere.com/api-keys",
      browser: "yes",
    },
  ],
  ["ollama", "Ollama", "http://localhost:11434/v1", { keys: [], browser: "local" }],
  ["lm_studio", "LM Studio", "http://localhost:1234/v1", { keys: [], browser: "local" }],
  ["hosted_vllm", "vLLM", "http://localhost:8000/v1", { keys: [], browser: "local" }],
  ["llamafile", "llamafile", "http://127.0.0.1:8080/v1", { keys: [], browser: "local" }],
  [
    "docker_model_runner",
    "Docker Model Runner",
    "http://localhost:12434/engines/v1",
    { keys: [], browser: "local" },
  ],
  ["lemonade", "Lemonade", "http://localhost:8000/api/v1", { keys: [], browser: "local" }],
  ["xinference", "Xinference", undefined, { keys: [], browser: "local" }],
  ["oobabooga", "Text Generation WebUI", undefined, { keys: [], browser: "local" }],
  ["custom_openai", "OpenAI-compatible server", undefined, { keys: [], browser: "local" }],
  ["openai_like", "OpenAI-compatible server", undefined, { keys: [], browser: "local" }],
  ["litellm_proxy", "LiteLLM proxy", undefined, { browser: "yes" }],
  [
    "fireworks_ai",
    "Fireworks AI",
    "https://api.fireworks.ai/inference/v1",
    {
      keys: [
        "FIREWORKS_AI_API_KEY",
        "FIREWORKS_API_KEY",
        "FIREWORKSAI_API_KEY",
        "FIREWORKS_AI_TOKEN",
      ],
    },
  ],
  [
    "perplexity",
    "Perplexity",
    "https://api.perplexity.ai",
    { keys: ["PERPLEXITYAI_API_KEY", "PERPLEXITY_API_KEY"] },
  ],
  ["cerebras", "Cerebras", "https://api.cerebras.ai/v1"],
  [
    "huggingface",
    "Hugging Face",
    "https://router.huggingface.co/v1",
    { keys: ["HUGGINGFACE_API_KEY", "HF_TOKEN"], browser: "yes" },
  ],
  ["github", "GitHub Models", "https://models.github.ai/inference"],
  ["codestral", "Codestral", "https://codestral.mistral.ai/v1"],
  ["deepinfra", "DeepInfra", "https://api.deepinfra.com/v1/openai"],
  ["anyscale", "Anyscale", "https://api.endpoints.anyscale.com/v1"],
  ["sambanova", "SambaNova", "https://api.sambanova.ai/v1"],
  ["nvidia_nim", "NVIDIA NIM", "https://integrate.api.nvidia.com/v1"],
  ["baseten", "Baseten", "https://inference.baseten.co/v1"],
  ["ai21", "AI21", "https://api.ai21.com/studio/v1"],
  [
    "volcengine",
    "Volcengine",
    "https://ark.cn-beijing.volces.com/api/v3",
    { keys: ["VOLCENGINE_API_KEY", "ARK_API_KEY"] },
  ],
  ["empower", "Empower", "https://app.empower.dev/api/v1"],
  [
    "friendliai",
    "FriendliAI",
    "https://api.friendli.ai/serverless/v1",
    { keys: ["FRIENDLIAI_API_KEY", "FRIENDLI_TOKEN"] },
  ],
  ["galadriel", "Galadriel", "https://api.galadriel.com/v1"],
  ["meta_llama", "Meta Llama", "https://api.llama.com/compat/v1", { keys: ["LLAMA_API_KEY"] }],
  ["nebius", "Nebius", "https://api.studio.nebius.ai/v1"],
  ["novita", "Novita", "https://api.novita.ai/v3/openai"],
  ["featherless_ai", "Featherless", "https://api.featherless.ai/v1"],
  ["nscale", "Nscale", "https://inference.api.nscale.com/v1"],
  [
    "dashscope",
    "Alibaba DashScope",
    "https://dashscope-intl.aliyuncs.com/compatible-mode/v1",
    { keys: ["DASHSCOPE_API_KEY", "ALIBABA_API_KEY"] },
  ],
  ["modelscope", "ModelScope", "https://api-inference.modelscope.cn/v1"],
  ["moonshot", "Moonshot", "https://api.moonshot.ai/v1"],
  ["v0", "v0", "https://api.v0.dev/v1"],
  ["morph", "Morph", "https://api.morphllm.com/v1"],
  ["lambda_ai", "Lambda", "https://api.lambda.ai/v1", { keys: ["LAMBDA_API_KEY"] }],
  ["hyperbolic", "Hyperbolic", "https://api.hyperbolic.xyz/v1"],
  ["inception", "Inception", "https://api.inceptionlabs.ai/v1"],
  [
    "vercel_ai_gateway",
    "Vercel AI Gateway",
    "https://ai-gateway.vercel.sh/v1",
    { keys: ["VERCEL_AI_GATEWAY_API_KEY", "AI_GATEWAY_API_KEY", "VERCEL_OIDC_TOKEN"] },
  ],
  ["wandb", "Weights & Biases", "https://api.inference.wandb.ai/v1"],
  ["aiml", "AI/ML API", "https://api.aimlapi.com/v1"],
  ["cometapi", "CometAPI", "https://api.cometapi.com/v1", { keys: ["COMETAPI_KEY"] }],
  [
    "clarifai",
    "Clarifai",
    "https://api.clarifai.com/v2/ext/openai/v1",
    { keys: ["CLARIFAI_PAT", "CLARIFAI_API_KEY"] },
  ],
  ["zai", "Z.ai", "https://api.z.ai/api/paas/v4"],
  [
    "heroku",
    "Heroku",
    "https://us.inference.heroku.com",
    { keys: ["HEROKU_API_KEY", "HEROKU_INFERENCE_KEY"] },
  ],
  ["ovhcloud", "OVHcloud", "https://oai.endpoints.kepler.ai.cloud.ovh.net/v1"],
  ["crusoe", "Crusoe", "https://managed-inference-api-proxy.crusoecloud.com/v1"],
  ["minimax", "MiniMax", "https://api.minimax.io/v1"],
  ["publicai", "Public AI", "https://api.publicai.co/v1"],
  ["helicone", "Helicone", "https://ai-gateway.helicone.ai"],
  ["veniceai", "Venice AI", "https://api.venice.ai/api/v1", { keys: ["VENICE_AI_API_KEY"] }],
  ["xiaomi_mimo", "Xiaomi MiMo", "https://api.xiaomimimo.com/v1"],
  ["scaleway", "Scaleway", "https://api.scaleway.ai/v1", { keys: ["SCW_SECRET_KEY"] }],
  ["synthetic", "Synthetic", "https://api.synthetic.new/openai/v1"],
  ["apertis", "Apertis", "https://api.stima.tech/v1", { keys: ["STIMA_API_KEY"] }],
  ["nano-gpt", "NanoGPT", "https://nano-gpt.com/api/v1", { keys: ["NANOGPT_API_KEY"] }],
  ["poe", "Poe", "https://api.poe.com/v1"],
  ["chutes", "Chutes", "https://llm.chutes.ai/v1"],
  ["abliteration", "Abliteration", "https://api.abliteration.ai/v1"],
  ["llamagate", "LlamaGate", "https://api.llamagate.dev/v1"],
  [
    "gmi",
    "GMI Cloud",
    "https://api.gmi-serving.com/v1",
    { keys: ["GMI_API_KEY", "GMI_CLOUD_APIKEY"] },
  ],
  ["sarvam", "Sarvam", "https://api.sarvam.ai/v1"],
  ["assemblyai", "AssemblyAI", "https://llm-gateway.assemblyai.com/v1"],
  [
    "charity_engine",
    "Charity Engine",
    "https://api.charityengine.services/remotejobs/v2/inference",
  ],
  ["aihubmix", "AIHubMix", "https://aihubmix.com/v1"],
  ["salad_cloud", "Salad Cloud", "https://ai.salad.cloud/v1"],
  ["snowflake", "Snowflake Cortex", undefined, { keys: ["SNOWFLAKE_JWT", "SNOWFLAKE_TOKEN"] }],
  ["gradient_ai", "DigitalOcean Gradient", "https://inference.do-ai.run/v1"],
];

/** Other spellings of a prefix. */
const aliases: Readonly<Record<string, string>> = {
  ollama_chat: "ollama",
  cohere_chat: "cohere",
  ai21_chat: "ai21",
  google: "gemini",
  together: "together_ai",
  vllm: "hosted_vllm",
};

/** Every provider Polylogue can name, the best known first. */
export const providerTable: readonly Provider[] = rows.map(([id, name, baseURL, extra = {}]) => ({
  id,
  name,
  protocol: extra.protocol ?? "openai-chat",
  baseURL,
  keyVariables: extra.keys ?? [`${variablePrefix(id)}_API_KEY`],
  keyUrl: extra.keyUrl,
  browser: extra.browser ?? "unknown",
}));

const byId: ReadonlyMap<string, Provider> = new Map(providerTable.map((row) => [row.id, row]));

/** The row of a model name's prefix, or of another spelling of it. */
export function findProvider(prefix: string): Provider | undefined {
  return byId.get(Object.hasOwn(aliases, prefix) ? (aliases[prefix] ?? prefix) : prefix);
}

/** The environment variables that may hold a provider's base URL, best first: `OPENAI_BASE_URL`, `OPENAI_API_BASE`. */
export function baseURLVariables(id: string): string[] {
  return [`${variablePrefix(id)}_BASE_URL`, `${variablePrefix(id)}_API_BASE`];
}

function variablePrefix(id: string): string {
  return id.toUpperCase().replaceAll("-", "_");
}
