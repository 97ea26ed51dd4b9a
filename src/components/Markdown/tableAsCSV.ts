import type { Table } from "../../markdown/index.js";
import { plainTextOf } from "./inlineText.js";

/**
 * A table as comma-separated values.
 *
 * @see https://www.rfc-editor.org/rfc/rfc4180
 */
export function tableAsCSV({ alignments, children }: Table): string {
  return children
    .map((row) =>
      alignments
        .map((_, column) => field(plainTextOf(row.children[column]?.children ?? [])))
        .join(","),
    )
    .join("\r\n");
}

const FORMULA = /^[=@\t\r]|^[+-](?![\d.,\s]+%?$)/;

function field(text: string): string {
  // Spreadsheets run what looks like a formula; whoever pastes an answer did not write it.
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
