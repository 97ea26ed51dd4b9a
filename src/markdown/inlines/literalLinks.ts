import * as code from "../characters.js";
import type { InlineRun } from "./inlineRun.js";

/** Where a bare address may start, with what its host starts behind; for an e-mail address the `@`. */
export interface Candidate {
  start: number;
  host: number;
  scheme: string;
}

const CANDIDATE = /(?:https?|ftp):\/\/|www\.|@/gi;

/**
 * The next place from an index on where a bare address may start.
 *
 * @see https://github.github.com/gfm/#autolinks-extension-
 */
export function nextCandidate(text: string, from: number): Candidate | undefined {
  CANDIDATE.lastIndex = from;
  for (let match = CANDIDATE.exec(text); match; match = CANDIDATE.exec(text)) {
    const { index } = match;
    const host = index + match[0].length;
    if (match[0] === "@") {
      const start = startOfMailbox(text, index, from);
      if (start < index && endOfMail(text, host) > 0) return { start, host, scheme: "mailto:" };
    } else if (match[0].endsWith("/")) {
      if (!code.isLetter(text.charCodeAt(index - 1))) return { start: index, host, scheme: "" };
    } else if (isBoundary(text.charCodeAt(index - 1)))
      return { start: index, host, scheme: "http://" };
  }
  return undefined;
}

/** Takes the address that starts at a candidate; returns false if it is none. */
export function takeLiteralLink(run: InlineRun, { start, host, scheme }: Candidate): boolean {
  const { text } = run;
  const end =
    scheme === "mailto:" ? endOfMail(text, host) : endOfURL(run, start, host, scheme !== "");
  if (end === 0) return false;
  const source = text.slice(start, end);
  // More of the address may be about to come.
  const url = run.isEdge(end) ? undefined : scheme + source;
  const children = [{ type: "text", text: source } as const];
  run.takeNode({ type: "link", url, title: undefined, children }, end);
  return true;
}

/** What `www.` may follow. */
const isBoundary = (character: number): boolean =>
  !(character >= 0) ||
  code.isSpaceCode(character) ||
  "*_~([".includes(String.fromCharCode(character));

const isMailboxCode = (character: number): boolean =>
  code.isAlphanumeric(character) || ".+-_".includes(String.fromCharCode(character));

function startOfMailbox(text: string, at: number, from: number): number {
  let start = at;
  while (start > from && isMailboxCode(text.charCodeAt(start - 1))) start -= 1;
  return start;
}

const isHostCode = (character: number): boolean =>
  code.isAlphanumeric(character) ||
  character === code.DASH ||
  character === code.UNDERSCORE ||
  character === code.DOT;

/** The index behind the host of an e-mail address; 0 if it is none. */
function endOfMail(text: string, host: number): number {
  let end = host;
  while (isHostCode(text.charCodeAt(end))) end += 1;
  while (end > host && text.charCodeAt(end - 1) === code.DOT) end -= 1;
  const domain = text.slice(host, end);
  return /^[^.]+(?:\.[^.]+)+$/.test(domain) && code.isAlphanumeric(text.charCodeAt(end - 1))
    ? end
    : 0;
}

function endOfURL(run: InlineRun, start: number, host: number, isBare: boolean): number {
  const { text } = run;
  // Within brackets it ends at `]`, or it would swallow their end.
  const isBracketed = run.brackets.length > 0;
  let afterHost = host;
  while (isHostCode(text.charCodeAt(afterHost)) || text.charCodeAt(afterHost) > 0x7f)
    afterHost += 1;
  if (afterHost === host || !isHost(text.slice(isBare ? start : host, afterHost), isBare)) return 0;
  let end = afterHost;
  let parentheses = 0;
  for (; end < text.length; end += 1) {
    const character = text.charCodeAt(end);
    if (character <= code.SPACE || character === code.LESS) break;
    if (isBracketed && character === code.CLOSE_BRACKET) break;
    if (character === code.OPEN_PAREN) parentheses += 1;
    if (character === code.CLOSE_PAREN) parentheses -= 1;
  }
  return trimEnd(text, host, end, -parentheses);
}

/** The last two labels of a host hold no underscore; one without a scheme has two labels at least. */
function isHost(host: string, isBare: boolean): boolean {
  const labels = host.split(".");
  if (labels.slice(-2).some((label) => label.includes("_"))) return false;
  return labels.length > (isBare ? 1 : 0) && labels.some((label) => label !== "");
}

/** Leaves off the punctuation after an address, an entity, and closing parentheses beyond those that were opened. */
function trimEnd(text: string, start: number, from: number, surplus: number): number {
  let end = from;
  let closings = surplus;
  for (; end > start; end -= 1) {
    const last = text.charAt(end - 1);
    if (last === ")" && closings > 0) closings -= 1;
    else if (last === ";") {
      let letter = end - 2;
      while (code.isAlphanumeric(text.charCodeAt(letter))) letter -= 1;
      if (text.charCodeAt(letter) === code.AMPERSAND && letter < end - 2) end = letter + 1;
    } else if (!"?!.,:*_~'\"".includes(last)) break;
  }
  return end;
}
