import { DOLLAR, isBlankText } from "../characters.js";
import type { BlockPhase } from "./blockPhase.js";
import type { OpenBlock } from "./openBlock.js";
import { ENDED, STARTED_LEAF, type Verdict } from "./verdict.js";

/** An escaped bracket starts a formula only if something like TeX follows: `\[not a link](/url)` and `\[ ] to do` are text. */
const TEX_FOLLOWS = /^\s*$|^\s*\\[a-z]|^\s[^\]]*[=^_\\]/;

/** What ends a formula. */
const closingOf = (mark: number): string => (mark === DOLLAR ? "$$" : "\\]");

/** `$$` or `\[` at the start of a line, with the end on another line or at the end of this one. */
export function startMath(phase: BlockPhase): Verdict {
  const { scanner } = phase;
  const mark = scanner.nextCode();
  const content = scanner.content();
  if (!content.startsWith(mark === DOLLAR ? "$$" : "\\[")) return 0;
  const body = content.slice(2);
  const end = body.indexOf(closingOf(mark));
  const isWhole = end >= 0 && isBlankText(body.slice(end + 2));
  if (isWhole ? !/[\p{L}\p{N}]/u.test(body.slice(0, end)) : end >= 0) return 0;
  if (mark !== DOLLAR && !isWhole && !TEX_FOLLOWS.test(body)) return 0;
  const open = phase.open("mathBlock");
  open.mark = mark;
  addLine(phase, open, isWhole ? body.slice(0, end) : body);
  if (isWhole) phase.closeTip();
  return STARTED_LEAF;
}

/** A formula takes everything up to its end; what follows that in the line is no part of it. */
export function continuesMath(phase: BlockPhase, open: OpenBlock): Verdict {
  const { scanner } = phase;
  const rest = scanner.rest();
  const end = rest.indexOf(closingOf(open.mark));
  addLine(phase, open, end < 0 ? rest : rest.slice(0, end));
  if (end < 0) return 1;
  phase.closeTip();
  if (isBlankText(rest.slice(end + 2))) return ENDED;
  scanner.load(rest.slice(end + 2));
  return 0;
}

function addLine(phase: BlockPhase, open: OpenBlock, text: string): void {
  if (!isBlankText(text)) phase.addLine(open, text.trimEnd());
}
