import type { KeySource } from "./apiKey.js";
import { awsCredentials, type AwsSettings } from "./aws.js";
import type { Keyring } from "./keyring.js";
import { needsKey, providerTable } from "./providers.js";
import {
  configureProvider,
  type ConfiguredProvider,
  type Environment,
  type ProviderSettings,
} from "./providerSettings.js";

/** Where keys and addresses come from. */
export interface AccessOptions {
  keys?: Readonly<Record<string, KeySource | undefined>> | undefined;
  providers?: Readonly<Record<string, ProviderSettings>> | undefined;
  env?: Environment | undefined;
  headers?: Readonly<Record<string, string>> | undefined;
}

/** Which providers can be reached, and how. Asked anew at every use, so that a key set later counts. */
export interface ProviderAccess {
  readonly options: AccessOptions;
  find(id: string): ConfiguredProvider | undefined;
  /** Every provider: the table's order, your own last. */
  list(): ConfiguredProvider[];
  /** Whether the app, the environment or a person has said anything about it. */
  isInUse(provider: ConfiguredProvider): boolean;
  lacksKey(provider: ConfiguredProvider): boolean;
  /** The key for it, if there is one. */
  key(provider: ConfiguredProvider): FoundKey | undefined;
  /** What signs requests to it where there is no key. */
  signer(provider: ConfiguredProvider): AwsSettings["credentials"];
}

/** A key, and whether it is a bearer token. */
export interface FoundKey {
  source: KeySource | undefined;
  isToken: boolean | undefined;
}

/** Puts keys typed in, keys given and keys found together, in this order of weight. */
export function createProviderAccess(options: AccessOptions, keyring: Keyring): ProviderAccess {
  const { keys = {}, providers = {}, env = {} } = options;

  function find(id: string): ConfiguredProvider | undefined {
    return configureProvider(id, Object.hasOwn(providers, id) ? providers[id] : undefined, env);
  }

  function key({ id, settings, ...row }: ConfiguredProvider): FoundKey | undefined {
    const given = Object.hasOwn(keys, id) ? keys[id] : undefined;
    const source = keyring.get(id) ?? (given || settings.apiKey);
    if (source) return { source, isToken: false };
    const variable = row.keyVariables.find((name) => env[name]);
    return variable === undefined
      ? undefined
      : { source: env[variable], isToken: row.tokenVariables?.includes(variable) };
  }

  function signer({ id, settings }: ConfiguredProvider): AwsSettings["credentials"] {
    return id === "bedrock" ? awsCredentials(settings, env) : undefined;
  }

  /** A server of one's own may want no key, so only the table's own addresses are known to need one. */
  function lacksKey(provider: ConfiguredProvider): boolean {
    return needsKey(provider) && !provider.hasOwnBaseURL && !key(provider) && !signer(provider);
  }

  function isInUse(provider: ConfiguredProvider): boolean {
    return (
      provider.hasOwnBaseURL ||
      Object.hasOwn(providers, provider.id) ||
      Boolean(key(provider) ?? signer(provider))
    );
  }

  function list(): ConfiguredProvider[] {
    const ids = new Set([...providerTable.map(({ id }) => id), ...Object.keys(providers)]);
    return [...ids].flatMap((id) => find(id) ?? []);
  }

  return { options, find, list, isInUse, lacksKey, key, signer };
}
