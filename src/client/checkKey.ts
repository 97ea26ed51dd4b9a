import { sendableKey, writeKey } from "./apiKey.js";
import { unusableKey } from "./keyErrors.js";
import type { Target } from "./protocol.js";

/** The target with its key as it is sent. @throws ChatError `authentication` for a key that cannot stand in a header. */
export function withCheckedKey(target: Target): Target {
  const apiKey = sendableKey(target.apiKey);
  if (apiKey === undefined) throw unusableKey(target);
  return { ...target, apiKey };
}

/**
 * The headers that carry the target's key, if it has one: those named, with the key as it is, or as a bearer in
 * `authorization`, where a token goes whatever is named. Default: `authorization`.
 *
 * @throws ChatError `authentication` for a key that cannot stand in a header.
 */
export function keyHeader(target: Target, ...names: readonly string[]): Record<string, string> {
  return writeKey(withCheckedKey(target), names);
}
