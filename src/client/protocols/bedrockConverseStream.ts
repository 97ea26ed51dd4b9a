import { peekBytes } from "../answerBytes.js";
import { isChatError } from "../errors.js";
import { type EventStreamMessage, readEventStream } from "../eventStream.js";
import { errorFromObject } from "../httpErrors.js";
import { asFields, asList, asText, type Fields, isFields } from "../looseJSON.js";
import type { Target } from "../protocol.js";
import { readText } from "../sse.js";
import type { StreamPart } from "../streamParts.js";
import { notAnAnswer, truncatedAnswer } from "./answerErrors.js";
import { type ConverseEvent, createConverseAnswer } from "./bedrockConverseAnswer.js";
import { errorFromException } from "./bedrockConverseErrors.js";
import { eventsOfWhole } from "./bedrockConverseWhole.js";

/**
 * Reads a Converse answer, whole or as the event stream of ConverseStream. It is complete only after `messageStop`; a
 * connection that breaks after that, or bytes that are damaged, are forgiven, before it they throw `truncated`. An
 * exception in the stream throws, after the text that came before it.
 *
 * @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ConverseStream.html
 */
export async function* readBedrockConverseStream(
  bytes: ReadableStream<Uint8Array>,
  target: Target,
): AsyncGenerator<StreamPart, void, undefined> {
  const answer = createConverseAnswer();
  let hasAny = false;
  try {
    for await (const event of readEvents(bytes, target)) {
      hasAny = true;
      // One by one: `yield*` would wait once more for each.
      for (const part of answer.read(event)) yield part;
    }
  } catch (error) {
    if (isChatError(error)) throw error;
    if (!answer.isFinished()) throw truncatedAnswer(target, hasAny, error);
  }
  if (!answer.isFinished()) throw truncatedAnswer(target, hasAny);
  yield* answer.end();
}

/** What the base URL is like. */
const usualURL = 'looks like "https://bedrock-runtime.us-east-1.amazonaws.com"';

/** The events of an answer, in order. Throws what reading and parsing throw. */
async function* readEvents(
  bytes: ReadableStream<Uint8Array>,
  target: Target,
): AsyncGenerator<ConverseEvent, void, undefined> {
  const { start, bytes: all } = await peekBytes(bytes);
  if (/^[{[]/.test(start)) return yield* eventsOfWhole(await readWhole(all, target));
  // The first byte of an event stream is part of a length, and lengths there are far below 2^24.
  if (start !== "" && !start.startsWith("\0")) {
    all.cancel().catch(() => {});
    throw notAnAnswer(start.startsWith("<") ? "a web page" : "text", usualURL, target);
  }
  const decoder = new TextDecoder();
  for await (const message of readEventStream(all)) yield readEvent(message, decoder, target);
}

function readEvent(
  { headers, payload }: EventStreamMessage,
  decoder: TextDecoder,
  target: Target,
): ConverseEvent {
  if (headers[":message-type"] === "error") {
    const fault = { message: headers[":error-message"] };
    throw errorFromException(headers[":error-code"] ?? "", fault, target);
  }
  const text = decoder.decode(payload);
  const fields = asFields(text ? JSON.parse(text) : undefined);
  const exception = headers[":exception-type"];
  if (exception ?? headers[":message-type"] === "exception") {
    throw errorFromException(exception ?? "", fields, target);
  }
  return { type: headers[":event-type"] ?? "", fields };
}

/** A whole answer. @throws ChatError for an error in its place, or for something else altogether. */
async function readWhole(bytes: ReadableStream<Uint8Array>, target: Target): Promise<Fields> {
  let text = "";
  try {
    for await (const piece of readText(bytes)) text += piece;
  } catch (error) {
    // Whatever broke after the last brace is no matter.
    if (!/[}\]]\s*$/.test(text)) throw error;
  }
  const value: unknown = JSON.parse(text);
  const answer = asFields(asList(value)[0] ?? value);
  if (isFields(answer["output"]) || asText(answer["stopReason"])) return answer;
  if (answer["error"] ?? asText(answer["message"]) ?? asText(answer["Message"])) {
    throw errorFromObject(answer, target);
  }
  throw notAnAnswer("JSON", usualURL, target);
}
