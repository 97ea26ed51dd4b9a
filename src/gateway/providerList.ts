import type { ProviderStatus } from "../client/types.js";
import type { AllowList } from "./allowList.js";

/**
 * The answer to `GET /providers`: what stands between the gateway and each provider it may use. Never a key, and no way
 * to set one: the server's environment holds them.
 */
export function toProviderList(
  providers: readonly ProviderStatus[],
  allows: AllowList,
): { object: "list"; data: ProviderStatus[] } {
  const data = providers
    .filter(({ id }) => allows.provider(id))
    .map(({ id, name, status, keyVariables, keyUrl }) => ({
      id,
      name,
      status,
      keyVariables,
      ...(keyUrl === undefined ? {} : { keyUrl }),
      canSetKey: false,
    }));
  return { object: "list", data };
}
