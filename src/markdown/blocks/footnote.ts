import { normalizeLabel } from "../inlines/linkParts.js";
import type { BlockPhase } from "./blockPhase.js";
import type { LineScanner } from "./lineScanner.js";
import { STARTED_CONTAINER, type Verdict } from "./verdict.js";

const OPENING = /\[\^([^\s[\]]+)\]:/y;

/** `[^label]:`, and more of it where it is indented by four columns. */
export function startFootnote(phase: BlockPhase): Verdict {
  const { scanner, references } = phase;
  OPENING.lastIndex = scanner.next;
  const opening = OPENING.exec(scanner.text);
  if (!opening) return 0;
  const label = normalizeLabel(opening[1] ?? "");
  const number = phase.isProvisional ? undefined : references.addFootnote(label);
  scanner.takeMark(opening[0].length);
  scanner.takeColumns(scanner.indent);
  phase.open("footnoteDefinition", { label, number });
  return STARTED_CONTAINER;
}

export function continuesFootnote(scanner: LineScanner): Verdict {
  if (scanner.indent < 4 && !scanner.isBlank) return 0;
  scanner.takeColumns(4);
  return 1;
}
