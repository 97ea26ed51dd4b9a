import { peekBytes } from "../answerBytes.js";
import { ChatError, isChatError } from "../errors.js";
import { baseURLHelp } from "../http.js";
import { errorFromObject } from "../httpErrors.js";
import { asFields, asList, asText, type Fields } from "../looseJSON.js";
import type { Target } from "../protocol.js";
import { readSSE, readText } from "../sse.js";
import type { StreamPart } from "../streamParts.js";
import { createOpenAIResponsesAnswer } from "./openaiResponsesAnswer.js";

/**
 * Reads a Responses answer, streamed or whole. It is complete only when the provider says how it ended, and is read no
 * further then; a connection that ends before throws `truncated`. An error throws, after the text that came before it.
 *
 * @see https://platform.openai.com/docs/api-reference/responses-streaming
 */
export async function* readOpenAIResponsesStream(
  bytes: ReadableStream<Uint8Array>,
  target: Target,
): AsyncGenerator<StreamPart, void, undefined> {
  const answer = createOpenAIResponsesAnswer(target);
  for await (const event of readEvents(bytes, target)) {
    yield* answer.read(event);
    if (answer.isFinished()) break;
  }
  yield* answer.end();
}

/**
 * The events of an answer, in order; a whole answer is one event, as a stream would end with it. To be left at the one that
 * ends the answer: there is no other end than that, so whoever reads on gets `truncated`.
 */
async function* readEvents(
  bytes: ReadableStream<Uint8Array>,
  target: Target,
): AsyncGenerator<Fields, never, undefined> {
  let hasAny = false;
  try {
    const { start, bytes: all } = await peekBytes(bytes);
    if (start.startsWith("<")) {
      all.cancel().catch(() => {});
      throw notResponses("a web page", target);
    }
    if (/^[{[]/.test(start)) {
      hasAny = true;
      let text = "";
      for await (const piece of readText(all)) text += piece;
      yield { type: "response.done", response: checkWhole(JSON.parse(text), target) };
    } else {
      for await (const { data } of readSSE(all)) {
        // Anything else than JSON is some proxy's small talk, or an end mark.
        if (!/^\s*[{[]/.test(data)) continue;
        hasAny = true;
        yield asFields(JSON.parse(data));
      }
    }
  } catch (error) {
    // A broken connection and JSON that was cut off are one and the same.
    throw isChatError(error) ? error : truncated(hasAny, target, error);
  }
  throw truncated(hasAny, target);
}

/** A whole answer has output; without it is an error in some shape, or comes from something else altogether. */
function checkWhole(value: unknown, target: Target): Fields {
  const response = asFields(asList(value)[0] ?? value);
  if (Array.isArray(response["output"]) || response["object"] === "response") return response;
  if (asText(response["message"]) ?? response["error"] ?? response["detail"]) {
    throw errorFromObject(response, target);
  }
  throw notResponses("JSON", target);
}

function truncated(hasAny: boolean, target: Target, cause?: unknown): ChatError {
  const { provider, model, name = provider } = target;
  return new ChatError(
    "truncated",
    hasAny
      ? "The connection ended before the answer was complete. The text so far is kept; try again or continue."
      : `${name} ended the connection without an answer. Try again in a moment.`,
    { provider, model, ...(cause !== undefined && { cause }) },
  );
}

function notResponses(what: string, target: Target): ChatError {
  const { provider, model, name = provider } = target;
  return new ChatError(
    "bad_request",
    `${name} answered with ${what} instead of a response of the Responses protocol. ${baseURLHelp}`,
    { provider, model },
  );
}
