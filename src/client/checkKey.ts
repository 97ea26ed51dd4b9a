import { sendableKey } from "./apiKey.js";
import { unusableKey } from "./keyErrors.js";
import type { Target } from "./protocol.js";

/**
 * The key to send, an empty string where there is none, without the spaces and line ends that copying leaves around it.
 *
 * @param owner Whose key it is, for error texts.
 * @throws ChatError `authentication` for one that cannot stand in a header.
 */
export function checkKey(
  key: string | undefined,
  owner: Pick<Target, "provider" | "name">,
): string {
  const sendable = sendableKey(key);
  if (sendable === undefined) throw unusableKey(owner);
  return sendable;
}
