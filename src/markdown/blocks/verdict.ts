/** What came of a rule for a line: 0 when it does not apply. */
export type Verdict = 0 | 1 | 2;

/** The line belonged to the end of the block: nothing of it is left. */
export const ENDED = 2;
/** A container began; the rest of the line is for what stands in it. */
export const STARTED_CONTAINER = 1;
/** A block began which took the rest of the line. */
export const STARTED_LEAF = 2;
