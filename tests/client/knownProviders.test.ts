import { describe, expect, test } from "vitest";
import {
  createDirectClient,
  findProvider,
  openaiChat,
  type Target,
} from "../../src/client/index.js";
import { baseURLVariables } from "../../src/client/providerVariables.js";
import { json, scriptedFetch } from "./scriptedFetch.js";

/** Prefix, base URL and key variables of LiteLLM's providers, `-` for none. */
const known = `
openai https://api.openai.com/v1 OPENAI_API_KEY
groq https://api.groq.com/openai/v1 GROQ_API_KEY
mistral https://api.mistral.ai/v1 MISTRAL_API_KEY
codestral https://codestral.mistral.ai/v1 CODESTRAL_API_KEY
deepseek https://api.deepseek.com/v1 DEEPSEEK_API_KEY
xai https://api.x.ai/v1 XAI_API_KEY
together_ai https://api.together.xyz/v1 TOGETHER_API_KEY,TOGETHER_AI_API_KEY,TOGETHERAI_API_KEY,TOGETHER_AI_TOKEN
openrouter https://openrouter.ai/api/v1 OPENROUTER_API_KEY
fireworks_ai https://api.fireworks.ai/inference/v1 FIREWORKS_AI_API_KEY,FIREWORKS_API_KEY,FIREWORKSAI_API_KEY,FIREWORKS_AI_TOKEN
perplexity https://api.perplexity.ai PERPLEXITYAI_API_KEY,PERPLEXITY_API_KEY
deepinfra https://api.deepinfra.com/v1/openai DEEPINFRA_API_KEY
anyscale https://api.endpoints.anyscale.com/v1 ANYSCALE_API_KEY
cerebras https://api.cerebras.ai/v1 CEREBRAS_API_KEY
sambanova https://api.sambanova.ai/v1 SAMBANOVA_API_KEY
nvidia_nim https://integrate.api.nvidia.com/v1 NVIDIA_NIM_API_KEY
baseten https://inference.baseten.co/v1 BASETEN_API_KEY
ai21_chat https://api.ai21.com/studio/v1 AI21_API_KEY
ai21 https://api.ai21.com/studio/v1 AI21_API_KEY
volcengine https://ark.cn-beijing.volces.com/api/v3 VOLCENGINE_API_KEY,ARK_API_KEY
empower https://app.empower.dev/api/v1 EMPOWER_API_KEY
friendliai https://api.friendli.ai/serverless/v1 FRIENDLIAI_API_KEY,FRIENDLI_TOKEN
galadriel https://api.galadriel.com/v1 GALADRIEL_API_KEY
meta_llama https://api.llama.com/compat/v1 LLAMA_API_KEY
nebius https://api.studio.nebius.ai/v1 NEBIUS_API_KEY
novita https://api.novita.ai/v3/openai NOVITA_API_KEY
featherless_ai https://api.featherless.ai/v1 FEATHERLESS_AI_API_KEY
nscale https://inference.api.nscale.com/v1 NSCALE_API_KEY
dashscope https://dashscope-intl.aliyuncs.com/compatible-mode/v1 DASHSCOPE_API_KEY,ALIBABA_API_KEY
modelscope https://api-inference.modelscope.cn/v1 MODELSCOPE_API_KEY
moonshot https://api.moonshot.ai/v1 MOONSHOT_API_KEY
v0 https://api.v0.dev/v1 V0_API_KEY
morph https://api.morphllm.com/v1 MORPH_API_KEY
lambda_ai https://api.lambda.ai/v1 LAMBDA_API_KEY
hyperbolic https://api.hyperbolic.xyz/v1 HYPERBOLIC_API_KEY
inception https://api.inceptionlabs.ai/v1 INCEPTION_API_KEY
vercel_ai_gateway https://ai-gateway.vercel.sh/v1 VERCEL_AI_GATEWAY_API_KEY,AI_GATEWAY_API_KEY,VERCEL_OIDC_TOKEN
wandb https://api.inference.wandb.ai/v1 WANDB_API_KEY
aiml https://api.aimlapi.com/v1 AIML_API_KEY
cometapi https://api.cometapi.com/v1 COMETAPI_KEY
clarifai https://api.clarifai.com/v2/ext/openai/v1 CLARIFAI_PAT,CLARIFAI_API_KEY
github https://models.github.ai/inference GITHUB_API_KEY
zai https://api.z.ai/api/paas/v4 ZAI_API_KEY
heroku https://us.inference.heroku.com/v1 HEROKU_API_KEY,HEROKU_INFERENCE_KEY
ovhcloud https://oai.endpoints.kepler.ai.cloud.ovh.net/v1 OVHCLOUD_API_KEY
crusoe https://managed-inference-api-proxy.crusoecloud.com/v1 CRUSOE_API_KEY
huggingface https://router.huggingface.co/v1 HUGGINGFACE_API_KEY,HF_TOKEN
minimax https://api.minimax.io/v1 MINIMAX_API_KEY
publicai https://api.publicai.co/v1 PUBLICAI_API_KEY
helicone https://ai-gateway.helicone.ai HELICONE_API_KEY
veniceai https://api.venice.ai/api/v1 VENICE_AI_API_KEY
xiaomi_mimo https://api.xiaomimimo.com/v1 XIAOMI_MIMO_API_KEY
scaleway https://api.scaleway.ai/v1 SCW_SECRET_KEY
synthetic https://api.synthetic.new/openai/v1 SYNTHETIC_API_KEY
apertis https://api.stima.tech/v1 STIMA_API_KEY
nano-gpt https://nano-gpt.com/api/v1 NANOGPT_API_KEY
poe https://api.poe.com/v1 POE_API_KEY
chutes https://llm.chutes.ai/v1 CHUTES_API_KEY
abliteration https://api.abliteration.ai/v1 ABLITERATION_API_KEY
llamagate https://api.llamagate.dev/v1 LLAMAGATE_API_KEY
gmi https://api.gmi-serving.com/v1 GMI_API_KEY,GMI_CLOUD_APIKEY
sarvam https://api.sarvam.ai/v1 SARVAM_API_KEY
assemblyai https://llm-gateway.assemblyai.com/v1 ASSEMBLYAI_API_KEY
charity_engine https://api.charityengine.services/remotejobs/v2/inference CHARITY_ENGINE_API_KEY
aihubmix https://aihubmix.com/v1 AIHUBMIX_API_KEY
salad_cloud https://ai.salad.cloud/v1 SALAD_CLOUD_API_KEY
snowflake - SNOWFLAKE_JWT,SNOWFLAKE_TOKEN
gradient_ai https://inference.do-ai.run/v1 GRADIENT_AI_API_KEY
manus https://api.manus.im/v1 MANUS_API_KEY
ollama http://localhost:11434/v1 OLLAMA_API_KEY
ollama_chat http://localhost:11434 OLLAMA_API_KEY
hosted_vllm http://localhost:8000/v1 HOSTED_VLLM_API_KEY
lm_studio http://localhost:1234/v1 LM_STUDIO_API_KEY
llamafile http://127.0.0.1:8080/v1 -
docker_model_runner http://localhost:12434/engines/v1 -
lemonade http://localhost:8000/api/v1 -
xinference - -
oobabooga - -
custom_openai - -
openai_like - -
litellm_proxy - LITELLM_PROXY_API_KEY
`;

