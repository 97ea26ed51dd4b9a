import { EQUALS, HASH, isBlankCode, isBlankText, trimSpaces } from "../characters.js";
import type { BlockPhase } from "./blockPhase.js";
import { takeDefinitions } from "./definitions.js";
import { runLength } from "./fence.js";
import { STARTED_LEAF, type Verdict } from "./verdict.js";

/** @see https://spec.commonmark.org/0.31.2/#atx-headings */
export function startHeading(phase: BlockPhase): Verdict {
  const { text, next } = phase.scanner;
  const level = runLength(text, next);
  const after = text.charCodeAt(next + level);
  if (level > 6 || (next + level < text.length && !isBlankCode(after))) return 0;
  phase.addLine(phase.open("heading", { level }), withoutClosing(text.slice(next + level)));
  return STARTED_LEAF;
}

/** The text of a heading without the run of `#` that may stand at its end after a space. */
function withoutClosing(text: string): string {
  const content = trimSpaces(text);
  let end = content.length;
  while (content.charCodeAt(end - 1) === HASH) end -= 1;
  const isClosing = end === 0 || isBlankCode(content.charCodeAt(end - 1));
  return isClosing ? trimSpaces(content.slice(0, end)) : content;
}

/**
 * An underline makes a heading of the paragraph above it, unless that held nothing but definitions.
 *
 * @see https://spec.commonmark.org/0.31.2/#setext-headings
 */
export function startSetextHeading(phase: BlockPhase): Verdict {
  const { container: paragraph, scanner } = phase;
  if (paragraph.block.type !== "paragraph" || phase.isProvisional) return 0;
  const { text, next } = scanner;
  const end = next + runLength(text, next);
  if (!isBlankText(text.slice(end))) return 0;
  takeDefinitions(paragraph, phase.references);
  if (paragraph.lines.length === 0) return 0;
  const level = scanner.nextCode() === EQUALS ? 1 : 2;
  phase.replaceTip("heading", { level }).lines = paragraph.lines;
  phase.closeTip();
  return STARTED_LEAF;
}
