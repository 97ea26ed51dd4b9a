/** What a web page may do with a provider: call it, never, call it once its owner has allowed the page, or not known. */
export type BrowserAccess = "yes" | "no" | "local" | "unknown";

/**
 * The provider table as text, one provider a line, the best known first:
 *
 *     id | name | base URL | browser access | key variables | protocol | token variables
 *
 * Left out is what follows a rule: columns at the end, a name that is the id with a capital, `https://`, browser access
 * that is not known, the one key variable `<ID>_API_KEY` (`-` means that no key is needed), OpenAI Chat as the protocol.
 *
 * @see https://docs.litellm.ai/docs/providers
 */
export const providerRows = `
openai | OpenAI | api.openai.com/v1 | yes
anthropic | | api.anthropic.com/v1 | yes | ANTHROPIC_API_KEY ANTHROPIC_AUTH_TOKEN | anthropic-messages | ANTHROPIC_AUTH_TOKEN
gemini | Google Gemini | generativelanguage.googleapis.com/v1beta | yes | GEMINI_API_KEY GOOGLE_API_KEY GOOGLE_GENERATIVE_AI_API_KEY GOOGLE_AI_API_KEY | gemini-generate
groq | | api.groq.com/openai/v1 | yes
openrouter | OpenRouter | openrouter.ai/api/v1 | yes
mistral | | api.mistral.ai/v1 | yes
deepseek | DeepSeek | api.deepseek.com/v1 | yes
xai | xAI | api.x.ai/v1 | yes
together_ai | Together AI | api.together.xyz/v1 | yes | TOGETHER_API_KEY TOGETHER_AI_API_KEY TOGETHERAI_API_KEY TOGETHER_AI_TOKEN
bedrock | Amazon Bedrock | | no | AWS_BEARER_TOKEN_BEDROCK | bedrock-converse
azure | Azure OpenAI | | | AZURE_API_KEY AZURE_OPENAI_API_KEY AZURE_AD_TOKEN | | AZURE_AD_TOKEN
cohere | | api.cohere.com/v2 | yes | COHERE_API_KEY CO_API_KEY | cohere-chat
ollama | | http://localhost:11434/v1 | local
ollama_chat | Ollama, native | http://localhost:11434 | local | OLLAMA_API_KEY | ollama-chat
lm_studio | LM Studio | http://localhost:1234/v1 | local
hosted_vllm | vLLM | http://localhost:8000/v1 | local
llamafile | llamafile | http://127.0.0.1:8080/v1 | local | -
docker_model_runner | Docker Model Runner | http://localhost:12434/engines/v1 | local | -
lemonade | | http://localhost:8000/api/v1 | local | -
xinference | | | local | -
oobabooga | Text Generation WebUI | | local | -
custom_openai | OpenAI-compatible server | | local | -
openai_like | OpenAI-compatible server | | local | -
litellm_proxy | LiteLLM proxy | | yes
fireworks_ai | Fireworks AI | api.fireworks.ai/inference/v1 | | FIREWORKS_AI_API_KEY FIREWORKS_API_KEY FIREWORKSAI_API_KEY FIREWORKS_AI_TOKEN
perplexity | | api.perplexity.ai | | PERPLEXITYAI_API_KEY PERPLEXITY_API_KEY
cerebras | | api.cerebras.ai/v1
huggingface | Hugging Face | router.huggingface.co/v1 | yes | HUGGINGFACE_API_KEY HF_TOKEN
github | GitHub Models | models.github.ai/inference
codestral | | codestral.mistral.ai/v1
deepinfra | DeepInfra | api.deepinfra.com/v1/openai
anyscale | | api.endpoints.anyscale.com/v1
sambanova | SambaNova | api.sambanova.ai/v1
nvidia_nim | NVIDIA NIM | integrate.api.nvidia.com/v1
baseten | | inference.baseten.co/v1
ai21 | AI21 | api.ai21.com/studio/v1
volcengine | | ark.cn-beijing.volces.com/api/v3 | | VOLCENGINE_API_KEY ARK_API_KEY
empower | | app.empower.dev/api/v1
friendliai | FriendliAI | api.friendli.ai/serverless/v1 | | FRIENDLIAI_API_KEY FRIENDLI_TOKEN
galadriel | | api.galadriel.com/v1
meta_llama | Meta Llama | api.llama.com/compat/v1 | | LLAMA_API_KEY
nebius | | api.studio.nebius.ai/v1
novita | | api.novita.ai/v3/openai
featherless_ai | Featherless | api.featherless.ai/v1
nscale | | inference.api.nscale.com/v1
dashscope | Alibaba DashScope | dashscope-intl.aliyuncs.com/compatible-mode/v1 | | DASHSCOPE_API_KEY ALIBABA_API_KEY
modelscope | ModelScope | api-inference.modelscope.cn/v1
moonshot | | api.moonshot.ai/v1
v0 | v0 | api.v0.dev/v1
morph | | api.morphllm.com/v1
lambda_ai | Lambda | api.lambda.ai/v1 | | LAMBDA_API_KEY
hyperbolic | | api.hyperbolic.xyz/v1
inception | | api.inceptionlabs.ai/v1
vercel_ai_gateway | Vercel AI Gateway | ai-gateway.vercel.sh/v1 | | VERCEL_AI_GATEWAY_API_KEY AI_GATEWAY_API_KEY VERCEL_OIDC_TOKEN
wandb | Weights & Biases | api.inference.wandb.ai/v1
aiml | AI/ML API | api.aimlapi.com/v1
cometapi | CometAPI | api.cometapi.com/v1 | | COMETAPI_KEY
clarifai | | api.clarifai.com/v2/ext/openai/v1 | | CLARIFAI_PAT CLARIFAI_API_KEY
zai | Z.ai | api.z.ai/api/paas/v4
heroku | | us.inference.heroku.com/v1 | | HEROKU_API_KEY HEROKU_INFERENCE_KEY
ovhcloud | OVHcloud | oai.endpoints.kepler.ai.cloud.ovh.net/v1
crusoe | | managed-inference-api-proxy.crusoecloud.com/v1
minimax | MiniMax | api.minimax.io/v1
publicai | Public AI | api.publicai.co/v1
helicone | | ai-gateway.helicone.ai
veniceai | Venice AI | api.venice.ai/api/v1 | | VENICE_AI_API_KEY
xiaomi_mimo | Xiaomi MiMo | api.xiaomimimo.com/v1
scaleway | | api.scaleway.ai/v1 | | SCW_SECRET_KEY
synthetic | | api.synthetic.new/openai/v1
apertis | | api.stima.tech/v1 | | STIMA_API_KEY
nano-gpt | NanoGPT | nano-gpt.com/api/v1 | | NANOGPT_API_KEY
poe | | api.poe.com/v1
chutes | | llm.chutes.ai/v1
abliteration | | api.abliteration.ai/v1
llamagate | LlamaGate | api.llamagate.dev/v1
gmi | GMI Cloud | api.gmi-serving.com/v1 | | GMI_API_KEY GMI_CLOUD_APIKEY
sarvam | | api.sarvam.ai/v1
assemblyai | AssemblyAI | llm-gateway.assemblyai.com/v1
charity_engine | Charity Engine | api.charityengine.services/remotejobs/v2/inference
aihubmix | AIHubMix | aihubmix.com/v1
salad_cloud | Salad Cloud | ai.salad.cloud/v1
snowflake | Snowflake Cortex | | | SNOWFLAKE_JWT SNOWFLAKE_TOKEN
manus | | api.manus.im/v1 | | | openai-responses
azure_ai | Azure AI Foundry
gradient_ai | DigitalOcean Gradient | inference.do-ai.run/v1
`;
