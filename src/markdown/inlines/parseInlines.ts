import { runLength } from "../blocks/fence.js";
import type { Inline } from "../tree.js";
import { takeAngle } from "./angle.js";
import { enterPending, takeClosing, takeOpening } from "./brackets.js";
import { buildTree } from "./buildTree.js";
import { takeBackticks } from "./codeSpan.js";
import { takeEntity } from "./entities.js";
import { type InlineContext, InlineRun } from "./inlineRun.js";
import { takeBackslash, takeLineEnd } from "./lineBreak.js";
import { nextCandidate, takeLiteralLink } from "./literalLinks.js";
import { takeDollars } from "./mathSpan.js";
import { textToken } from "./tokens.js";

/** What came of a text. */
export interface ParsedInlines {
  children: Inline[];
  /** See {@link InlineRun.missing}. */
  missing: ReadonlySet<string>;
}

/** What happens at the characters that may mean something; all others are text. */
const RULES: readonly (readonly [characters: string, rule: (run: InlineRun) => void])[] = [
  ["\n", takeLineEnd],
  ["\\", takeBackslash],
  ["`", takeBackticks],
  ["*_~", takeDelimiters],
  ["[!", takeOpening],
  ["]", takeClosing],
  ["<", takeAngle],
  ["&", takeEntity],
  ["$", takeDollars],
];
const NONE: ReadonlySet<string> = new Set();
/** By code; what is not ASCII has no entry. */
const RULE_AT: (((run: InlineRun) => void) | undefined)[] = Array.from({ length: 128 });
for (const [characters, rule] of RULES)
  for (const character of characters) RULE_AT[character.charCodeAt(0)] = rule;

/**
 * The inline phase of CommonMark for the text of one leaf, in time linear in its length.
 *
 * @see https://spec.commonmark.org/0.31.2/#phase-2-inline-structure
 */
export function parseInlines(text: string, context: InlineContext): ParsedInlines {
  let candidate = nextCandidate(text, 0);
  if (!candidate && endOfPlain(text, 0, text.length) === text.length) return plainText(text);
  const run = new InlineRun(text, context);
  while (run.at < text.length) {
    const { at } = run;
    if (candidate && candidate.start < at) candidate = nextCandidate(text, at);
    if (candidate?.start === at) {
      if (takeLiteralLink(run, candidate)) continue;
      candidate = nextCandidate(text, at + 1);
    }
    const end = endOfPlain(text, at, candidate?.start ?? text.length);
    if (end > at) {
      run.tokens.push(textToken(text.slice(at, end)));
      run.at = end;
    } else RULE_AT[text.charCodeAt(at)]?.(run);
  }
  run.delimiters.match(undefined, context.isOpen);
  if (context.isOpen) {
    enterPending(run);
    run.elements.enterPending();
  }
  return { children: buildTree(run.tokens, context.schemes), missing: run.missing };
}

/** Text without marks, as most cells and many items are. */
function plainText(text: string): ParsedInlines {
  return { children: text === "" ? [] : [{ type: "text", text }], missing: NONE };
}

function endOfPlain(text: string, from: number, limit: number): number {
  let at = from;
  while (at < limit) {
    const character = text.charCodeAt(at);
    if (character < 128 && RULE_AT[character]) break;
    at += 1;
  }
  return at;
}

function takeDelimiters(run: InlineRun): void {
  const size = runLength(run.text, run.at);
  run.tokens.push(run.delimiters.push(run.text, run.at, size, run.context.isOpen));
  run.at += size;
}
