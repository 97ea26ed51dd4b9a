/** The words of what `Markdown` shows. */
export interface MarkdownLabels {
  /** On the chip that stands for a remote image. */
  showImage: (host: string) => string;
  /** The name of a table that scrolls. */
  table: string;
  /** Stands above code whose language is not named. */
  code: string;
  /** The name of a formula that scrolls. */
  formula: string;
  /** The name of the switch that breaks long lines of code. */
  wrapLines: string;
  copy: string;
  /** What a copy button is called for a moment after it did so. */
  copied: string;
  copyMarkdown: string;
  copyCSV: string;
  /** The names of a task's box. */
  taskDone: string;
  taskOpen: string;
  /** The name of the mark that leads to a footnote. */
  footnote: (number: number) => string;
  /** The name of the mark that leads from a footnote back to the text. */
  backToText: (number: number) => string;
}

/** English, the default. */
export const englishMarkdownLabels: MarkdownLabels = {
  showImage: (host) => `Show image from ${host}`,
  table: "Table",
  code: "Code",
  formula: "Formula",
  wrapLines: "Wrap lines",
  copy: "Copy",
  copied: "Copied",
  copyMarkdown: "Copy as Markdown",
  copyCSV: "Copy as CSV",
  taskDone: "Done",
  taskOpen: "Not done",
  footnote: (number) => `Footnote ${number}`,
  backToText: (number) => `Footnote ${number}, back to the text`,
};
