import { asText, type Fields, isFields } from "../client/looseJSON.js";
import type { UIMessagePart } from "../client/messages.js";
import { parseJSON } from "./json.js";
import { plainJSON, richOutput } from "./plainJSON.js";
import { isPart } from "./readParts.js";

/** A part on paper: words to read, and what they do not say. */
export interface WrittenPart {
  facts: Fields;
  words: string;
}

const details = (summary: string): readonly [before: string, after: string] => [
  `<details>\n<summary>${plainLine(summary)}</summary>\n\n`,
  "\n\n</details>",
];

/** Writes a part. What a provider wants back unchanged is left out: it is nothing to read. */
export function writePart(part: UIMessagePart): WrittenPart {
  const facts = Object.fromEntries(
    Object.entries(part).filter(([name]) => !/providerMetadata$/i.test(name)),
  );
  const { type } = part;
  if (isText(part)) {
    const { text, state, ...rest } = facts as Fields & { text: string };
    const known = { ...rest, ...(state !== "done" && state !== undefined && { state }) };
    if (type === "text") return { facts: known, words: text };
    return { facts: known, words: details("Thinking").join(text) };
  }
  if (isCall(type)) return writeCall(facts);
  if (type === "file") return writeFile(facts);
  if (type === "data-node") {
    const { data: _node, ...rest } = facts;
    return { facts: rest, words: richOutput };
  }
  if (type === "step-start") return { facts, words: "" };
  if (type.startsWith("source-")) {
    const { url, title, filename } = facts;
    const name = plainLine(asText(title) ?? asText(filename) ?? asText(url) ?? "");
    return { facts, words: typeof url === "string" ? link(name, url) : `[source: ${name}]` };
  }
  const { type: _type, ...value } = facts;
  return { facts: { type }, words: fence("json", "data", plainJSON(value, 2)) };
}

/** Reads a part back. Where its words do not fit its type any more they are text. */
export function readPart({ facts, words }: WrittenPart): UIMessagePart {
  const part = partOf(facts, words);
  return isPart(part) ? part : { type: "text", text: words };
}

function partOf(facts: Fields, words: string): unknown {
  const type = asText(facts["type"]) ?? "";
  if (type === "text") return { ...facts, text: words };
  if (type === "reasoning") {
    const [before, after] = details("Thinking");
    const isWhole = words.startsWith(before) && words.endsWith(after);
    return { ...facts, text: isWhole ? words.slice(before.length, -after.length) : words };
  }
  if (isCall(type)) return { ...facts, ...fencesIn(words) };
  if (type === "data-node") return { ...facts, data: richOutput };
  if (type === "file" || type === "step-start" || type.startsWith("source-")) return facts;
  const { data } = fencesIn(words);
  return isFields(data) ? { ...data, ...facts } : undefined;
}

function isText(part: UIMessagePart): boolean {
  return part.type === "text" || part.type === "reasoning";
}

function isCall(type: string): boolean {
  return type === "dynamic-tool" || type.startsWith("tool-");
}

function writeCall({ input, output, errorText, ...facts }: Fields): WrittenPart {
  const type = asText(facts["type"]) ?? "";
  const name = asText(facts["toolName"]) ?? type.slice("tool-".length);
  const fences = [
    input !== undefined && fence("json", "input", plainJSON(input, 2)),
    typeof output === "string" && fence("text", "output", output),
    output !== undefined &&
      typeof output !== "string" &&
      fence("json", "output", plainJSON(output, 2)),
    typeof errorText === "string" && fence("text", "errorText", errorText),
  ].filter((one) => one !== false);
  const summary = `Tool ${name}: ${asText(facts["state"]) ?? ""}`;
  return { facts, words: details(summary).join(fences.join("\n\n")) };
}

/** The bytes of a file would be all there is to see of the transcript: its name stands for them. */
function writeFile({ url, ...facts }: Fields): WrittenPart {
  const isImage = (asText(facts["mediaType"]) ?? "").startsWith("image/");
  const name = plainLine(asText(facts["filename"]) ?? asText(facts["mediaType"]) ?? "");
  if (typeof url !== "string" || !/^https?:/i.test(url)) {
    return { facts, words: `[${isImage ? "image" : "file"}: ${name}]` };
  }
  return { facts: { ...facts, url }, words: `${isImage ? "!" : ""}${link(name, url)}` };
}

function link(name: string, url: string): string {
  return `[${name}](<${url.replace(/[<>\s]/g, encodeURIComponent)}>)`;
}

/** A text on one line that opens and closes nothing. */
function plainLine(text: string): string {
  return text.replace(/[[\]<>&`\s]+/g, " ").trim();
}

/** A block of code whose fence is longer than any within. */
function fence(language: string, name: string, text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const line = "`".repeat(longest + 1);
  return `${line}${language} ${name}\n${text}\n${line}`;
}

const fenced = /(?:^|\n)(`{3,})(json|text) (input|output|errorText|data)\n([\s\S]*?)\n\1(?=\n|$)/g;

/** The blocks of code by their names. JSON that somebody has broken is text. */
function fencesIn(words: string): Record<string, unknown> {
  return Object.fromEntries(
    [...words.matchAll(fenced)].map(([, , language, name = "", text = ""]) => [
      name,
      language === "json" ? jsonOr(text) : text,
    ]),
  );
}

function jsonOr(text: string): unknown {
  try {
    return parseJSON(text);
  } catch {
    return text;
  }
}
