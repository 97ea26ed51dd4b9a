import * as code from "../characters.js";
import type { BlockPhase } from "./blockPhase.js";
import { continuesQuote, startQuote } from "./blockQuote.js";
import { continuesFence, startFence } from "./fence.js";
import { continuesFootnote, startFootnote } from "./footnote.js";
import { startHeading, startSetextHeading } from "./heading.js";
import { addHTML, continuesHTML, startHTML } from "./htmlText.js";
import { continuesIndentedCode, isIndentedCode, startIndentedCode } from "./indentedCode.js";
import { continuesItem, startItem, takeCheckbox } from "./list.js";
import { continuesMath, startMath } from "./mathBlock.js";
import type { OpenBlock } from "./openBlock.js";
import { addRow, startTable } from "./table.js";
import { startThematicBreak } from "./thematicBreak.js";
import type { Verdict } from "./verdict.js";

/** Sees whether a block starts at the next character. */
type Start = (phase: BlockPhase) => Verdict;

/** Which rules may apply where the line goes on with a character, in the order of their precedence. */
const STARTS = new Map<number, readonly Start[]>([
  [code.GREATER, [startQuote]],
  [code.HASH, [startHeading]],
  [code.BACKTICK, [startFence]],
  [code.TILDE, [startFence]],
  [code.LESS, [startHTML]],
  [code.EQUALS, [startSetextHeading]],
  [code.DASH, [startSetextHeading, startThematicBreak, startItem, startTable]],
  [code.STAR, [startThematicBreak, startItem]],
  [code.UNDERSCORE, [startThematicBreak]],
  [code.PLUS, [startItem]],
  [code.PIPE, [startTable]],
  [code.COLON, [startTable]],
  [code.DOLLAR, [startMath]],
  [code.BACKSLASH, [startMath]],
  [code.OPEN_BRACKET, [startFootnote]],
]);
const ITEM: readonly Start[] = [startItem];

/** Tries every rule that may start a block at the next character. */
export function starts(phase: BlockPhase): Verdict {
  const { scanner } = phase;
  if (scanner.indent >= 4) return startIndentedCode(phase);
  const next = scanner.nextCode();
  for (const start of code.isDigit(next) ? ITEM : (STARTS.get(next) ?? [])) {
    const verdict = start(phase);
    if (verdict) return verdict;
  }
  return 0;
}

/** Whether an open block goes on in this line; takes the mark that says so. */
export function continues(phase: BlockPhase, open: OpenBlock): Verdict {
  const { scanner } = phase;
  switch (open.block.type) {
    case "list":
      return 1;
    case "listItem":
      return continuesItem(open, scanner);
    case "blockQuote":
      return continuesQuote(scanner);
    case "footnoteDefinition":
      return continuesFootnote(scanner);
    case "codeBlock":
      return isIndentedCode(open) ? continuesIndentedCode(scanner) : continuesFence(phase, open);
    case "htmlTextBlock":
      return continuesHTML(open, scanner);
    case "mathBlock":
      return continuesMath(phase, open);
    case "paragraph":
    case "table":
      return scanner.isBlank ? 0 : 1;
    default:
      return 0;
  }
}

/** Gives what is left of the line to the innermost block that goes on. */
export function addText(phase: BlockPhase, open: OpenBlock): void {
  const { scanner } = phase;
  switch (open.block.type) {
    case "codeBlock":
      return phase.addLine(open, scanner.rest());
    case "htmlTextBlock":
      return addHTML(phase, open);
    case "mathBlock":
      return;
    case "paragraph":
      open.indent = scanner.indent;
      return phase.addLine(open, scanner.content());
    case "table":
      return addRow(phase, scanner.content());
    default:
      takeCheckbox(phase);
      phase.addLine(phase.open("paragraph"), scanner.content());
  }
}
