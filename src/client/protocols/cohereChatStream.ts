import { peekBytes } from "../answerBytes.js";
import { isChatError } from "../errors.js";
import { asFields, type Fields, isFields } from "../looseJSON.js";
import type { Target } from "../protocol.js";
import { readSSE, readText } from "../sse.js";
import type { StreamPart } from "../streamParts.js";
import { errorInstead, notAnAnswer } from "./notAnAnswer.js";
import { truncatedAnswer } from "./truncatedAnswer.js";
import { createCohereChatAnswer } from "./cohereChatAnswer.js";

/** What Cohere's address is like, for error texts. */
const usualAddress = 'ends in "/v2"';

/**
 * Reads a Cohere Chat answer, streamed or whole. It is complete only after `message-end`; what happens to the connection
 * after that is no matter, before it throws `truncated`. An error throws, after the text that came before it.
 *
 * @see https://docs.cohere.com/docs/streaming
 */
export async function* readCohereChatStream(
  bytes: ReadableStream<Uint8Array>,
  target: Target,
): AsyncGenerator<StreamPart, void, undefined> {
  const answer = createCohereChatAnswer(target);
  let hasAny = false;
  try {
    for await (const event of readEvents(bytes, target)) {
      hasAny = true;
      yield* answer.read(event);
      if (answer.isComplete()) break;
    }
  } catch (error) {
    throw isChatError(error) ? error : truncatedAnswer(target, hasAny, error);
  }
  if (!answer.isComplete()) throw truncatedAnswer(target, hasAny);
  yield* answer.end();
}

/** The JSON objects of an answer, in order; a whole answer is one. Throws what reading and parsing throw. */
async function* readEvents(
  bytes: ReadableStream<Uint8Array>,
  target: Target,
): AsyncGenerator<Fields, void, undefined> {
  const { start, bytes: all } = await peekBytes(bytes);
  if (start.startsWith("<")) {
    all.cancel().catch(() => {});
    throw notAnAnswer("a web page", target, usualAddress);
  }
  if (/^[{[]/.test(start)) return yield await readWhole(all, target);
  for await (const { data } of readSSE(all)) {
    // Anything else than an object is some proxy's small talk, or the mark at the end.
    if (data.trimStart().startsWith("{")) yield asFields(JSON.parse(data));
  }
}

/** A whole answer; what stands in its place is an error in some shape, or comes from something else altogether. */
async function readWhole(bytes: ReadableStream<Uint8Array>, target: Target): Promise<Fields> {
  let text = "";
  try {
    for await (const piece of readText(bytes)) text += piece;
  } catch (error) {
    // Whatever broke after the last brace is no matter.
    if (!/[}\]]\s*$/.test(text)) throw error;
  }
  const value: unknown = JSON.parse(text);
  const answer = asFields(Array.isArray(value) ? value[0] : value);
  if (isFields(answer["message"])) return answer;
  throw errorInstead(answer, target, usualAddress);
}
