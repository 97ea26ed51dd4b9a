import { peekBytes } from "../answerBytes.js";
import { isChatError } from "../errors.js";
import { asFields, asList, type Fields } from "../looseJSON.js";
import type { Target } from "../protocol.js";
import { readSSE } from "../sse.js";
import type { StreamPart } from "../streamParts.js";
import { errorInstead, notAnAnswer } from "./notAnAnswer.js";
import { truncatedAnswer } from "./truncatedAnswer.js";
import { createGeminiAnswer } from "./geminiGenerateAnswer.js";
import { readJSONObjects } from "./geminiGenerateObjects.js";

/** What Gemini's address is like, for error texts. */
const usualAddress = 'ends in "/v1beta"';

/**
 * Reads a Gemini answer: streamed as events, streamed as one JSON list, or whole. It is complete only when the provider
 * said why it stopped; a connection that breaks after that is forgiven, before it throws `truncated`. An error object
 * throws, after the text that came with it.
 *
 * @see https://ai.google.dev/api/generate-content#method:-models.streamgeneratecontent
 */
export async function* readGeminiGenerateStream(
  bytes: ReadableStream<Uint8Array>,
  target: Target,
): AsyncGenerator<StreamPart, void, undefined> {
  const answer = createGeminiAnswer(target);
  let hasAny = false;
  let isWhole = false;

  /** The payloads as they come; a broken connection is an end like any other once the answer has a finish reason. */
  async function* payloads(): AsyncGenerator<Payload, void, undefined> {
    try {
      yield* readPayloads(bytes, target);
    } catch (error) {
      if (answer.isFinished()) return;
      throw isChatError(error) ? error : truncatedAnswer(target, hasAny, error);
    }
  }

  for await (const { text, form } of payloads()) {
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch (cause) {
      if (answer.isFinished()) break;
      throw truncatedAnswer(target, hasAny, cause);
    }
    for (const chunk of asList(Array.isArray(value) ? value : [value]).map(asFields)) {
      if (form !== "events") checkAnswer(chunk, target);
      hasAny = true;
      yield* answer.read(chunk);
    }
    isWhole = form === "whole";
  }
  if (!isWhole && !answer.isFinished()) throw truncatedAnswer(target, hasAny);
  yield* answer.end();
}

/** A JSON text, and what it was part of: a stream of events, a list, or nothing. */
interface Payload {
  text: string;
  form: "events" | "list" | "whole";
}

async function* readPayloads(
  bytes: ReadableStream<Uint8Array>,
  target: Target,
): AsyncGenerator<Payload, void, undefined> {
  const { start, bytes: all } = await peekBytes(bytes);
  if (start.startsWith("<")) {
    all.cancel().catch(() => {});
    throw notAnAnswer("a web page", target, usualAddress);
  }
  if (/^[{[]/.test(start)) {
    const form = start.startsWith("{") ? "whole" : "list";
    for await (const text of readJSONObjects(all)) yield { text, form };
    return;
  }
  for await (const { data } of readSSE(all)) {
    // Anything else than an object is some proxy's small talk.
    if (/^\s*\[?\s*\{/.test(data)) yield { text: data, form: "events" };
  }
}

/** An answer in JSON has candidates or says why not; else it is an error in some shape, or comes from something else. */
function checkAnswer(chunk: Fields, target: Target): void {
  if (chunk["candidates"] ?? chunk["promptFeedback"] ?? chunk["usageMetadata"] ?? chunk["error"]) {
    return;
  }
  throw errorInstead(chunk, target, usualAddress);
}
