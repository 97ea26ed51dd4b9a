/**
 * A name for the middle of an Arabic sentence: Latin letters and signs keep to themselves and turn nothing round.
 *
 * @see https://www.unicode.org/reports/tr9/#Explicit_Directional_Isolates
 */
export function isolate(name: string): string {
  return `\u2068${name}\u2069`;
}
