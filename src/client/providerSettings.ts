import type { KeySource } from "./apiKey.js";
import { awsRegion, type AwsSettings } from "./aws.js";
import { isAzureHost } from "./azureHost.js";
import { normalizeBaseURL } from "./baseURL.js";
import { findProvider, type Provider } from "./providers.js";
import { baseURLVariables } from "./providerVariables.js";

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
  return isAzureHost(address.trim()) ? address.trim() : normalizeBaseURL(address);
}
