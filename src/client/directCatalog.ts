import { isChatError } from "./errors.js";
import { keyPage } from "./keyPages.js";
import type { ProviderAccess } from "./providerAccess.js";
import {
  findProviderAlive,
  listProviderModels,
  type ProviderModelsRequest,
} from "./providerModels.js";
import { needsKey } from "./providers.js";
import type { ConfiguredProvider } from "./providerSettings.js";
import { targetOf } from "./providerTarget.js";
import type { Fetch, ModelInfo, ProviderStatus } from "./types.js";

/** Longest wait for one provider's model list, and for a sign of life, in milliseconds. */
const listTimeoutMs = 15_000;
const lifeTimeoutMs = 3000;

/** How a question about providers is asked. */
export interface CatalogRequest {
  /** The providers that may be asked. */
  providers: readonly ConfiguredProvider[];
  access: ProviderAccess;
  fetch?: Fetch | undefined;
  signal?: AbortSignal | undefined;
}

/**
 * The models of every provider that is ready, each named `provider/model`. One that fails is left out.
 *
 * @throws the first failure when all fail.
 */
export async function listModels(request: CatalogRequest): Promise<ModelInfo[]> {
  const { access, providers } = request;
  const ready = providers.filter(
    // Azure lists what could be deployed, not what is.
    (row) => access.isInUse(row) && !access.lacksKey(row) && row.id !== "azure",
  );
  const lists = await Promise.allSettled(ready.map((row) => listOne(row, request)));
  const models = lists.flatMap((list) => (list.status === "fulfilled" ? list.value : []));
  const failed = lists.find((list) => list.status === "rejected");
  if (failed && lists.every((list) => list.status === "rejected")) throw failed.reason;
  return models;
}

/**
 * What stands between a person and each provider that is in use, or could be with a key. A server that needs no key is
 * asked for a sign of life.
 */
export function listProviders(request: CatalogRequest): Promise<ProviderStatus[]> {
  const shown = request.providers.filter((row) => request.access.isInUse(row) || keyPage(row.id));
  return Promise.all(
    shown.map(async (row) => {
      const { id, name, keyVariables } = row;
      const keyUrl = keyPage(id);
      return {
        id,
        name,
        status: await statusOf(row, request),
        keyVariables: [...keyVariables],
        ...(keyUrl ? { keyUrl } : {}),
        canSetKey: needsKey(row),
      };
    }),
  );
}

async function statusOf(
  row: ConfiguredProvider,
  request: CatalogRequest,
): Promise<ProviderStatus["status"]> {
  if (request.access.lacksKey(row)) return "missing_key";
  // The others are up; asking each of them would cost a request.
  if (row.browser !== "local") return "ready";
  try {
    await findProviderAlive(await questionTo(row, lifeTimeoutMs, request));
    return "ready";
  } catch (error) {
    request.signal?.throwIfAborted();
    return isChatError(error) && error.status !== undefined ? "ready" : "unreachable";
  }
}

async function listOne(row: ConfiguredProvider, request: CatalogRequest): Promise<ModelInfo[]> {
  const models = await listProviderModels(await questionTo(row, listTimeoutMs, request));
  return models.map((info) => ({ ...info, id: `${row.id}/${info.id}`, provider: row.id }));
}

async function questionTo(
  row: ConfiguredProvider,
  timeoutMs: number,
  { access, fetch, signal }: CatalogRequest,
): Promise<ProviderModelsRequest> {
  const target = await targetOf(row, { provider: row.id, model: "" }, access);
  return { provider: row, target, fetch, signal, timeoutMs };
}
