import { peekBytes } from "../answerBytes.js";
import { isChatError } from "../errors.js";
import { asFields, asList, type Fields } from "../looseJSON.js";
import type { Target } from "../protocol.js";
import { readSSE, readText } from "../sse.js";
import type { StreamPart } from "../streamParts.js";
import { errorInstead, notAnAnswer } from "./notAnAnswer.js";
import { createOpenAIResponsesAnswer } from "./openaiResponsesAnswer.js";
import { truncatedAnswer } from "./truncatedAnswer.js";

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
      throw notAnAnswer("a web page", target);
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
    throw isChatError(error) ? error : truncatedAnswer(target, hasAny, error);
  }
  throw truncatedAnswer(target, hasAny);
}

/** A whole answer has output; without it is an error in some shape, or comes from something else altogether. */
function checkWhole(value: unknown, target: Target): Fields {
  const response = asFields(asList(value)[0] ?? value);
  if (Array.isArray(response["output"]) || response["object"] === "response") return response;
  throw errorInstead(response, target);
}
