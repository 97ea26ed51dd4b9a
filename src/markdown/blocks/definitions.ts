import { COLON, isBlankCode, NEWLINE, OPEN_BRACKET, skipSpaces } from "../characters.js";
import {
  normalizeLabel,
  readDestination,
  type Reading,
  readLabel,
  readTitle,
  type Target,
} from "../inlines/linkParts.js";
import type { References } from "../references.js";
import type { OpenBlock } from "./openBlock.js";

interface Definition extends Target {
  label: string;
  end: number;
}

/**
 * A link reference definition at an index; `end` is the start of the line after it.
 *
 * @see https://spec.commonmark.org/0.31.2/#link-reference-definitions
 */
function readDefinition(text: string, at: number): Reading<Definition> {
  if (text.charCodeAt(at) !== OPEN_BRACKET) return undefined;
  const label = readLabel(text, at);
  if (typeof label !== "object") return label;
  if (label.end >= text.length) return "unfinished";
  if (text.charCodeAt(label.end) !== COLON || normalizeLabel(label.text) === "") return undefined;
  const start = skipSpaces(text, label.end + 1);
  if (start >= text.length) return "unfinished";
  const destination = readDestination(text, start);
  if (typeof destination !== "object") return destination;
  const found = { label: normalizeLabel(label.text), url: destination.text, title: undefined };
  const afterURL = endOfLine(text, destination.end);
  const titleAt = skipSpaces(text, destination.end);
  const title = titleAt > destination.end ? readTitle(text, titleAt) : undefined;
  if (title === "unfinished" && afterURL === undefined) return title;
  const afterTitle = typeof title === "object" ? endOfLine(text, title.end) : undefined;
  if (typeof title === "object" && afterTitle !== undefined)
    return { ...found, title: title.text, end: afterTitle };
  return afterURL === undefined ? undefined : { ...found, end: afterURL };
}

/** The start of the next line, if nothing but white space is left of this one. */
function endOfLine(text: string, at: number): number | undefined {
  let end = at;
  while (isBlankCode(text.charCodeAt(end))) end += 1;
  if (end >= text.length) return end;
  return text.charCodeAt(end) === NEWLINE ? end + 1 : undefined;
}

/** Moves the definitions a paragraph starts with to the references. */
export function takeDefinitions(paragraph: OpenBlock, references: References): void {
  if (paragraph.lines[0]?.charCodeAt(0) !== OPEN_BRACKET) return;
  const text = paragraph.lines.join("\n");
  let at = 0;
  for (;;) {
    const definition = readDefinition(text, at);
    if (typeof definition !== "object") break;
    references.define(definition.label, definition);
    at = definition.end;
  }
  if (at > 0) paragraph.lines = at < text.length ? text.slice(at).split("\n") : [];
}

/** The text of a paragraph that may still grow without the definitions, also an unfinished one, that it starts with. */
export function withoutDefinitions(text: string): string {
  let at = 0;
  for (;;) {
    const definition = readDefinition(text, at);
    if (definition === "unfinished") return isLabelled(text, at) ? "" : text.slice(at);
    if (!definition) return text.slice(at);
    at = definition.end;
  }
}

/** Whether a label and a colon stand at an index, so that little else than a definition can come of it. */
function isLabelled(text: string, at: number): boolean {
  const label = readLabel(text, at);
  return typeof label === "object" && text.charCodeAt(label.end) === COLON;
}
