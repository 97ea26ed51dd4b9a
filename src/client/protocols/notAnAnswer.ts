import { ChatError } from "../errors.js";
import { readFault } from "../fault.js";
import { errorFromObject } from "../httpErrors.js";
import { asFields, asList, type Fields } from "../looseJSON.js";
import type { Target } from "../protocol.js";

/** What nearly every base URL is like, as the end of a sentence. */
const usualURL = 'ends in "/v1"';

/**
 * The error of an answer that is none: the address is somebody else's.
 *
 * @param what What came instead, such as "a web page".
 * @param usual What this provider's base URL is like, as the end of a sentence.
 */
export function notAnAnswer(
  what: string,
  { provider, model, name = provider }: Target,
  usual: string = usualURL,
): ChatError {
  return new ChatError(
    "bad_request",
    `${name} answered with ${what} instead of a chat answer. The base URL is probably wrong: it usually ${usual}. Check it and try again.`,
    { provider, model },
  );
}

/** The error of JSON in place of an answer: what it says went wrong, in whatever shape, or that it is something else. */
export function errorInstead(json: Fields, target: Target, usual: string = usualURL): ChatError {
  return json["error"] || readFault(json).message
    ? errorFromObject(json, target)
    : notAnAnswer("other JSON", target, usual);
}

/** The same for a whole answer that is not even JSON for sure. */
export function errorInsteadOf(text: string, target: Target): ChatError {
  if (text.trimStart().startsWith("<")) return notAnAnswer("a web page", target);
  const json: unknown = JSON.parse(text);
  return errorInstead(asFields(asList(json)[0] ?? json), target);
}
