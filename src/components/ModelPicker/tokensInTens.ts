/**
 * Tokens as people say them: 204,800 and 200,000 are both 200,000, and 1,048,576 is 1,000,000. Providers count in tens and in
 * twos.
 */
export function tokensInTens(tokens: number): number {
  if (tokens < 1000) return tokens;
  const isInTwos = tokens % 1024 === 0;
  const thousands = tokens / (isInTwos && tokens % 1000 !== 0 ? 1024 : 1000);
  return thousands < 1000 ? thousands * 1000 : (thousands / (isInTwos ? 1024 : 1000)) * 1e6;
}
