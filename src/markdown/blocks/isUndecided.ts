/** Nothing but marks that may yet become a rule, an underline, a row of dashes, a fence, a list item, a quotation or a heading. */
const MARKS = /^[\s\d>*+_=|:#`~$.)-]*\\?$/;
/** The opening line of a fence, whose language is still arriving. */
const FENCE = /^(?:[\s>*+-]|\d{1,9}[.)])*(?:`{3,}[^`]*|~{3,}.*)$/;

/** Whether a line that still grows says too little to be shown: what it looks like may change with the next character. */
export function isUndecided(line: string): boolean {
  return MARKS.test(line) || FENCE.test(line);
}
