/** Where each provider gives out keys. Apart from the provider table because only those who lack a key read it. */
const pages: Readonly<Record<string, string>> = {
  openai: "platform.openai.com/api-keys",
  anthropic: "console.anthropic.com/settings/keys",
  gemini: "aistudio.google.com/apikey",
  groq: "console.groq.com/keys",
  openrouter: "openrouter.ai/settings/keys",
  mistral: "console.mistral.ai/api-keys",
  deepseek: "platform.deepseek.com/api_keys",
  xai: "console.x.ai",
  together_ai: "api.together.ai/settings/api-keys",
  bedrock: "console.aws.amazon.com/bedrock/home#/api-keys",
  azure: "ai.azure.com",
  cohere: "dashboard.cohere.com/api-keys",
};

/** The address of the page on which a provider gives out keys, where it is known. */
export function keyPage(provider: string): string | undefined {
  return Object.hasOwn(pages, provider) ? `https://${pages[provider]}` : undefined;
}
