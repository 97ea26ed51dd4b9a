/** The marks of quotations and items that a line may start with. */
const PREFIX = /^(?:[\s>*+-]|\d{1,9}[.)]\s)*/;
/** Nothing but what may yet become a rule, an underline, a row of dashes, a fence, an item, a formula or a heading. */
const MARKS = /^(?:\d{1,9}[.)]?|[\s*_=|:#`~$>+-]*\\?)$/;
/** The opening line of a fence, whose language is still arriving. */
const FENCE = /^(?:`{3,}[^`]*|~{3,}.*)$/;

/** Whether a line that still grows says too little to be shown: what it looks like may change with the next character. */
export function isUndecided(line: string): boolean {
  const rest = line.slice(PREFIX.exec(line)?.[0].length);
  return MARKS.test(rest) || FENCE.test(rest);
}
