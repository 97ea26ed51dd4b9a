import {
  BACKSLASH,
  CLOSE_BRACKET,
  CLOSE_PAREN,
  isDigit,
  isSpaceCode,
  OPEN_BRACKET,
  OPEN_PAREN,
} from "../characters.js";
import { runLength } from "../blocks/fence.js";
import type { MathSpan } from "../tree.js";
import type { InlineRun } from "./inlineRun.js";

/** A formula and the index behind it. */
interface FoundMath {
  node: MathSpan;
  end: number;
}

/** `$` or `$$`: a formula up to the next, or text. */
export function takeDollars(run: InlineRun): void {
  const { text, at } = run;
  const size = runLength(text, at);
  if (run.isEdge(at + size)) {
    run.at += size;
    return;
  }
  const whole = size === 1 ? readDollarMath(run) : size === 2 ? readDisplayMath(run) : undefined;
  const math = whole ?? pendingDollars(run, size);
  if (math) run.takeNode(math.node, math.end);
  else run.takeText(size);
}

/** A formula that is not closed yet; an amount of money is none. */
function pendingDollars(run: InlineRun, size: number): FoundMath | undefined {
  const { text, at } = run;
  const start = at + size;
  if (!run.context.isOpen || size > 2 || run.find("$".repeat(size), start) >= 0) return undefined;
  const next = text.charCodeAt(start);
  if (size === 1 && (isDigit(next) || isSpaceCode(next))) return undefined;
  return pendingMath(text, start, size === 2);
}

/** A formula between single dollars: no space inside of either, no digit behind the second, so that prices are none. */
function readDollarMath(run: InlineRun): FoundMath | undefined {
  const { text, at } = run;
  if (isSpaceOrEnd(text, at + 1)) return undefined;
  let close = run.find("$", at + 1);
  while (close >= 0 && text.charCodeAt(close - 1) === BACKSLASH) close = run.find("$", close + 1);
  if (close < 0) return undefined;
  const isClosing =
    !isSpaceCode(text.charCodeAt(close - 1)) &&
    !isDigit(text.charCodeAt(close + 1)) &&
    !text.startsWith("$", close + 1);
  return isClosing ? found(text, at + 1, close, close + 1, false) : undefined;
}

/** A formula between double dollars. */
function readDisplayMath(run: InlineRun): FoundMath | undefined {
  const { text, at } = run;
  const close = run.find("$$", at + 2);
  return close < 0 ? undefined : found(text, at + 2, close, close + 2, true);
}

/** A formula between `\(` and `\)`, or `\[` and `\]`. Without a letter or a digit inside, the backslashes are escapes. */
export function readBackslashMath(
  text: string,
  at: number,
  isOpen: boolean,
): FoundMath | undefined {
  const opening = text.charCodeAt(at + 1);
  const closing = opening === OPEN_PAREN ? CLOSE_PAREN : CLOSE_BRACKET;
  const isDisplay = opening === OPEN_BRACKET;
  let close = text.indexOf("\\", at + 2);
  while (close >= 0 && text.charCodeAt(close + 1) !== closing) {
    // Another opening mark ends the search, or many of them would each look to the end.
    if (text.charCodeAt(close + 1) === opening) return undefined;
    close = text.indexOf("\\", close + 2);
  }
  if (close >= 0) return found(text, at + 2, close, close + 2, isDisplay);
  const isTeX = isSpaceOrEnd(text, at + 2) || text.charCodeAt(at + 2) === BACKSLASH;
  return isOpen && (isTeX || !isDisplay) ? pendingMath(text, at + 2, isDisplay) : undefined;
}

/** The rest of a text that still grows as a formula that is not closed yet; `undefined` if there is nothing to show. */
function pendingMath(text: string, from: number, isDisplay: boolean): FoundMath | undefined {
  const content = text.slice(from).trim();
  if (content === "") return undefined;
  return { node: { type: "mathSpan", text: content, isDisplay, isOpen: true }, end: text.length };
}

function found(
  text: string,
  start: number,
  close: number,
  end: number,
  isDisplay: boolean,
): FoundMath | undefined {
  const content = text.slice(start, close).trim();
  if (!/[\p{L}\p{N}]/u.test(content)) return undefined;
  return { node: { type: "mathSpan", text: content, isDisplay, isOpen: false }, end };
}

const isSpaceOrEnd = (text: string, at: number): boolean =>
  at >= text.length || isSpaceCode(text.charCodeAt(at));
