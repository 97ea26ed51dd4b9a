import * as code from "../characters.js";
import type { InlineRun } from "./inlineRun.js";

const ELEMENT = /^<(?:(br)\s*\/?|(\/?)(sub|sup|kbd|mark)\s*)>$/i;

/** The elements that are let through. */
export type ElementName = "sub" | "sup" | "kbd" | "mark";

/** What a tag of such an element is. */
export type ElementTag =
  | { isBreak: true }
  | { isBreak: false; name: ElementName; isClosing: boolean };

/** What a whole tag is if its element is let through; `undefined` for any other tag, and for one with attributes. */
export function readElementTag(tag: string): ElementTag | undefined {
  const match = ELEMENT.exec(tag);
  if (!match) return undefined;
  if (match[1]) return { isBreak: true };
  const name = match[3]?.toLowerCase() as ElementName;
  return { isBreak: false, name, isClosing: match[2] === "/" };
}

/**
 * The index behind the opening or closing tag that starts at an index; -1 if none does.
 *
 * @see https://spec.commonmark.org/0.31.2/#raw-html
 */
export function scanTag(text: string, at: number): number {
  const isClosing = text.startsWith("/", at + 1);
  let index = at + (isClosing ? 2 : 1);
  if (!code.isLetter(text.charCodeAt(index))) return -1;
  while (isNameCode(text.charCodeAt(index))) index += 1;
  for (let next = isClosing ? index : scanAttribute(text, index); next !== index;) {
    if (next < 0) return -1;
    index = next;
    next = scanAttribute(text, index);
  }
  index = code.skipSpaces(text, index);
  if (!isClosing && text.startsWith("/", index)) index += 1;
  return text.charCodeAt(index) === code.GREATER ? index + 1 : -1;
}

const isNameCode = (character: number): boolean =>
  code.isAlphanumeric(character) || character === code.DASH;

const isAttributeStart = (character: number): boolean =>
  code.isLetter(character) || character === code.UNDERSCORE || character === code.COLON;

const isAttributeCode = (character: number): boolean =>
  isNameCode(character) || isAttributeStart(character) || character === code.DOT;

/** The index behind an attribute and the space in front of it; `at` if there is none; -1 if its value is broken. */
function scanAttribute(text: string, at: number): number {
  let index = code.skipSpaces(text, at);
  if (index === at || !isAttributeStart(text.charCodeAt(index))) return at;
  while (isAttributeCode(text.charCodeAt(index))) index += 1;
  const equals = code.skipSpaces(text, index);
  if (text.charCodeAt(equals) !== code.EQUALS) return index;
  const value = code.skipSpaces(text, equals + 1);
  const quote = text.charCodeAt(value);
  if (quote === code.QUOTE || quote === code.DOUBLE_QUOTE)
    return text.indexOf(text.charAt(value), value + 1) + 1 || -1;
  index = value;
  while (index < text.length && !ENDS_VALUE.includes(text.charAt(index))) index += 1;
  return index === value ? -1 : index;
}

const ENDS_VALUE = " \t\n\"'=<>`";

/** The index behind any HTML that starts at an index: a tag, a comment, an instruction, a declaration; -1 if none does. */
export function scanHTML(run: InlineRun, at: number): number {
  const { text } = run;
  const behind = (mark: string, from: number) => {
    const index = run.find(mark, from);
    return index < 0 ? -1 : index + mark.length;
  };
  if (text.startsWith("!--", at + 1)) {
    if (text.startsWith(">", at + 4)) return at + 5;
    if (text.startsWith("->", at + 4)) return at + 6;
    return behind("-->", at + 4);
  }
  if (text.startsWith("?", at + 1)) return behind("?>", at + 2);
  if (text.startsWith("![CDATA[", at + 1)) return behind("]]>", at + 9);
  if (text.startsWith("!", at + 1))
    return code.isLetter(text.charCodeAt(at + 2)) ? behind(">", at + 3) : -1;
  return scanTag(text, at);
}
