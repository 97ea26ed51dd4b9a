/**
 * A file's name for the middle of a sentence: what would turn the text round turns no more than the name itself. Plain names
 * stay as they are.
 *
 * @see https://www.unicode.org/reports/tr9/#Explicit_Directional_Isolates
 */
export function isolateName(name: string): string {
  const plain = name.replace(/[\u202a-\u202e\u2066-\u2069]/g, "");
  return /^[\x20-\x7e]*$/.test(plain) ? plain : `\u2068${plain}\u2069`;
}
