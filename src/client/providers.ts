import { type BrowserAccess, providerRows } from "./providerRows.js";
import { variablePrefix } from "./providerVariables.js";

export type { BrowserAccess } from "./providerRows.js";

/** One row of the provider table. */
export interface Provider {
  /** The prefix of its model names, as LiteLLM writes it. */
  readonly id: string;
  readonly name: string;
  /** Which wire protocol it speaks: the `id` of a `Protocol`. */
  readonly protocol: string;
  /** What its SDK calls the base URL. Absent where everybody has their own: then it must be given. */
  readonly baseURL?: string | undefined;
  /** The environment variables that may hold its key, best first. Empty for a server that takes none. */
  readonly keyVariables: readonly string[];
  /** Those of them that hold a bearer token instead, at a provider whose keys go into a header of their own. */
  readonly tokenVariables?: readonly string[] | undefined;
  readonly browser: BrowserAccess;
}

/** Other spellings of a prefix. */
const aliases: Readonly<Record<string, string>> = {
  cohere_chat: "cohere",
  ai21_chat: "ai21",
  google: "gemini",
  together: "together_ai",
  vllm: "hosted_vllm",
};

/** Every provider Polylogue can name, the best known first. */
export const providerTable: readonly Provider[] = providerRows
  .trim()
  .split("\n")
  .map((row) => {
    const [id = "", name, baseURL, browser, keys, protocol, tokens] = row.split(/ ?\| ?/);
    return {
      id,
      name: name || id.replace(/^./, (letter) => letter.toUpperCase()),
      protocol: protocol || "openai-chat",
      baseURL: absolute(baseURL),
      keyVariables: keys === "-" ? [] : keys ? keys.split(" ") : [`${variablePrefix(id)}_API_KEY`],
      tokenVariables: tokens?.split(" "),
      browser: (browser || "unknown") as BrowserAccess,
    };
  });

function absolute(address: string | undefined): string | undefined {
  return address && !address.startsWith("http:") ? `https://${address}` : address || undefined;
}

const byId: ReadonlyMap<string, Provider> = new Map(providerTable.map((row) => [row.id, row]));

/** The row of a model name's prefix, or of another spelling of it. */
export function findProvider(prefix: string): Provider | undefined {
  return byId.get(Object.hasOwn(aliases, prefix) ? (aliases[prefix] ?? prefix) : prefix);
}

/** Whether a provider answers nobody without a key. A server of one's own may take one, and be asked without. */
export function needsKey({ keyVariables, browser }: Provider): boolean {
  return keyVariables.length > 0 && browser !== "local";
}
