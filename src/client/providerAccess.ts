import { type KeySource, resolveKey } from "./apiKey.js";
import { awsCredentials, awsRegion, type AwsSettings } from "./aws.js";
import { ChatError } from "./errors.js";
import type { Keyring } from "./keyring.js";
import type { ParsedModelName } from "./modelName.js";
import type { Target } from "./protocol.js";
import { needsKey, providerTable } from "./providers.js";
import {
  configureProvider,
  type ConfiguredProvider,
  type Environment,
  type ProviderSettings,
  targetOf,
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
  find(id: string): ConfiguredProvider | undefined;
  /** Every provider that is in use, or could be with a key: the table's order, your own last. */
  list(): ConfiguredProvider[];
  /** Whether the app, the environment or a person has said anything about it. */
  isInUse(provider: ConfiguredProvider): boolean;
  lacksKey(provider: ConfiguredProvider): boolean;
  /**
   * Where a request for one model goes, key included.
   *
   * @throws ChatError `missing_key`, `bad_request` without an address, `permission` for an address that is not ours.
   */
  target(provider: ConfiguredProvider, parsed: ParsedModelName): Promise<Target>;
}

/** A key, and whether it is a bearer token. */
interface FoundKey {
  source: KeySource | undefined;
  isToken: boolean | undefined;
}

/** Puts keys typed in, keys given and keys found together, in this order of weight. */
export function createProviderAccess(options: AccessOptions, keyring: Keyring): ProviderAccess {
  const { keys = {}, providers = {}, env = {} } = options;

  function find(id: string): ConfiguredProvider | undefined {
    return configureProvider(id, Object.hasOwn(providers, id) ? providers[id] : undefined, env);
  }

  function keySource({ id, settings, ...row }: ConfiguredProvider): FoundKey | undefined {
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
    return (
      needsKey(provider) && !provider.hasOwnBaseURL && !keySource(provider) && !signer(provider)
    );
  }

  function isInUse(provider: ConfiguredProvider): boolean {
    return (
      provider.hasOwnBaseURL ||
      Object.hasOwn(providers, provider.id) ||
      Boolean(keySource(provider) ?? signer(provider))
    );
  }

  function list(): ConfiguredProvider[] {
    const ids = new Set([...providerTable.map(({ id }) => id), ...Object.keys(providers)]);
    const rows = [...ids].flatMap((id) => find(id) ?? []);
    return rows.filter((row) => isInUse(row) || row.keyUrl !== undefined);
  }

  async function target(provider: ConfiguredProvider, parsed: ParsedModelName): Promise<Target> {
    if (parsed.baseURL && options.env) checkAddress(parsed.baseURL, provider);
    if (lacksKey(provider)) throw missingKey(provider);
    const place = targetOf(provider, parsed);
    const key = keySource(provider);
    const apiKey = await resolveKey(key?.source, place);
    const credentials = apiKey ? undefined : signer(provider);
    return {
      ...place,
      apiKey,
      isToken: key?.isToken,
      headers: { ...options.headers, ...place.headers },
      ...(credentials && {
        aws: {
          region: awsRegion(provider.settings, env),
          credentials: typeof credentials === "function" ? await credentials() : credentials,
        },
      }),
    };
  }

  return { find, list, isInUse, lacksKey, target };
}

const bedrockHelp =
  " AWS credentials do as well: AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, with AWS_SESSION_TOKEN for temporary ones.";

function missingKey(provider: ConfiguredProvider): ChatError {
  const { id, name, keyVariables, keyUrl } = provider;
  const page = keyUrl ? ` Keys are made at ${keyUrl}.` : "";
  return new ChatError(
    "missing_key",
    `There is no API key for ${name}. Set ${keyVariables[0]} on the server, or pass keys: { "${id}": "…" }.${id === "bedrock" ? bedrockHelp : ""}${page}`,
    { provider: id },
  );
}

/** On a server a model name comes from a caller, and must not lead the server's key to an address of the caller's. */
function checkAddress(baseURL: string, provider: ConfiguredProvider): void {
  const own = provider.baseURL;
  if (own && new URL(own).origin === new URL(baseURL).origin) return;
  throw new ChatError(
    "permission",
    `The address in the model name is not the one this server uses for ${provider.name}. Name the deployment as "${provider.id}/<deployment>".`,
    { provider: provider.id },
  );
}
