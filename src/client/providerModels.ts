import { bedrockControlPlane, listBedrockModels } from "./bedrockModels.js";
import { loadCatalog } from "./catalog/catalog.js";
import { isChatError } from "./errors.js";
import { fetchJSON } from "./fetchJSON.js";
import { listLiteLLMModels } from "./liteLLMModels.js";
import { readModelList } from "./modelList.js";
import { type ModelSource, modelSource } from "./modelSource.js";
import { listOllamaModels } from "./ollamaModels.js";
import type { Target } from "./protocol.js";
import type { Fetch, ModelInfo } from "./types.js";

/** Most pages of one list: a thousand models each, mostly. */
const mostPages = 5;

/** How one provider is asked for its models. */
export interface ProviderModelsRequest {
  /** A row of the provider table. */
  provider: { id: string; protocol: string };
  target: Target;
  fetch?: Fetch | undefined;
  signal?: AbortSignal | undefined;
  /** Longest wait for one answer, in milliseconds. */
  timeoutMs: number;
}

type Ask = (
  url: string,
  more?: { headers?: Readonly<Record<string, string>>; body?: unknown },
) => Promise<unknown>;

/**
 * The models of one provider, each named as it names it itself. A provider that has no list, or shows it to nobody with this
 * key, has the models of the catalogue.
 *
 * @throws ChatError when it cannot be reached or refuses the key.
 */
export async function listProviderModels(request: ProviderModelsRequest): Promise<ModelInfo[]> {
  const { provider } = request;
  try {
    return await listed(request);
  } catch (error) {
    const known = hasNoList(error) ? await knownModels(provider.id) : [];
    if (known.length === 0) throw error;
    return known;
  }
}

/** Asks a server that may not be running for a sign of life: its list, and no more. */
export async function findProviderAlive(request: ProviderModelsRequest): Promise<void> {
  const { provider, target } = request;
  const source = modelSource(provider.protocol, target);
  const url = isOllama(provider.id) ? `${ollamaRoot(target)}/api/tags` : source?.urls[0];
  if (url) await askWith(request)(url, source);
}

async function listed(request: ProviderModelsRequest): Promise<ModelInfo[]> {
  const { provider, target } = request;
  const ask = askWith(request);
  if (isOllama(provider.id)) {
    const headers: Record<string, string> = target.apiKey
      ? { authorization: `Bearer ${target.apiKey}` }
      : {};
    return listOllamaModels(ollamaRoot(target), (url, body) => ask(url, { headers, body }));
  }
  if (provider.protocol === "bedrock-converse") {
    const controlPlane = bedrockControlPlane(target.baseURL);
    if (!controlPlane) return knownModels(provider.id);
    const { signBedrockGet } = await import("./protocols/bedrockConverseSign.js");
    return listBedrockModels(controlPlane, async (url) =>
      ask(url, { headers: await signBedrockGet(url, target) }),
    );
  }
  const source = modelSource(provider.protocol, target);
  if (!source) return [];
  if (provider.id !== "litellm_proxy") return readPages(source, provider.id, ask);
  return listLiteLLMModels(target.baseURL, async (url) => ask(url, source));
}

async function readPages(source: ModelSource, provider: string, ask: Ask): Promise<ModelInfo[]> {
  const { headers, nextPage } = source;
  let { url, answer } = await firstAnswer(source, ask);
  const models = readModelList(answer, provider);
  for (let pages = 1; pages < mostPages; pages++) {
    const next = nextPage?.(answer, url);
    if (next === undefined) break;
    url = next;
    answer = await ask(url, { headers });
    models.push(...readModelList(answer, provider));
  }
  return models;
}

/** The answer of the first address that knows of a list. */
async function firstAnswer(
  { urls, headers }: ModelSource,
  ask: Ask,
): Promise<{ url: string; answer: unknown }> {
  const [url = "", other] = urls;
  try {
    return { url, answer: await ask(url, { headers }) };
  } catch (error) {
    if (other === undefined || !hasNoList(error)) throw error;
    return { url: other, answer: await ask(other, { headers }) };
  }
}

function askWith({ target, fetch, signal, timeoutMs }: ProviderModelsRequest): Ask {
  return (url, { headers, body } = {}) => {
    const all = { ...headers, ...target.headers };
    return fetchJSON({ url, headers: all, body, timeoutMs }, target, { signal, fetch });
  };
}

/** The answer of a server that is there and takes the key, but has no list to show. */
function hasNoList(error: unknown): boolean {
  return isChatError(error) && ["not_found", "permission", "bad_request"].includes(error.code);
}

async function knownModels(provider: string): Promise<ModelInfo[]> {
  const catalog = await loadCatalog([provider]);
  return catalog.list(provider).map((model) => ({
    ...model,
    id: model.id.slice(provider.length + 1),
  }));
}

function isOllama(provider: string): boolean {
  return provider === "ollama" || provider === "ollama_chat";
}

function ollamaRoot({ baseURL }: Target): string {
  return baseURL.replace(/\/v1$/, "");
}
