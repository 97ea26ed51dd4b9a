import type { ChatErrorCode } from "../client/errors.js";
import type { ErrorFacts } from "../components/errorFacts.js";

/** A sentence or two for each code: what happened, why, and what to do. */
export type ErrorSentences = Readonly<Record<ChatErrorCode, (error: ErrorFacts) => string>>;

/** The words for an error. What a model or a server of the app itself says is shown as it is; so is what has no sentence. */
export function errorWords(error: ErrorFacts, sentences: ErrorSentences): string {
  const { code, message, details } = error;
  if (code === "server" && details === message) return message;
  return Object.hasOwn(sentences, code) ? sentences[code as ChatErrorCode](error) : message;
}
