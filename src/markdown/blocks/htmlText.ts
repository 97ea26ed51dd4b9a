import { isBlankText } from "../characters.js";
import { readElementTag, scanTag } from "../inlines/htmlTag.js";
import type { BlockPhase } from "./blockPhase.js";
import type { LineScanner } from "./lineScanner.js";
import type { OpenBlock } from "./openBlock.js";
import { STARTED_LEAF, type Verdict } from "./verdict.js";

const BLOCK_TAGS =
  "address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|menuitem|nav|noframes|ol|optgroup|option|p|param|search|section|summary|table|tbody|td|tfoot|th|thead|title|tr|track|ul";

/** The kinds of HTML by what starts them and, where that is not a blank line, what ends them. */
const KINDS: readonly (readonly [start: RegExp, end?: RegExp])[] = [
  [/^<(?:script|pre|textarea|style)(?:[\s>]|$)/i, /<\/(?:script|pre|textarea|style)>/i],
  [/^<!--/, /-->/],
  [/^<\?/, /\?>/],
  [/^<![a-z]/i, />/],
  [/^<!\[CDATA\[/, /\]\]>/],
  [new RegExp(`^</?(?:${BLOCK_TAGS})(?:\\s|/?>|$)`, "i")],
];

/** Any other tag that stands alone in its line; the elements which are let through are no HTML in this sense. */
const LONE_TAG = KINDS.length;

/** @see https://spec.commonmark.org/0.31.2/#html-blocks */
export function startHTML(phase: BlockPhase): Verdict {
  const content = phase.scanner.content();
  let kind = KINDS.findIndex(([start]) => start.test(content));
  if (kind < 0) {
    const end = scanTag(content, 0);
    const isAlone = end > 0 && isBlankText(content.slice(end));
    if (!isAlone || readElementTag(content.slice(0, end))) return 0;
    if (phase.container.block.type === "paragraph" || phase.mayBeLazy) return 0;
    kind = LONE_TAG;
  }
  const open = phase.open("htmlTextBlock");
  open.mark = kind;
  addHTML(phase, open);
  return STARTED_LEAF;
}

export function addHTML(phase: BlockPhase, open: OpenBlock): void {
  const line = phase.scanner.rest();
  phase.addLine(open, line);
  if (KINDS[open.mark]?.[1]?.test(line)) phase.closeTip();
}

export function continuesHTML(open: OpenBlock, scanner: LineScanner): Verdict {
  return scanner.isBlank && !KINDS[open.mark]?.[1] ? 0 : 1;
}
