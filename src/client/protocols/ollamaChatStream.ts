import { peekBytes } from "../answerBytes.js";
import { isChatError } from "../errors.js";
import { asFields, type Fields } from "../looseJSON.js";
import { readLines } from "../ndjson.js";
import type { Target } from "../protocol.js";
import type { StreamPart } from "../streamParts.js";
import { notAnAnswer } from "./notAnAnswer.js";
import { truncatedAnswer } from "./truncatedAnswer.js";
import { createOllamaChatAnswer } from "./ollamaChatAnswer.js";

/** What Ollama's address is like, for error texts. */
const usualAddress = 'is "http://localhost:11434"';

/**
 * Reads an answer of Ollama's chat protocol, streamed or whole. It is complete only when Ollama says that it is done; what
 * happens to the connection after that is no matter, before it throws `truncated`. An error line throws, after the text
 * that came before it.
 *
 * @see https://docs.ollama.com/api/streaming
 */
export async function* readOllamaChatStream(
  bytes: ReadableStream<Uint8Array>,
  target: Target,
): AsyncGenerator<StreamPart, void, undefined> {
  const answer = createOllamaChatAnswer(target);
  let hasAny = false;
  try {
    for await (const chunk of readObjects(bytes, target)) {
      hasAny = true;
      yield* answer.read(chunk);
      if (answer.isDone()) break;
    }
  } catch (error) {
    throw isChatError(error) ? error : truncatedAnswer(target, hasAny, error);
  }
  if (!answer.isDone()) {
    if (hasAny && !answer.hasBegun()) throw notAnAnswer("other JSON", target, usualAddress);
    throw truncatedAnswer(target, hasAny);
  }
  yield* answer.end();
}

/** The JSON objects of an answer, in order; a whole answer is one. Throws what reading and parsing throw. */
async function* readObjects(
  bytes: ReadableStream<Uint8Array>,
  target: Target,
): AsyncGenerator<Fields, void, undefined> {
  const { start, bytes: all } = await peekBytes(bytes);
  if (start !== "" && !start.startsWith("{")) {
    all.cancel().catch(() => {});
    throw notAnAnswer(start.startsWith("<") ? "a web page" : "text", target, usualAddress);
  }
  let whole = "";
  for await (const line of readLines(all)) {
    // Only a whole answer that somebody wrote out nicely has a line of one brace.
    if (whole || line === "{") whole += line;
    // Anything else than an object is some proxy's small talk.
    else if (line.startsWith("{")) yield asFields(JSON.parse(line));
  }
  if (whole) yield asFields(JSON.parse(whole));
}
