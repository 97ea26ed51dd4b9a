import { peekBytes } from "../answerBytes.js";
import { isChatError } from "../errors.js";
import { asFields, asList, type Fields } from "../looseJSON.js";
import type { Target } from "../protocol.js";
import { createEventParser, readText } from "../sse.js";
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
 * throws, after the text that came with it; in a stream of events it may stand outside of them.
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
  for await (const text of readEvents(all)) {
    // Anything else than an object is some proxy's small talk.
    if (/^\s*\[?\s*\{/.test(text)) yield { text, form: "events" };
  }
}

/** What the events hold, and what stands behind the last one: an error that breaks an answer off comes as it is. */
async function* readEvents(
  bytes: ReadableStream<Uint8Array>,
): AsyncGenerator<string, void, undefined> {
  const parse = createEventParser();
  let rest = "";
  let end = "";
  for await (const text of readText(bytes)) {
    for (const { data } of parse(text)) yield data;
    // The name of a field may be cut in two.
    const seen = end + text;
    const at = seen.lastIndexOf("data:");
    rest = at < 0 ? rest + text : seen.slice(at);
    end = seen.slice(-4);
  }
  for (const { data } of parse("\n\n")) yield data;
  const behind = /^data:[^\r\n]*[\r\n]\s*([[{].*)$/s.exec(rest)?.[1];
  if (behind) yield behind;
}

/** An answer in JSON has candidates or says why not; else it is an error in some shape, or comes from something else. */
function checkAnswer(chunk: Fields, target: Target): void {
  if (chunk["candidates"] ?? chunk["promptFeedback"] ?? chunk["usageMetadata"] ?? chunk["error"]) {
    return;
  }
  throw errorInstead(chunk, target, usualAddress);
}
