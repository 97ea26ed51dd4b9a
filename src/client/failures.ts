import {
  ChatError,
  type ChatErrorCode,
  type ChatErrorOptions,
  codeOfStatus,
  isChatError,
} from "./errors.js";
import { partMissing } from "./loadPart.js";
import type { Target, WireRequest } from "./protocol.js";
import type { RepairedRequest } from "./repairRequest.js";

type FailureWords = typeof import("./failureWords.js");

const load = (): Promise<FailureWords> => import("./failureWords.js");

/**
 * Makes the error of a failure in the words for it, which are loaded for the first one. Where they cannot be had (the page
 * is offline, a deploy replaced the file) the facts at hand have to do. Never rejects.
 *
 * @param say Makes the error out of those words.
 * @param facts What is known without them. Default of `code`: by the status.
 */
export async function explain(
  say: (words: FailureWords) => ChatError | Promise<ChatError>,
  { provider, name = provider, model }: Pick<Target, "provider" | "name"> & Partial<Target>,
  { code, ...facts }: ChatErrorOptions & { code?: ChatErrorCode } = {},
): Promise<ChatError> {
  try {
    return await say(await load());
  } catch {
    return new ChatError(
      code ?? codeOfStatus(facts.status),
      code === "network"
        ? `Could not reach ${name}: you may be offline. Try again.`
        : `${name} gave no answer. ${partMissing}`,
      { ...facts, provider, model },
    );
  }
}

/**
 * Makes the `ChatError` of an answer that is not a success: its code by status and text, a sentence for people, the
 * provider's own words as `details` with every key masked, and how long to wait by header or body. Reads and closes the
 * body.
 */
export async function errorFromResponse(response: Response, target: Target): Promise<ChatError> {
  const facts = refusalFacts(response);
  const error = await explain(
    (words) => words.errorFromRefusal(response, facts, target),
    target,
    facts,
  );
  // Where the words could not be loaded nobody has read it.
  response.body?.cancel().catch(() => {});
  return error;
}

/** What `repairRequest` says of an error, where that is a refusal of the request itself. Never rejects. */
export async function repairRefused(
  wire: WireRequest,
  error: unknown,
  whole: () => WireRequest,
): Promise<RepairedRequest | undefined> {
  if (!isChatError(error) || (error.status !== 400 && error.status !== 422)) return undefined;
  const words = await load().catch(() => undefined);
  return words?.repairRequest(wire, error, whole);
}

/** What a refusal says at first sight. A wait that is not in whole seconds is read with the words. */
function refusalFacts({ status, headers }: Response): ChatErrorOptions {
  const waitMs = Number(headers.get("retry-after") || Number.NaN) * 1000;
  return {
    status,
    retryAfterMs: waitMs >= 0 ? waitMs : undefined,
    shouldRetry: { true: true, false: false }[headers.get("x-should-retry") ?? ""],
  };
}
