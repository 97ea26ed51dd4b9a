import type { ModelInfo } from "../types.js";
import type { ModelCatalog } from "./catalog.js";
import { type CatalogFile, type CatalogRow, toModelInfo } from "./catalogFile.js";
import { modelKey } from "./modelKey.js";
import { parseModelId } from "./parseModelId.js";

/** Who makes models, and so knows what they can do, wherever they run. */
const makers = [
  "openai",
  "anthropic",
  "gemini",
  "mistral",
  "deepseek",
  "xai",
  "cohere",
  "perplexity",
  "moonshot",
  "zai",
  "minimax",
  "dashscope",
] as const;

/** Other spellings of a provider. */
const otherNames: Readonly<Record<string, string>> = {
  google: "gemini",
  together: "together_ai",
  cohere_chat: "cohere",
  "x-ai": "xai",
  moonshotai: "moonshot",
  "z-ai": "zai",
  mistralai: "mistral",
  qwen: "dashscope",
};

/** Rows of one provider by all their names. */
interface Shelf {
  provider: string;
  rows: readonly CatalogRow[];
  /** By id, whole and in lower case. */
  byId: ReadonlyMap<string, CatalogRow>;
  byKey: ReadonlyMap<string, CatalogRow>;
}

/** Makes a catalogue out of its files. Of two files that know the same provider the first counts. */
export function createCatalog(files: readonly CatalogFile[]): ModelCatalog {
  const shelves = new Map<string, Shelf>();
  for (const { models } of files) {
    for (const [provider, rows] of Object.entries(models)) {
      if (!shelves.has(provider)) shelves.set(provider, stack(provider, rows));
    }
  }

  function find(asked: string): ModelInfo | undefined {
    const id = asked.trim().replace(/^models\//i, "");
    const slash = id.indexOf("/");
    const prefix = id.slice(0, Math.max(slash, 0)).toLowerCase();
    const host = Object.hasOwn(otherNames, prefix) ? otherNames[prefix]! : prefix;
    const shelf = shelves.get(host);
    const rest = id.slice(slash + 1);
    if (shelf) {
      const own = look(shelf, rest, keyOf(rest));
      if (own) return own;
    } else {
      // A name with a slash may be whole: "qwen/qwen3-32b" at Groq.
      const key = keyOf(id);
      for (const one of shelves.values()) {
        const found = look(one, id, key);
        if (found) return found;
      }
    }
    return slash < 0 ? undefined : elsewhere(rest);
  }

  /** A model that somebody else serves: what its maker says of it, without price and plans. */
  function elsewhere(id: string): ModelInfo | undefined {
    const name = id.slice(id.lastIndexOf("/") + 1).replace(/^~/, "");
    const bare = name.replace(/:[a-z-]+$/, "").replace(/^(?:[a-z-]+\.)*[a-z]+\.(?=[a-z])/i, "");
    const key = keyOf(bare);
    for (const maker of makers) {
      const shelf = shelves.get(maker);
      const found = shelf && look(shelf, bare, key);
      if (found) return portable(found);
    }
    return undefined;
  }

  return {
    asOf: files.map(({ asOf }) => asOf).toSorted()[0] ?? "1970-01-01",
    find,
    list: (provider) => shelves.get(provider)?.rows.map((row) => toModelInfo(provider, row)) ?? [],
  };
}

function stack(provider: string, rows: readonly CatalogRow[]): Shelf {
  const byId = new Map<string, CatalogRow>();
  const byKey = new Map<string, CatalogRow>();
  for (const row of rows) {
    byId.set(row.id.toLowerCase(), row);
    for (const name of [row.id, ...(row.s ?? [])]) {
      const key = keyOf(name);
      if (!byKey.has(key)) byKey.set(key, row);
    }
  }
  return { provider, rows, byId, byKey };
}

function look({ provider, byId, byKey }: Shelf, id: string, key: string): ModelInfo | undefined {
  const same = byId.get(id.toLowerCase());
  if (same) return toModelInfo(provider, same);
  const row = byKey.get(key);
  return row && versionOf(toModelInfo(provider, { ...row, s: undefined }), id);
}

/** An alias of the latest is a model of its own: what it leads to now is not what its namesake is. */
function keyOf(id: string): string {
  return parseModelId(id).kind === "latest" ? `${modelKey(id)}-latest` : modelKey(id);
}

/** A version of a model that is known: its day is its own. */
function versionOf(model: ModelInfo, id: string): ModelInfo {
  const { date } = parseModelId(id);
  if (date === undefined) return model;
  const day = new Date(date).toISOString().slice(0, 10);
  return { ...model, createdAt: date, ...(model.name && { name: `${model.name} (${day})` }) };
}

/** What holds for a model wherever it runs. Price, retirement, snapshots and protocol are the host's own. */
const portableFacts: ReadonlySet<string> = new Set<keyof ModelInfo>([
  "id",
  "name",
  "createdAt",
  "contextTokens",
  "maxInputTokens",
  "maxOutputTokens",
  "vision",
  "tools",
  "reasoning",
  "preview",
]);

function portable(model: ModelInfo): ModelInfo {
  const facts = Object.entries(model).filter(([fact]) => portableFacts.has(fact));
  return Object.fromEntries(facts) as unknown as ModelInfo;
}
