import { ChatError, type ChatErrorCode, isChatError, liteLLMClass } from "./errors.js";
import { redact } from "./redact.js";

/** Whether `value` is one of our codes, as it may come over the wire. */
export function isChatErrorCode(value: unknown): value is ChatErrorCode {
  return typeof value === "string" && Object.hasOwn(liteLLMClass, value);
}

/** Turns whatever was thrown into a `ChatError`, keys masked; one that is already one is returned as it is. */
export function toChatError(error: unknown, signal?: AbortSignal): ChatError {
  if (isChatError(error)) return error;
  if (signal?.aborted || (error instanceof Error && error.name === "AbortError")) {
    return new ChatError("aborted", "Stopped.", { cause: error });
  }
  const details = redact(error instanceof Error ? error.message : String(error)) || undefined;
  const message = details ?? "It failed and did not say why. Try again in a moment.";
  return new ChatError("server", message, { details, cause: error });
}
