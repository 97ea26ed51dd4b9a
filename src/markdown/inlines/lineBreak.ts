import { isEscapable, NEWLINE, OPEN_BRACKET, OPEN_PAREN, SPACE } from "../characters.js";
import type { InlineRun } from "./inlineRun.js";
import { readBackslashMath } from "./mathSpan.js";
import { textToken } from "./tokens.js";

/**
 * A line end: a hard break after two spaces, else a soft one.
 *
 * @see https://spec.commonmark.org/0.31.2/#hard-line-breaks
 */
export function takeLineEnd(run: InlineRun): void {
  const last = run.tokens.at(-1);
  const before = last && !last.node && !last.isHTML ? last.text : "";
  let end = before.length;
  while (before.charCodeAt(end - 1) === SPACE) end -= 1;
  if (last && end < before.length) last.text = before.slice(0, end);
  run.at += 1;
  if (run.at >= run.text.length) return;
  if (before.length - end >= 2) run.takeNode({ type: "lineBreak" }, run.at);
  else run.tokens.push(textToken("\n"));
}

/** A backslash: a hard break at the end of a line, the start of a formula, or an escape. */
export function takeBackslash(run: InlineRun): void {
  const { text, at } = run;
  const next = text.charCodeAt(at + 1);
  if (next === NEWLINE) return run.takeNode({ type: "lineBreak" }, at + 2);
  const isMath = next === OPEN_PAREN || next === OPEN_BRACKET;
  const math = isMath ? readBackslashMath(text, at, run.context.isOpen) : undefined;
  if (math) return run.takeNode(math.node, math.end);
  // What it escapes may be about to come.
  if (run.isEdge(at + 1) || isEscapable(next)) run.at += 1;
  if (!run.isEdge(at + 1)) run.takeText(1);
}
