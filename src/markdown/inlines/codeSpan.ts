import { BACKTICK } from "../characters.js";
import { runLength } from "../blocks/fence.js";
import type { InlineRun } from "./inlineRun.js";
import { nodeToken } from "./tokens.js";

/**
 * A run of backticks: code up to the next run of the same length, or text if there is none.
 *
 * @see https://spec.commonmark.org/0.31.2/#code-spans
 */
export function takeBackticks(run: InlineRun): void {
  const { text, at } = run;
  const size = runLength(text, at);
  const start = at + size;
  run.backticks ??= lastRuns(text);
  if ((run.backticks.get(size) ?? -1) >= start) {
    const close = findRun(text, start, size);
    const span = codeText(text.slice(start, close));
    return run.takeNode({ type: "codeSpan", text: span }, close + size);
  }
  if (!run.context.isOpen) return run.takeText(size);
  // What may be the beginning of the closing run is not shown yet.
  const rest = withoutLastRun(text.slice(start)).trim();
  if (rest === "" && start < text.length) return run.takeText(size);
  if (rest !== "") run.tokens.push(nodeToken({ type: "codeSpan", text: codeText(rest) }));
  run.at = text.length;
}

function withoutLastRun(text: string): string {
  let end = text.length;
  while (text.charCodeAt(end - 1) === BACKTICK) end -= 1;
  return text.slice(0, end);
}

/** The length of every run of backticks in a text, with the start of the last that is so long. */
function lastRuns(text: string): Map<number, number> {
  const runs = new Map<number, number>();
  for (let at = text.indexOf("`"); at >= 0;) {
    const size = runLength(text, at);
    runs.set(size, at);
    at = text.indexOf("`", at + size);
  }
  return runs;
}

/** Where the run of exactly `size` backticks starts that follows an index; there must be one. */
function findRun(text: string, from: number, size: number): number {
  let at = text.indexOf("`", from);
  for (let found = runLength(text, at); found !== size; found = runLength(text, at))
    at = text.indexOf("`", at + found);
  return at;
}

/** What a code span shows: line ends as spaces, without the space that may stand inside of both marks. */
function codeText(source: string): string {
  const text = source.replaceAll("\n", " ");
  const isPadded = text.startsWith(" ") && text.endsWith(" ") && /[^ ]/.test(text);
  return isPadded ? text.slice(1, -1) : text;
}
