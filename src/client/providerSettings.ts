import type { KeySource } from "./apiKey.js";
import { awsRegion, type AwsSettings } from "./aws.js";
import { azureDeployment, readAzureURL } from "./azure.js";
import { normalizeBaseURL } from "./baseURL.js";
import { ChatError } from "./errors.js";
import type { ParsedModelName } from "./modelName.js";
import type { Target } from "./protocol.js";
import { baseURLVariables, findProvider, type Provider } from "./providers.js";

/** What an app says about one provider: over a row of the table, or in place of one that is not there. */
export interface ProviderSettings extends AwsSettings {
  /** For people. Default: the table's name, else the id. */
  name?: string | undefined;
  /** What the provider's SDK calls its base URL; for `azure` the resource's address. */
  baseURL?: string | undefined;
  apiKey?: KeySource | undefined;
  /** Sent with every request to it. */
  headers?: Readonly<Record<string, string>> | undefined;
  /** `azure`: a dated version asks for the older deployment URLs. */
  apiVersion?: string | undefined;
  /**
   * The models behind names that hide them, such as Azure deployments and Bedrock inference profiles, by that name:
   * `{ "my-deployment": "gpt-5" }`. Their limits and rules count then.
   */
  baseModels?: Readonly<Record<string, string>> | undefined;
}

/** Environment variables by name, such as `process.env`. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** A provider as this client reaches it. */
export interface ConfiguredProvider extends Provider {
  readonly settings: ProviderSettings;
  /** Whether the app or the environment says where it is, in place of the table. */
  readonly hasOwnBaseURL: boolean;
}

/** The row of a provider with what the app and the environment say laid over it. `undefined` for an unknown one. */
export function configureProvider(
  id: string,
  settings: ProviderSettings | undefined,
  env: Environment,
): ConfiguredProvider | undefined {
  const row = findProvider(id);
  if (!row && !settings) return undefined;
  const named = baseURLVariables(id)
    .map((name) => env[name])
    .find(Boolean);
  const own = settings?.baseURL ?? named;
  const custom: Provider = {
    id,
    name: id,
    protocol: "openai-chat",
    keyVariables: [],
    browser: "unknown",
  };
  const base = row ?? custom;
  return {
    ...base,
    name: settings?.name ?? base.name,
    baseURL: own
      ? ownBaseURL(own, base.protocol)
      : (base.baseURL ?? bedrockURL(id, settings ?? {}, env)),
    settings: {
      ...settings,
      apiVersion: settings?.apiVersion ?? (id === "azure" ? env["AZURE_API_VERSION"] : undefined),
    },
    hasOwnBaseURL: own !== undefined,
  };
}

function bedrockURL(id: string, settings: AwsSettings, env: Environment): string | undefined {
  if (id !== "bedrock") return undefined;
  return `https://bedrock-runtime.${awsRegion(settings, env)}.amazonaws.com`;
}

/** Protocols whose addresses have no `/v1` to be added. */
const withoutV1: ReadonlySet<string> = new Set([
  "gemini-generate",
  "bedrock-converse",
  "ollama-chat",
]);

/** Azure's addresses carry their version in the query, and their path says what they are. */
function ownBaseURL(address: string, protocol: string): string {
  if (withoutV1.has(protocol)) return address.trim().replace(/\/+$/, "");
  return readAzureURL(address) ? address.trim() : normalizeBaseURL(address);
}

/** Where a request for one model goes, without its key. @throws ChatError `bad_request` when the address is not known. */
export function targetOf(provider: ConfiguredProvider, parsed: ParsedModelName): Target {
  const { settings, name, baseURL } = provider;
  const target = {
    name,
    model: parsed.model,
    baseModel: new Map(Object.entries(settings.baseModels ?? {})).get(parsed.model),
    headers: settings.headers,
    keyHelp: keyHelp(provider),
    networkHelp: networkHelp(provider),
  };
  if (parsed.baseURL) {
    return {
      ...target,
      provider: provider.id,
      baseURL: parsed.baseURL,
      apiVersion: parsed.apiVersion,
    };
  }
  if (!baseURL) {
    const variable = baseURLVariables(provider.id).at(-1);
    throw new ChatError(
      "bad_request",
      `${name} has no common address. Give yours as providers: { "${provider.id}": { baseURL: "https://…" } }, or as ${variable} on a server.`,
      { provider: provider.id, model: parsed.model },
    );
  }
  if (provider.id !== "azure" && !readAzureURL(baseURL))
    return { ...target, provider: provider.id, baseURL };
  return {
    ...target,
    provider: "azure",
    ...azureDeployment(baseURL, parsed.model, settings.apiVersion),
  };
}

/** Which variable holds the key, and where to get one. */
function keyHelp({ keyVariables, keyUrl }: Provider): string | undefined {
  const variable = keyVariables[0] && `On a server the key is read from ${keyVariables[0]}.`;
  const page = keyUrl && `Keys are made at ${keyUrl}.`;
  return [variable, page].filter(Boolean).join(" ") || undefined;
}

const networkHints: Readonly<Record<Provider["browser"], string | undefined>> = {
  yes: undefined,
  no: "It never allows calls from web pages: use a gateway.",
  local: "Is it running, and does it allow this page?",
  unknown: "It may not allow calls from web pages: a gateway helps.",
};

function networkHelp({ id, browser }: Provider): string | undefined {
  if (id === "ollama")
    return "Is Ollama running? To let a web page in, start it with OLLAMA_ORIGINS set to the address of the page.";
  if (id === "lm_studio")
    return 'Is LM Studio\'s server running? To let a web page in, start it with "lms server start --cors".';
  return networkHints[browser];
}
