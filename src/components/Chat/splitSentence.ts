/**
 * A message for people in two: the first sentence says what happened; the rest, with the space before it, says why and what to
 * do.
 */
export function splitSentence(message: string): [headline: string, rest: string] {
  // Chinese and Japanese put no space between sentences.
  const end = message.search(/[.!?…؟](?:\s|$)|[。！？]/);
  return end < 0 ? [message, ""] : [message.slice(0, end + 1), message.slice(end + 1)];
}
