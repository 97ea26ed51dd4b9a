import type { Target } from "../protocol.js";

/** Who, of those that speak OpenAI Chat, refuses ids that others give: what must not be in one, and how long one is at most and at least. */
const rows: readonly (readonly [
  provider: RegExp,
  refused: RegExp,
  longest: number,
  shortest: number,
])[] = [
  [/^mistral$/, /[^a-zA-Z0-9]/g, 9, 9],
  [/^(?:openai|azure|github)$/, /(?!)/g, 40, 1],
];

/** The id of a call that another model made, as the target takes it: the same one for the call and its result. */
export function foreignCallId(id: string, { provider }: Target): string {
  for (const [names, refused, longest, shortest] of rows) {
    if (names.test(provider)) return id.replace(refused, "").slice(-longest).padEnd(shortest, "0");
  }
  return id;
}
