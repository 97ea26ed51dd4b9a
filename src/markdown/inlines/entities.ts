import { characterEntities } from "character-entities";
import type { InlineRun } from "./inlineRun.js";
import { textToken } from "./tokens.js";

/** `&name;`, `&#123;` or `&#x7b;`. */
const ENTITY = /&(?:#(?:[xX]([0-9a-fA-F]{1,6})|([0-9]{1,7}))|([a-zA-Z][a-zA-Z0-9]{1,31}));/y;
const ESCAPE_OR_ENTITY =
  /\\([!-/:-@[-`{-~])|&(?:#[xX]?[0-9a-fA-F]{1,7}|[a-zA-Z][a-zA-Z0-9]{1,31});/g;

/**
 * The entity that starts at an index and the index behind it; `undefined` if none does.
 *
 * @see https://spec.commonmark.org/0.31.2/#entity-and-numeric-character-references
 */
export function readEntity(text: string, at: number): { text: string; end: number } | undefined {
  ENTITY.lastIndex = at;
  const match = ENTITY.exec(text);
  if (!match) return undefined;
  const [, hexadecimal, decimal, name = ""] = match;
  const end = ENTITY.lastIndex;
  if (hexadecimal) return { text: fromCode(Number.parseInt(hexadecimal, 16)), end };
  if (decimal) return { text: fromCode(Number(decimal)), end };
  // A name such as "constructor" is no entity.
  if (!Object.hasOwn(characterEntities, name)) return undefined;
  return { text: characterEntities[name] ?? "", end };
}

/** `&`: an entity or itself. */
export function takeEntity(run: InlineRun): void {
  const entity = readEntity(run.text, run.at);
  if (!entity) return run.takeText(1);
  run.tokens.push(textToken(entity.text));
  run.at = entity.end;
}

/** The character with a code; what is no character becomes U+FFFD. */
function fromCode(code: number): string {
  const isCharacter = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
  return isCharacter ? String.fromCodePoint(code) : "\ufffd";
}

/** Text with its backslash escapes and entities taken for what they mean. */
export function unescapeText(text: string): string {
  if (!text.includes("\\") && !text.includes("&")) return text;
  return text.replaceAll(
    ESCAPE_OR_ENTITY,
    (match: string, escaped?: string) => escaped ?? readEntity(match, 0)?.text ?? match,
  );
}
