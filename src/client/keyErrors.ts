import { ChatError } from "./errors.js";
import type { Target } from "./protocol.js";
import { redact } from "./redact.js";

type Owner = Pick<Target, "provider" | "name">;

/** The error of a key that cannot stand in a header. */
export function unusableKey({ provider, name = provider }: Owner): ChatError {
  return new ChatError(
    "authentication",
    `The API key for ${name} holds a space, a line break or a letter that keys do not have. Copy it again and enter it once more.`,
    { provider },
  );
}

/** The error of a key that could not be fetched. */
export function unfetchedKey(cause: unknown, { provider, name = provider }: Owner): ChatError {
  const words = redact(cause instanceof Error ? cause.message : String(cause));
  return new ChatError("authentication", `The API key for ${name} could not be fetched: ${words}`, {
    provider,
    cause,
  });
}
