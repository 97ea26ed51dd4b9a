import { resolveKey } from "./apiKey.js";
import { awsRegion } from "./aws.js";
import { azureDeployment } from "./azure.js";
import { isAzureHost } from "./azureHost.js";
import { foreignAddress, missingAddress, missingKey } from "./accessErrors.js";
import type { ParsedModelName } from "./modelName.js";
import type { Target } from "./protocol.js";
import type { ProviderAccess } from "./providerAccess.js";
import type { ConfiguredProvider } from "./providerSettings.js";

/**
 * Where a request for one model goes, key included.
 *
 * @throws ChatError `missing_key`, `bad_request` without an address, `permission` for an address that is not ours,
 *   `authentication` for a key that cannot be sent.
 */
export async function targetOf(
  row: ConfiguredProvider,
  parsed: ParsedModelName,
  access: ProviderAccess,
): Promise<Target> {
  const { env, headers } = access.options;
  // On a server a model name comes from a caller, and must not lead the server's key to an address of the caller's.
  if (parsed.baseURL && env && originOf(parsed.baseURL) !== originOf(row.baseURL))
    throw foreignAddress(row);
  if (access.lacksKey(row)) throw missingKey(row);
  const place = placeOf(row, parsed);
  const key = access.key(row);
  const apiKey = await resolveKey(key?.source, place);
  const credentials = apiKey ? undefined : access.signer(row);
  return {
    ...place,
    apiKey,
    isToken: key?.isToken,
    headers: { ...headers, ...place.headers },
    ...(credentials && {
      aws: {
        region: awsRegion(row.settings, env ?? {}),
        credentials: typeof credentials === "function" ? await credentials() : credentials,
      },
    }),
  };
}

/** The same without the key. */
function placeOf(row: ConfiguredProvider, { model, ...named }: ParsedModelName): Target {
  const { settings, name, keyVariables, browser } = row;
  const baseURL = named.baseURL ?? row.baseURL;
  if (baseURL === undefined) throw missingAddress(row);
  const target = {
    provider: row.id,
    name,
    model,
    baseURL,
    baseModel: new Map(Object.entries(settings.baseModels ?? {})).get(model),
    headers: settings.headers,
    keyVariables,
    browser,
  };
  if (named.baseURL) return { ...target, apiVersion: named.apiVersion };
  if (row.id !== "azure" && !isAzureHost(baseURL)) return target;
  return {
    ...target,
    provider: "azure",
    ...azureDeployment(baseURL, model, settings.apiVersion),
  };
}

function originOf(address: string | undefined): string | undefined {
  return address && new URL(address).origin;
}
