import type { Alignment, Table, TableRow } from "../../markdown/index.js";
import { markdownOf } from "./inlineText.js";

const delimiters = { left: ":---", center: ":---:", right: "---:" } as const;

/** A table as it is written in Markdown, its last row without a line end. */
export function tableAsMarkdown({ alignments, children: [header, ...rows] }: Table): string {
  if (!header) return "";
  const row = (of: TableRow): string =>
    line(alignments.map((_, column) => cellOf(of, column).replaceAll("|", String.raw`\|`)));
  return [row(header), line(alignments.map(delimiterOf)), ...rows.map(row)].join("\n");
}

const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;

const delimiterOf = (alignment: Alignment): string => (alignment ? delimiters[alignment] : "---");

const cellOf = (row: TableRow, column: number): string =>
  markdownOf(row.children[column]?.children ?? []);
