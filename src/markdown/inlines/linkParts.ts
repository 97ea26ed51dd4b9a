import * as code from "../characters.js";
import { unescapeText } from "./entities.js";

/** A part of a link as written, and the index behind it. */
export interface Part {
  text: string;
  end: number;
}

/** A part; `undefined` if the text cannot be one; "unfinished" if it ends before the part does. */
export type Reading<Kind = Part> = Kind | "unfinished" | undefined;

const MAX_LABEL = 999;
/** How many parentheses may be open in an address, so that no text can make every `(` look to its end. */
const MAX_PARENTHESES = 32;

/** A label in the form in which two that match are the same. */
export function normalizeLabel(label: string): string {
  // Lower case alone leaves "ẞ" and "SS" apart.
  return code
    .trimSpaces(label)
    .replaceAll(/[ \t\n]+/g, " ")
    .toLowerCase()
    .toUpperCase();
}

/** `[label]` at an index; the text is what stands between the brackets. */
export function readLabel(text: string, at: number): Reading {
  const limit = Math.min(text.length, at + MAX_LABEL + 2);
  for (let index = at + 1; index < limit; index += 1) {
    const character = text.charCodeAt(index);
    if (character === code.BACKSLASH) index += 1;
    else if (character === code.OPEN_BRACKET) return undefined;
    else if (character === code.CLOSE_BRACKET)
      return { text: text.slice(at + 1, index), end: index + 1 };
  }
  return limit === text.length ? "unfinished" : undefined;
}

/** The address of a link, `<…>` or bare. */
export function readDestination(text: string, at: number): Reading {
  return text.charCodeAt(at) === code.LESS ? readPointed(text, at) : readBare(text, at);
}

function readPointed(text: string, at: number): Reading {
  for (let index = at + 1; index < text.length; index += 1) {
    const character = text.charCodeAt(index);
    if (character === code.BACKSLASH) index += 1;
    else if (character === code.NEWLINE || character === code.LESS) return undefined;
    else if (character === code.GREATER)
      return { text: unescapeText(text.slice(at + 1, index)), end: index + 1 };
  }
  return "unfinished";
}

function readBare(text: string, at: number): Reading {
  let depth = 0;
  let end = at;
  for (; end < text.length; end += 1) {
    const character = text.charCodeAt(end);
    if (character <= code.SPACE || character === 0x7f) break;
    if (character === code.BACKSLASH && code.isEscapable(text.charCodeAt(end + 1))) end += 1;
    else if (character === code.OPEN_PAREN && (depth += 1) > MAX_PARENTHESES) return undefined;
    else if (character === code.CLOSE_PAREN && (depth -= 1) < 0) break;
  }
  if (end >= text.length && depth > 0) return "unfinished";
  if (end === at || depth > 0) return undefined;
  return { text: unescapeText(text.slice(at, end)), end: Math.min(end, text.length) };
}

/** The title of a link with its quotes or parentheses. */
export function readTitle(text: string, at: number): Reading {
  const opening = text.charCodeAt(at);
  if (opening !== code.DOUBLE_QUOTE && opening !== code.QUOTE && opening !== code.OPEN_PAREN)
    return undefined;
  const closing = opening === code.OPEN_PAREN ? code.CLOSE_PAREN : opening;
  for (let index = at + 1; index < text.length; index += 1) {
    const character = text.charCodeAt(index);
    if (character === code.BACKSLASH) index += 1;
    else if (character === closing)
      return { text: unescapeText(text.slice(at + 1, index)), end: index + 1 };
    else if (character === code.OPEN_PAREN && opening === code.OPEN_PAREN) return undefined;
  }
  return "unfinished";
}

/** Where a link leads. */
export interface Target {
  url: string;
  title: string | undefined;
}

/**
 * `(address "title")` at an index.
 *
 * @see https://spec.commonmark.org/0.31.2/#inline-link
 */
export function readResource(text: string, at: number): Reading<Target & { end: number }> {
  let index = code.skipSpaces(text, at + 1);
  if (text.charCodeAt(index) === code.CLOSE_PAREN)
    return { url: "", title: undefined, end: index + 1 };
  if (index >= text.length) return "unfinished";
  const destination = readDestination(text, index);
  if (typeof destination !== "object") return destination;
  index = code.skipSpaces(text, destination.end);
  const title = index > destination.end ? readTitle(text, index) : undefined;
  if (title === "unfinished") return title;
  if (title) index = code.skipSpaces(text, title.end);
  if (index >= text.length) return "unfinished";
  if (text.charCodeAt(index) !== code.CLOSE_PAREN) return undefined;
  return { url: destination.text, title: title?.text, end: index + 1 };
}
