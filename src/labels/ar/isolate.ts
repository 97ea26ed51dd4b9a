/**
 * A name for the middle of an Arabic sentence: Latin letters and signs keep to themselves and turn nothing round.
 *
 * @see https://www.unicode.org/reports/tr9/#Explicit_Directional_Isolates
 */
export function isolate(name: string): string {
  return `\u2068${name}\u2069`;
}

/** An amount of money the same way, its sign behind it: in the direction of Arabic "US$" would be turned into "$US". */
export function isolateSum(sum: string): string {
  return isolate(sum.replaceAll("\u200f", ""));
}
