import { GREATER } from "../characters.js";
import type { BlockPhase } from "./blockPhase.js";
import type { LineScanner } from "./lineScanner.js";
import type { Verdict } from "./verdict.js";

/** `>` and the space that may follow it. */
export function continuesQuote(scanner: LineScanner): Verdict {
  if (scanner.indent >= 4 || scanner.nextCode() !== GREATER) return 0;
  scanner.takeMark(1);
  scanner.takeColumns(1);
  return 1;
}

/** @see https://spec.commonmark.org/0.31.2/#block-quotes */
export function startQuote(phase: BlockPhase): Verdict {
  if (!continuesQuote(phase.scanner)) return 0;
  phase.open("blockQuote");
  return 1;
}
