import { ChatError, isChatError } from "./errors.js";
import type { Target } from "./protocol.js";
import { redact } from "./redact.js";

/** A key, or a function that fetches one for each request. */
export type KeySource = string | (() => string | Promise<string>);

/**
 * The key to send, an empty string where there is none. Spaces and line ends around it are what copying leaves behind, and
 * are taken off.
 *
 * @param target Whose key it is, for error texts.
 * @throws ChatError `authentication` for one that cannot stand in a header, or that could not be fetched.
 */
export async function resolveKey(
  source: KeySource | undefined,
  target: Pick<Target, "provider" | "name">,
): Promise<string> {
  if (typeof source !== "function") return checkKey(source, target);
  try {
    return checkKey(await source(), target);
  } catch (error) {
    if (isChatError(error)) throw error;
    const words = error instanceof Error ? error.message : String(error);
    throw new ChatError(
      "authentication",
      `The API key for ${target.name ?? target.provider} could not be fetched: ${redact(words)}`,
      { provider: target.provider, cause: error },
    );
  }
}

/** The same for a key at hand. */
function checkKey(key: string | undefined, target: Pick<Target, "provider" | "name">): string {
  const trimmed = (key ?? "").trim();
  if (/^[\x21-\x7e]*$/.test(trimmed)) return trimmed;
  throw new ChatError(
    "authentication",
    `The API key for ${target.name ?? target.provider} holds a space, a line break or a letter that keys do not have. Copy it again and enter it once more.`,
    { provider: target.provider },
  );
}

/**
 * The headers that carry the target's key, if it has one: those named, with the key as it is, or as a bearer in
 * `authorization`, where a token goes whatever is named. Default: `authorization`.
 *
 * @throws ChatError `authentication` for a key that cannot stand in a header.
 */
export function keyHeader(target: Target, ...names: readonly string[]): Record<string, string> {
  const key = checkKey(target.apiKey, target);
  if (!key) return {};
  const bearer = { authorization: `Bearer ${key}` };
  if (target.isToken || names.length === 0) return bearer;
  return Object.assign(
    {},
    ...names.map((name) => (name in bearer ? bearer : { [name]: key })),
  ) as Record<string, string>;
}
