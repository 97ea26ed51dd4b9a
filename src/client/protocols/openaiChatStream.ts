import { peekBytes } from "../answerBytes.js";
import { ChatError, isChatError } from "../errors.js";
import { baseURLHelp } from "../http.js";
import { errorFromObject } from "../httpErrors.js";
import { asFields, asList, asText } from "../looseJSON.js";
import type { Target } from "../protocol.js";
import { readSSE, readText } from "../sse.js";
import type { StreamPart } from "../streamParts.js";
import { truncatedAnswer } from "./answerErrors.js";
import { createOpenAIChatAnswer } from "./openaiChatAnswer.js";

const doneMark = /^"?\[DONE\]"?$/;

/**
 * Reads a Chat Completions answer, streamed or whole. It is complete only when the provider gave a finish reason or
 * `[DONE]`; a connection that breaks after that is forgiven, before it throws `truncated`. An error object throws, after
 * the text that came with it.
 *
 * @see https://platform.openai.com/docs/api-reference/chat/streaming
 */
export async function* readOpenAIChatStream(
  bytes: ReadableStream<Uint8Array>,
  target: Target,
): AsyncGenerator<StreamPart, void, undefined> {
  const answer = createOpenAIChatAnswer(target);
  let isDone = false;
  let hasAny = false;

  const truncated = (cause?: unknown): ChatError => truncatedAnswer(target, hasAny, cause);

  /** The payloads as they come; a broken connection is an end like any other once the answer has a finish reason. */
  async function* payloads(): AsyncGenerator<string, void, undefined> {
    try {
      yield* readPayloads(bytes, target);
    } catch (error) {
      if (answer.isFinished()) return;
      throw isChatError(error) ? error : truncated(error);
    }
  }

  for await (const payload of payloads()) {
    const data = payload.trim();
    isDone = doneMark.test(data);
    if (isDone) break;
    // Anything else than JSON is some proxy's small talk.
    if (!/^[{[]/.test(data)) continue;
    hasAny = true;
    let chunk: unknown;
    try {
      chunk = JSON.parse(data);
    } catch (cause) {
      if (answer.isFinished()) break;
      throw truncated(cause);
    }
    for (const one of Array.isArray(chunk) ? chunk : [chunk]) yield* answer.read(asFields(one));
  }
  if (!isDone && !answer.isFinished()) throw truncated();
  yield* answer.end();
}

/** The JSON texts of an answer, in order. A whole answer is one text and a mark that nothing is missing. */
async function* readPayloads(
  bytes: ReadableStream<Uint8Array>,
  target: Target,
): AsyncGenerator<string, void, undefined> {
  const { start, bytes: all } = await peekBytes(bytes);
  if (start.startsWith("<")) {
    all.cancel().catch(() => {});
    throw notChat("a web page", target);
  }
  if (!/^[{[]/.test(start)) {
    for await (const event of readSSE(all)) yield event.data;
    return;
  }
  let text = "";
  for await (const piece of readText(all)) text += piece;
  yield text;
  checkWhole(JSON.parse(text), target);
  yield "[DONE]";
}

/** A whole JSON answer has choices; without them it is an error in some shape, or comes from something else altogether. */
function checkWhole(value: unknown, target: Target): void {
  const answer = asFields(asList(value)[0] ?? value);
  if (Array.isArray(answer["choices"])) return;
  if (asText(answer["message"]) ?? asText(answer["error"]) ?? answer["detail"]) {
    throw errorFromObject(answer, target);
  }
  throw notChat("JSON", target);
}

function notChat(what: string, target: Target): ChatError {
  const name = target.name ?? target.provider;
  return new ChatError(
    "bad_request",
    `${name} answered with ${what} instead of a chat answer. ${baseURLHelp}`,
    {
      provider: target.provider,
      model: target.model,
    },
  );
}
