import type { ChatError, ChatErrorOptions } from "../client/errors.js";
import { findProvider } from "../client/providers.js";

/** What is known of a failure, for words in any language. */
export interface ErrorFacts extends Pick<ChatErrorOptions, "status" | "retryAfterMs" | "details"> {
  /** A `ChatErrorCode`, or whatever else a stored message or a server names. */
  code: string;
  /** What happened and what to do, in English, or in the words of a model of the app's own. */
  message: string;
  /** The provider's name for people. */
  provider?: string | undefined;
  /** The model's name for people. */
  model?: string | undefined;
}

/**
 * The facts of an error.
 *
 * @param nameOf What a model is called. Default: as in the error.
 */
export function errorFacts(
  error: ChatError,
  nameOf: (model: string | undefined) => string | undefined = (name) => name,
): ErrorFacts {
  const { provider = "", model, message, ...facts } = error;
  return { ...facts, message, provider: findProvider(provider)?.name, model: nameOf(model) };
}