const rows = known
  .trim()
  .split("\n")
  .map((line) => line.split(" "));

test.each(rows)("%s is at %s with its key in %s", (prefix, baseURL, keys) => {
  const row = findProvider(prefix);
  expect(row?.baseURL ?? "-").toBe(baseURL);
  expect(row?.keyVariables.join(",") || "-").toBe(keys);
});

test("a base URL may stand in the environment under two names", () => {
  expect(baseURLVariables("openai")).toEqual(["OPENAI_BASE_URL", "OPENAI_API_BASE"]);
  expect(baseURLVariables("ollama_chat")).toContain("OLLAMA_API_BASE");
  expect(baseURLVariables("hosted_vllm")).toContain("HOSTED_VLLM_API_BASE");
  expect(baseURLVariables("azure_ai")).toContain("AZURE_AI_API_BASE");
});

function request(provider: string, config = {}): ReturnType<typeof openaiChat.toRequest> {
  const target: Target = { provider, model: "m", baseURL: "https://api.example/v1", apiKey: "k" };
  const parts = [
    { type: "text" as const, text: "a" },
    { type: "text" as const, text: "b" },
  ];
  const messages = [{ id: "1", role: "user" as const, parts }];
  return openaiChat.toRequest({ model: "m", messages, config }, target);
}

test.each([
  "publicai",
  "xiaomi_mimo",
  "synthetic",
  "apertis",
  "nano-gpt",
  "poe",
  "chutes",
  "llamagate",
  "sarvam",
  "charity_engine",
  "crusoe",
])("%s knows the older name of the token limit, and gets texts as strings", (provider) => {
  const { body } = request(provider, { maxTokens: 9 });
  expect(body).toMatchObject({ max_tokens: 9, messages: [{ role: "user", content: "a\nb" }] });
  expect(body).not.toHaveProperty("max_completion_tokens");
});

test("Sarvam gets its key in a header of its own too", () => {
  expect(request("sarvam").headers).toMatchObject({
    authorization: "Bearer k",
    "api-subscription-key": "k",
  });
});

describe("a server of one's own", () => {
  const asked = async (env: Record<string, string>): Promise<unknown[]> => {
    const { fetch, requests } = scriptedFetch(() => json({ error: { message: "no" } }, 403));
    const client = createDirectClient({ env, fetch, maxRetries: 0 });
    for (const model of ["ollama/a", "ollama_chat/a", "hosted_vllm/a", "lm_studio/a"])
      await client.testConnection({ model });
    return requests.map(({ url, headers }) => [new URL(url).host, headers["authorization"]]);
  };

  test("is asked without a key", async () => {
    expect(await asked({})).toEqual([
      ["localhost:11434", undefined],
      ["localhost:11434", undefined],
      ["localhost:8000", undefined],
      ["localhost:1234", undefined],
    ]);
  });

  test("gets the key that the environment has for it, at its own address", async () => {
    const env = {
      OLLAMA_API_KEY: "o",
      OLLAMA_API_BASE: "https://ollama.example",
      HOSTED_VLLM_API_KEY: "v",
      HOSTED_VLLM_API_BASE: "https://vllm.example/v1",
      LM_STUDIO_API_KEY: "l",
    };
    expect(await asked(env)).toEqual([
      ["ollama.example", "Bearer o"],
      ["ollama.example", "Bearer o"],
      ["vllm.example", "Bearer v"],
      ["localhost:1234", "Bearer l"],
    ]);
  });
});
