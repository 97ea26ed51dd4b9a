import { ChatError } from "../errors.js";
import type { Target } from "../protocol.js";

/**
 * The error of an answer that ended before its provider said that it was complete.
 *
 * @param hasAny Whether anything of the answer had come.
 */
export function truncatedAnswer(
  { provider, model, name = provider }: Target,
  hasAny: boolean,
  cause?: unknown,
): ChatError {
  const message = hasAny
    ? "The connection ended before the answer was complete. The text so far is kept; try again or continue."
    : `${name} ended the connection without an answer. Try again in a moment.`;
  return new ChatError("truncated", message, { provider, model, cause });
}
