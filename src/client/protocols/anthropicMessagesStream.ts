import { peekBytes } from "../answerBytes.js";
import { isChatError } from "../errors.js";
import { asFields, type Fields } from "../looseJSON.js";
import type { Target } from "../protocol.js";
import { readSSE, readText } from "../sse.js";
import type { StreamPart } from "../streamParts.js";
import { createMessagesAnswer } from "./anthropicMessagesAnswer.js";
import { errorInstead, notAnAnswer } from "./notAnAnswer.js";
import { truncatedAnswer } from "./truncatedAnswer.js";

/**
 * Reads a Messages answer, streamed or whole. It is complete only after `message_stop`; a connection that breaks after
 * that is forgiven, before it throws `truncated`. An error event throws, after the text that came before it.
 *
 * @see https://platform.claude.com/docs/en/build-with-claude/streaming
 */
export async function* readAnthropicMessagesStream(
  bytes: ReadableStream<Uint8Array>,
  target: Target,
): AsyncGenerator<StreamPart, void, undefined> {
  const answer = createMessagesAnswer(target);
  let hasAny = false;

  /** The events as they come; a broken connection is an end like any other once the answer is complete. */
  async function* events(): AsyncGenerator<Fields, void, undefined> {
    try {
      yield* readEvents(bytes, target);
    } catch (error) {
      if (answer.isComplete()) return;
      throw isChatError(error) ? error : truncatedAnswer(target, hasAny, error);
    }
  }

  for await (const event of events()) {
    hasAny = true;
    yield* answer.read(event);
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
    throw notAnAnswer("a web page", target);
  }
  if (/^[{[]/.test(start)) return yield await readWhole(all, target);
  for await (const { data } of readSSE(all)) {
    // Anything else than an object is some proxy's small talk.
    if (data.trimStart().startsWith("{")) yield asFields(JSON.parse(data));
  }
}

/** A whole message, or the error in its place. */
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
  if (Array.isArray(answer["content"])) return { ...answer, type: "message" };
  if (answer["type"] === "error" && answer["error"]) return answer;
  throw errorInstead(answer, target);
}
