import { asFields, asList, asText, type Fields } from "./looseJSON.js";
import { readModelFacts } from "./modelFacts.js";
import { readModelList } from "./modelList.js";
import type { ModelInfo } from "./types.js";

/** Longest wait for facts about models, which their list can do without, in milliseconds. */
const factsTimeoutMs = 8000;

/**
 * The models of a LiteLLM proxy that chat: the names of all its lists, each with what any of them knows of it, and with the
 * provider that really answers. A name with a `*` stands for names the proxy does not list. A key may be refused any of the
 * three lists: what the others say is enough.
 *
 * @param baseURL With `/v1`.
 * @param ask Fetches JSON, in `timeoutMs` where that is given; throws a `ChatError`.
 * @throws what the list of names threw, where the others say nothing either.
 * @see https://docs.litellm.ai/docs/proxy/model_management
 */
export async function listLiteLLMModels(
  baseURL: string,
  ask: (url: string, timeoutMs?: number) => Promise<unknown>,
): Promise<ModelInfo[]> {
  const root = baseURL.replace(/\/v1$/, "");
  const [names, groups, deployments] = await Promise.allSettled([
    ask(`${baseURL}/models`),
    ask(`${root}/model_group/info`, factsTimeoutMs),
    ask(`${root}/model/info`, factsTimeoutMs),
  ]);
  const models = readModels({
    names: valueOf(names),
    groups: valueOf(groups),
    deployments: valueOf(deployments),
  });
  if (names.status === "rejected" && models.length === 0) throw names.reason;
  return models;
}

function valueOf(answer: PromiseSettledResult<unknown>): unknown {
  return answer.status === "fulfilled" ? answer.value : undefined;
}

/** What a LiteLLM proxy answers. */
interface LiteLLMAnswers {
  /** `/model_group/info`: what is known of each name it serves. */
  groups?: unknown;
  /** `/model/info`: what stands behind each name. */
  deployments?: unknown;
  /** `/v1/models`: the names this key may use. */
  names?: unknown;
}

function readModels({ groups, deployments, names }: LiteLLMAnswers): ModelInfo[] {
  const models = new Map<string, ModelInfo>();
  const others = new Set<string>();
  const add = (id: string | undefined, mode: unknown, facts: Omit<ModelInfo, "id">): void => {
    if (!id || id.includes("*")) return;
    if (!chats(mode)) others.add(id);
    // What was read first is known better.
    else models.set(id, { id, ...facts, ...models.get(id) });
  };
  // First, because only this list keeps the proxy's own order.
  for (const { id, ...facts } of names === undefined ? [] : readModelList(names)) {
    add(id, undefined, facts);
  }
  for (const raw of rowsOf(groups)) {
    add(asText(raw["model_group"]), raw["mode"], factsOf(raw, asText(asList(raw["providers"])[0])));
  }
  for (const raw of rowsOf(deployments)) {
    const info = asFields(raw["model_info"]);
    const params = asFields(raw["litellm_params"]);
    const provider =
      asText(params["custom_llm_provider"]) ??
      asText(info["litellm_provider"])?.replace(/_.*models$/, "");
    const upstream = asText(info["base_model"]) ?? asText(params["model"]);
    const facts = { ...factsOf(info, provider), ...(upstream ? { upstream } : {}) };
    add(asText(raw["model_name"]), info["mode"], facts);
  }
  return (
    [...models.values()]
      .filter(({ id }) => !others.has(id))
      // The proxy itself speaks Responses for those that speak nothing else.
      .map((model) => ({ ...model, provider: model.provider ?? "litellm", responsesOnly: false }))
  );
}

function chats(mode: unknown): boolean {
  return typeof mode !== "string" || ["chat", "responses", "completion"].includes(mode);
}

/** LiteLLM says "no" and "free" of models it does not know: only what it knows a limit of does it know. */
function factsOf(raw: Fields, provider: string | undefined): Omit<ModelInfo, "id"> {
  const { contextTokens, ...facts } = readModelFacts(raw);
  const isKnown = contextTokens !== undefined;
  const certain = Object.entries(facts).filter(
    ([fact, value]) => isKnown || (value !== false && fact !== "price"),
  );
  return {
    ...Object.fromEntries(certain),
    // It counts the prompt alone.
    ...(isKnown ? { maxInputTokens: contextTokens } : {}),
    ...(provider ? { provider } : {}),
  };
}

function rowsOf(answer: unknown): Fields[] {
  return asList(asFields(answer)["data"]).map(asFields);
}
