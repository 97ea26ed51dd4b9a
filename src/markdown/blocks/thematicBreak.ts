import { isBlankCode } from "../characters.js";
import type { BlockPhase } from "./blockPhase.js";
import { STARTED_LEAF, type Verdict } from "./verdict.js";

/** @see https://spec.commonmark.org/0.31.2/#thematic-breaks */
export function startThematicBreak(phase: BlockPhase): Verdict {
  const { text, next } = phase.scanner;
  const mark = text.charCodeAt(next);
  let count = 0;
  for (let at = next; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === mark) count += 1;
    else if (!isBlankCode(code)) return 0;
  }
  if (count < 3) return 0;
  phase.open("thematicBreak");
  phase.closeTip();
  return STARTED_LEAF;
}
