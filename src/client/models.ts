import type { AwsSettings } from "./aws.js";
import { readAzureURL } from "./azure.js";
import { createDirectClient, type DirectClientOptions } from "./directClient.js";
import type { KeySource } from "./apiKey.js";
import { findProvider } from "./providers.js";
import type { ProviderSettings } from "./providerSettings.js";
import type { ChatModel } from "./types.js";

/** How a model is reached. */
export interface ModelOptions extends Pick<
  DirectClientOptions,
  "dangerouslyAllowBrowser" | "fetch" | "headers" | "maxRetries" | "timeouts"
> {
  /** Default: on a server, the provider's environment variable. */
  apiKey?: KeySource | undefined;
  /** What the provider's SDK calls its base URL. Default: the provider's own address. */
  baseURL?: string | undefined;
  /** Sent before the chat's own system message. */
  systemMessage?: string | undefined;
  /** Where keys and addresses may also come from. Default: `process.env` outside web pages. */
  env?: DirectClientOptions["env"];
}

/** Options of a model on Azure. */
export interface AzureOptions extends ModelOptions {
  /** A dated version asks for the older deployment URLs. Default: the v1 URLs. */
  apiVersion?: string | undefined;
  /** The model that is deployed, such as `gpt-5`, where the deployment's name hides it: its limits and rules count. */
  baseModel?: string | undefined;
}

/**
 * A model of OpenAI, or of anybody by prefix: `openai("gpt-4o")`, `openai("ollama/llama3")`,
 * `openai("openrouter/anthropic/claude-sonnet-5")`. With an Azure URL as `baseURL` it is that deployment, of the model
 * named; with any other `baseURL` the name is sent as it is.
 */
export function openai(name: string, options: ModelOptions = {}): ChatModel {
  if (options.baseURL && readAzureURL(options.baseURL)) return azure(name, options);
  const prefix = name.slice(0, Math.max(name.indexOf("/"), 0));
  if (!options.baseURL && findProvider(prefix))
    return bind(prefix, name.slice(prefix.length + 1), options);
  return bind("openai", name, options);
}

/** A model of Anthropic. */
export function anthropic(name: string, options: ModelOptions = {}): ChatModel {
  return bind("anthropic", name, options);
}

/** A Gemini model of Google AI Studio. */
export function google(name: string, options: ModelOptions = {}): ChatModel {
  return bind("gemini", name, options);
}

/** A model that Groq runs. */
export function groq(name: string, options: ModelOptions = {}): ChatModel {
  return bind("groq", name, options);
}

/** A model behind OpenRouter, such as `openrouter("anthropic/claude-sonnet-5")`. */
export function openrouter(name: string, options: ModelOptions = {}): ChatModel {
  return bind("openrouter", name, options);
}

/** A local model of Ollama. Needs no key. */
export function ollama(name: string, options: ModelOptions = {}): ChatModel {
  return bind("ollama", name, options);
}

/**
 * An Azure OpenAI deployment. `baseURL` is the resource's address, or a whole deployment URL: then the deployment is that
 * one, and `name` what is deployed there.
 */
export function azure(
  name: string,
  { apiVersion, baseModel, ...options }: AzureOptions = {},
): ChatModel {
  const own = bare("azure", name);
  const deployment = options.baseURL ? readAzureURL(options.baseURL)?.deployment : undefined;
  const hidden = baseModel ?? (deployment && own);
  return bind("azure", deployment ?? own, options, {
    apiVersion,
    ...behind(deployment ?? own, hidden),
  });
}

/** Options of a model on Bedrock. Without a bearer token the credentials sign each request. */
export interface BedrockOptions extends Omit<ModelOptions, "apiKey">, AwsSettings {
  /** A Bedrock API key. Default: on a server, `AWS_BEARER_TOKEN_BEDROCK`. */
  bearerToken?: KeySource | undefined;
  /** The id of the model behind an application inference profile, whose ARN hides it: its limits and rules count. */
  baseModel?: string | undefined;
}

/**
 * A model on Amazon Bedrock, by its model or inference profile id: `bedrock("us.anthropic.claude-sonnet-5-v1:0")`. No web
 * page can call Bedrock, so this is for servers.
 */
export function bedrock(
  name: string,
  { region, credentials, bearerToken, baseModel, ...options }: BedrockOptions = {},
): ChatModel {
  const settings = { region, credentials, ...behind(bare("bedrock", name), baseModel) };
  return bind("bedrock", name, { ...options, apiKey: bearerToken }, settings);
}

/** A model of any server that speaks OpenAI's Chat Completions at `baseURL`. The name is sent as it is. */
export function openAICompatible(
  name: string,
  options: ModelOptions & { baseURL: string },
): ChatModel {
  return bind("custom_openai", name, options);
}

/** What says that a model stands behind a name. */
function behind(name: string, baseModel: string | undefined): ProviderSettings {
  return baseModel ? { baseModels: { [name.replace(/^responses\//, "")]: baseModel } } : {};
}

/** A name without its provider before it. */
function bare(provider: string, name: string): string {
  return name.startsWith(`${provider}/`) ? name.slice(provider.length + 1) : name;
}

function bind(
  provider: string,
  name: string,
  options: ModelOptions,
  settings: ProviderSettings = {},
): ChatModel {
  const id = `${provider}/${bare(provider, name)}`;
  const { apiKey, baseURL, systemMessage, env = environment(), ...direct } = options;
  const client = createDirectClient({
    ...direct,
    env,
    providers: { [provider]: { ...settings, apiKey, baseURL } },
  });
  return {
    id,
    provider: findProvider(provider)?.name ?? provider,
    client,
    ...(systemMessage && { systemMessage }),
  };
}

/** A page has no environment; what a bundler leaves in its place must not be taken for one. */
function environment(): DirectClientOptions["env"] {
  const isPage = "window" in globalThis && "document" in globalThis;
  return isPage
    ? undefined
    : (globalThis as { process?: { env?: DirectClientOptions["env"] } }).process?.env;
}
