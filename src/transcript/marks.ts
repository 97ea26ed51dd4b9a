import { asFields, type Fields } from "../client/looseJSON.js";
import { parseJSON } from "./json.js";
import { plainJSON } from "./plainJSON.js";

/** What begins in a transcript: a message, or a part of one. */
export interface Mark {
  kind: "message" | "part";
  /** What the words that follow do not say; `undefined` where somebody has damaged it. */
  facts: Fields | undefined;
  /** The words that follow, with two line ends before and after. */
  text: string;
}

const markLine = /^<!-- polylogue:(message|part) (.*) -->$/m;

/** Writes a mark as a comment, which no viewer of Markdown shows. */
export function writeMark(kind: Mark["kind"], facts: object): string {
  const json = plainJSON(facts)
    // Only text holds these, and a comment must not.
    .replaceAll("--", String.raw`-\u002d`)
    .replace(
      /[<>\u2028\u2029]/g,
      (letter) => String.raw`\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`,
    );
  return `<!-- polylogue:${kind} ${json} -->`;
}

/** Cuts a transcript at its marks. What stands before the first one is nobody's. */
export function readMarks(text: string): Mark[] {
  const [, ...pieces] = text.split(markLine);
  const marks: Mark[] = [];
  for (let at = 0; at < pieces.length; at += 3) {
    const [kind, json = "", words = ""] = pieces.slice(at, at + 3);
    marks.push({ kind: kind as Mark["kind"], facts: factsIn(json), text: unescapeMarks(words) });
  }
  return marks;
}

function factsIn(json: string): Fields | undefined {
  try {
    return asFields(parseJSON(json));
  } catch {
    return undefined;
  }
}

/** Words in which no line looks like a mark. */
export function escapeMarks(words: string): string {
  return words.replace(/^(\\*<!-- polylogue:)/gm, String.raw`\$1`);
}

function unescapeMarks(words: string): string {
  return words.replace(/^\\(\\*<!-- polylogue:)/gm, "$1");
}
