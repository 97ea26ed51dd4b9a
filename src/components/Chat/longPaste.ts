/** From how many characters, or lines, a pasted text is better read as a file than in the input. */
const longCharacters = 4000;
const longLines = 60;

/** Whether a pasted text is so long that it becomes an attachment. */
export function isLongPaste(text: string): boolean {
  if (text.length > longCharacters) return true;
  let lines = 1;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) lines += 1;
  return lines >= longLines;
}
