import { soundsLikeChat } from "./catalog/chatModels.js";
import { ChatError } from "./errors.js";
import { asFields, asList, asText, type Fields, isFields } from "./looseJSON.js";
import { readModelFacts } from "./modelFacts.js";
import type { ModelInfo } from "./types.js";

/** Kinds of models that do not chat, as lists write them. */
const otherKind =
  /embed|image|audio|video|transcri|speech|realtime|rerank|moderation|decision|evaluation/;

/**
 * Reads a model list in any shape there is: `{ data: […] }`, `{ models: […] }`, a bare list, or lists by provider. Entries
 * without an id, and models that are plainly not for chat, are left out.
 *
 * @param provider Who serves the models, where the list itself does not say.
 * @throws ChatError `server` for an answer that is no list.
 * @see https://platform.openai.com/docs/api-reference/models/list
 */
export function readModelList(value: unknown, provider?: string): ModelInfo[] {
  const list = Array.isArray(value)
    ? value
    : (asFields(value)["data"] ?? asFields(value)["models"] ?? asFields(value)["modelSummaries"]);
  if (Array.isArray(list)) return list.flatMap((item) => readModel(item, provider));
  const groups = Object.entries(asFields(value)).filter(([, models]) => Array.isArray(models));
  if (groups.length > 0 || (isFields(value) && Object.keys(value).length === 0)) {
    return groups.flatMap(([id, models]) => asList(models).flatMap((item) => readModel(item, id)));
  }
  throw new ChatError(
    "server",
    "The answer is not a list of models. Check the base URL and try again.",
  );
}

function readModel(item: unknown, provider: string | undefined): ModelInfo[] {
  const raw = asFields(item);
  const named =
    asText(item) ?? asText(raw["id"]) ?? asText(raw["model_name"]) ?? asText(raw["name"]);
  // Gemini puts the collection before the name.
  const id = named?.replace(/^models\//, "");
  if (!id || !(writesText(raw) ?? soundsLikeChat(id))) return [];
  const info: ModelInfo = { id, ...readModelFacts(raw) };
  const servedBy = asText(raw["provider"]) ?? provider;
  if (servedBy) info.provider = servedBy;
  return [info];
}

/** Whether an entry is a model that chats, where the list says so; `undefined` where only the name can tell. */
function writesText(raw: Fields): boolean | undefined {
  if (raw["active"] === false) return false;
  const methods = raw["supportedGenerationMethods"];
  if (Array.isArray(methods) && !methods.includes("generateContent")) return false;
  const kind = asText(raw["type"]) ?? asText(raw["mode"]);
  if (kind && otherKind.test(kind)) return false;
  const chats = asFields(raw["capabilities"])["completion_chat"];
  if (typeof chats === "boolean") return chats;
  const modalities = asFields(raw["architecture"])["output_modalities"] ?? raw["output_modalities"];
  return Array.isArray(modalities) ? modalities.includes("text") : undefined;
}
