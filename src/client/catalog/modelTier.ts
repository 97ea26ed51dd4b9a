/** Words of names, from the largest models of a family to the smallest. */
const tiers: readonly RegExp[] = [
  /\b(?:pro|opus|fable|max|ultra|large|premier|astra)\b/,
  /\b(?:nano|micro|tiny)\b/,
  /\b(?:mini|haiku|luna|lite|small|fast|instant)\b/,
];
const ranks = [0, 3, 2] as const;

/** Where a model stands among those released with it: 0 for the largest, 1 for one whose name does not say, 3 for the smallest. */
export function modelTier(base: string): number {
  const found = tiers.findIndex((words) => words.test(base));
  return ranks[found] ?? 1;
}
