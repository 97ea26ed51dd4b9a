import { ChatError } from "./errors.js";
import type { Target } from "./protocol.js";
import { redact } from "./redact.js";

/** The error of a key that cannot stand in a header or, where there is a cause, that could not be fetched. */
export function unusableKey(
  { provider, name = provider }: Pick<Target, "provider" | "name">,
  cause?: unknown,
): ChatError {
  const words = redact(cause instanceof Error ? cause.message : String(cause));
  return new ChatError(
    "authentication",
    cause === undefined
      ? `The API key for ${name} holds a space, a line break or a letter that keys do not have. Copy it again and enter it once more.`
      : `The API key for ${name} could not be fetched: ${words}`,
    { provider, cause },
  );
}
