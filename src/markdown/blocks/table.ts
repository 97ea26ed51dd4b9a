import { BACKSLASH, COLON, PIPE, trimSpaces } from "../characters.js";
import type { Alignment } from "../tree.js";
import type { BlockPhase } from "./blockPhase.js";
import { STARTED_LEAF, type Verdict } from "./verdict.js";

const DELIMITER = /^:?-+:?$/;

/** The texts of the cells of a row, trimmed, with their escaped pipes as pipes. */
export function splitRow(row: string): string[] {
  const text = trimSpaces(row);
  const cells: string[] = [];
  let start = text.charCodeAt(0) === PIPE ? 1 : 0;
  for (let at = start; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === BACKSLASH) at += 1;
    else if (code === PIPE) {
      cells.push(text.slice(start, at));
      start = at + 1;
    }
  }
  if (start < text.length) cells.push(text.slice(start));
  return cells.map((cell) => trimSpaces(cell).replaceAll("\\|", "|"));
}

function readDelimiters(text: string): Alignment[] | undefined {
  const cells = splitRow(text);
  const isRow = cells.length > 0 && cells.every((cell) => DELIMITER.test(cell));
  return isRow ? cells.map(alignmentOf) : undefined;
}

function alignmentOf(cell: string): Alignment {
  const isRight = cell.charCodeAt(cell.length - 1) === COLON;
  if (cell.charCodeAt(0) !== COLON) return isRight ? "right" : undefined;
  return isRight ? "center" : "left";
}

/**
 * A delimiter row makes a table of the last line of the paragraph above it, if that has as many cells.
 *
 * @see https://github.github.com/gfm/#tables-extension-
 */
export function startTable(phase: BlockPhase): Verdict {
  const { container: paragraph, scanner } = phase;
  const header = paragraph.lines.at(-1);
  if (paragraph.block.type !== "paragraph" || header === undefined || phase.isProvisional) return 0;
  // Like code, a line that is indented so far is no header.
  if (paragraph.indent >= 4) return 0;
  const alignments = readDelimiters(scanner.content());
  if (!alignments || splitRow(header).length !== alignments.length) return 0;
  paragraph.lines.pop();
  if (paragraph.lines.length > 0) phase.open("table", { alignments });
  else phase.replaceTip("table", { alignments });
  addRow(phase, header);
  return STARTED_LEAF;
}

/** Adds a row to the open table. Cells beyond its columns are dropped, as the format says. */
export function addRow(phase: BlockPhase, text: string): void {
  const { container: table } = phase;
  const columns = table.block.type === "table" ? table.block.alignments.length : 0;
  phase.open("tableRow");
  for (const cell of splitRow(text).slice(0, columns)) phase.addLine(phase.open("tableCell"), cell);
  // The last cell of a row that still grows stays open.
  if (!phase.isProvisional) phase.closeWithin(table);
}
