import { isChatError } from "./errors.js";
import { explain } from "./failures.js";
import type { Target } from "./protocol.js";

/** A key, or a function that fetches one for each request. */
export type KeySource = string | (() => string | Promise<string>);

/**
 * The key to send, an empty string where there is none. Spaces and line ends around it are what copying leaves behind, and
 * are taken off.
 *
 * @param owner Whose key it is, for error texts.
 * @throws ChatError `authentication` for one that cannot stand in a header, or that could not be fetched.
 */
export async function resolveKey(
  source: KeySource | undefined,
  owner: Pick<Target, "provider" | "name">,
): Promise<string> {
  let cause: unknown;
  try {
    const key = sendableKey(typeof source === "function" ? await source() : source);
    if (key !== undefined) return key;
  } catch (error) {
    if (isChatError(error)) throw error;
    cause = error;
  }
  const facts = { code: "authentication", cause } as const;
  throw await explain((words) => words.unusableKey(owner, cause), owner, facts);
}

/** A key without the white space around it; `undefined` for one that cannot stand in a header. */
export function sendableKey(key = ""): string | undefined {
  const trimmed = key.trim();
  return /^[\x21-\x7e]*$/.test(trimmed) ? trimmed : undefined;
}

/** The headers that carry the target's key, unchecked. `names` as `keyHeader` takes them. */
export function writeKey(
  { apiKey, isToken }: Target,
  names: readonly string[],
): Record<string, string> {
  if (!apiKey) return {};
  const holders = isToken || names.length === 0 ? ["authorization"] : names;
  return Object.fromEntries(
    holders.map((name) => [name, name === "authorization" ? `Bearer ${apiKey}` : apiKey]),
  );
}
