import { BACKTICK, isBlankText, trimSpaces } from "../characters.js";
import { unescapeText } from "../inlines/entities.js";
import type { BlockPhase } from "./blockPhase.js";
import type { OpenBlock } from "./openBlock.js";
import { ENDED, STARTED_LEAF, type Verdict } from "./verdict.js";

/** How often the character at `at` stands there in a row. */
export function runLength(text: string, at: number): number {
  const code = text.charCodeAt(at);
  let end = at + 1;
  while (text.charCodeAt(end) === code) end += 1;
  return end - at;
}

/** @see https://spec.commonmark.org/0.31.2/#fenced-code-blocks */
export function startFence(phase: BlockPhase): Verdict {
  const { scanner } = phase;
  const { text, next, indent } = scanner;
  const mark = scanner.nextCode();
  const size = runLength(text, next);
  if (size < 3) return 0;
  const after = text.slice(next + size);
  if (mark === BACKTICK && after.includes("`")) return 0;
  const info = unescapeText(trimSpaces(after));
  const language = info.split(/\s/, 1)[0] ?? "";
  const open = phase.open("codeBlock", { info, language });
  open.mark = mark;
  open.size = size;
  open.indent = indent;
  return STARTED_LEAF;
}

/** A fence ends at one of the same character that is at least as long. Lines lose as much indentation as it had itself. */
export function continuesFence(phase: BlockPhase, open: OpenBlock): Verdict {
  const { scanner } = phase;
  const { text, next } = scanner;
  if (scanner.indent < 4 && scanner.nextCode() === open.mark) {
    const size = runLength(text, next);
    if (size >= open.size && isBlankText(text.slice(next + size))) {
      phase.closeTip();
      return ENDED;
    }
  }
  scanner.takeColumns(open.indent);
  return 1;
}
