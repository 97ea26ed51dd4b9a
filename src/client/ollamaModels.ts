import { asFields, asList, asNumber, asText, type Fields } from "./looseJSON.js";
import { readModelList } from "./modelList.js";
import type { ModelInfo } from "./types.js";

/** How many models are asked about at a time. */
const atOnce = 4;

/**
 * The models of an Ollama server, with what it says of each when asked: whether it reads images, calls tools and thinks, and
 * how long its context may be. A model it will say nothing of is listed by its name alone; one that only embeds is not.
 *
 * @param root The server's address, without `/v1`.
 * @param ask Fetches JSON, by POST where there is a body; throws a `ChatError`.
 * @see https://github.com/ollama/ollama/blob/main/docs/api.md
 */
export async function listOllamaModels(
  root: string,
  ask: (url: string, body?: unknown) => Promise<unknown>,
): Promise<ModelInfo[]> {
  const listed = readModelList(withoutDates(await ask(`${root}/api/tags`)));
  const described: ModelInfo[][] = [];
  const waiting = listed.entries();
  async function describeNext(): Promise<void> {
    for (const [at, model] of waiting) {
      const shown = await ask(`${root}/api/show`, { model: model.id }).catch(() => undefined);
      described[at] = describe(model, asFields(shown));
    }
  }
  await Promise.all(Array.from({ length: atOnce }, describeNext));
  return described.flat();
}

function describe(model: ModelInfo, shown: Fields): ModelInfo[] {
  const { capabilities } = shown;
  const contextTokens = contextOf(asFields(shown["model_info"]));
  const known: ModelInfo = { ...model, ...(contextTokens ? { contextTokens } : {}) };
  if (!Array.isArray(capabilities)) return [known];
  if (!capabilities.includes("completion")) return [];
  const can = (word: string): boolean => capabilities.includes(word);
  return [{ ...known, vision: can("vision"), tools: can("tools"), reasoning: can("thinking") }];
}

/** The name of the field begins with the model's architecture: `llama.context_length`. */
function contextOf(info: Fields): number | undefined {
  const name = Object.keys(info).find((one) => one.endsWith(".context_length"));
  return name === undefined ? undefined : asNumber(info[name]);
}

/** The only date Ollama knows is the day of the download, which says nothing of the model. */
function withoutDates(tags: unknown): unknown {
  return asList(asFields(tags)["models"]).map((item) => asText(asFields(item)["name"]));
}
