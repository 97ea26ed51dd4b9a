import { bareModelId } from "./modelKey.js";
import { parseModelId } from "./parseModelId.js";

/** Words that are not written with one capital letter. */
const spellings: Readonly<Record<string, string>> = {
  gpt: "GPT",
  oss: "OSS",
  glm: "GLM",
  deepseek: "DeepSeek",
  minimax: "MiniMax",
  openai: "OpenAI",
  vl: "VL",
  it: "IT",
};

/** A label for a model of which only the id is known: `claude-opus-5-5` is "Claude Opus 5.5". */
export function prettifyModelId(id: string, provider?: string): string {
  const { base, kind, date, preview } = parseModelId(bareModelId(id, provider));
  const last = base
    .slice(base.lastIndexOf("/") + 1)
    .replace(/^~?(?:[a-z-]+\.)*[a-z]+\.(?=[a-z])/, "");
  const name = last
    .replace(/(?<=^|-)(\d{1,2})-(\d{1,2})(?=-|$)/g, "$1.$2")
    .split(/[-_ ]+/)
    .filter(Boolean)
    .map(wordOf)
    .join(" ")
    .replace(/\bGPT (?=[\d])/, "GPT-");
  const day = date === undefined ? undefined : new Date(date).toISOString().slice(0, 10);
  const notes = [preview && "Preview", kind === "latest" && "Latest", day && `(${day})`];
  return [name, ...notes.filter(Boolean)].join(" ") || id;
}

function wordOf(word: string): string {
  if (Object.hasOwn(spellings, word)) return spellings[word]!;
  // Sizes are written in capitals: 70B, 17B.
  if (/^\d+(?:\.\d+)?[bkmt]$/.test(word)) return word.toUpperCase();
  // o3, o4-mini: OpenAI writes them small.
  return /^o\d/.test(word) ? word : word.charAt(0).toUpperCase() + word.slice(1);
}
