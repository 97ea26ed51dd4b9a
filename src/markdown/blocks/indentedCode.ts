import { isBlankText } from "../characters.js";
import type { BlockPhase } from "./blockPhase.js";
import type { LineScanner } from "./lineScanner.js";
import type { OpenBlock } from "./openBlock.js";
import { STARTED_LEAF, type Verdict } from "./verdict.js";

/** Code without a fence. */
export const isIndentedCode = ({ block, mark }: OpenBlock): boolean =>
  block.type === "codeBlock" && mark === 0;

/**
 * Four columns, unless a paragraph could go on.
 *
 * @see https://spec.commonmark.org/0.31.2/#indented-code-blocks
 */
export function startIndentedCode(phase: BlockPhase): Verdict {
  const { scanner } = phase;
  if (phase.container.block.type === "paragraph" || phase.mayBeLazy) return 0;
  scanner.takeColumns(4);
  phase.addLine(phase.open("codeBlock", { info: "", language: "" }), scanner.rest());
  return STARTED_LEAF;
}

export function continuesIndentedCode(scanner: LineScanner): Verdict {
  if (scanner.indent < 4 && !scanner.isBlank) return 0;
  scanner.takeColumns(4);
  return 1;
}

/** The blank lines at its end do not belong to indented code. */
export function trimCode(open: OpenBlock): void {
  if (!isIndentedCode(open)) return;
  while (open.lines.length > 0 && isBlankText(open.lines.at(-1) ?? "")) open.lines.pop();
}
