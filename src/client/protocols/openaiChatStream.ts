import { ChatError, isChatError } from "../errors.js";
import { explain } from "../failures.js";
import { asFields } from "../looseJSON.js";
import type { ProviderMetadata } from "../messages.js";
import type { Target } from "../protocol.js";
import { createEventParser, readText } from "../sse.js";
import type { StreamPart } from "../streamParts.js";
import { truncatedAnswer } from "./truncatedAnswer.js";
import { createOpenAIChatAnswer } from "./openaiChatAnswer.js";

const doneMark = /^"?\[DONE\]"?$/;

type Deltas = Pick<typeof import("./openaiChatDeltas.js"), "createChatDeltas">;

/**
 * Reads a Chat Completions answer, streamed or whole. It is complete only when the provider gave a finish reason or
 * `[DONE]`; a connection that breaks after that is forgiven, before it throws `truncated`. An error object throws, after
 * the text that came with it.
 *
 * @param more Loads what reads more than plain text, when that comes.
 * @param ownThoughts What reasoning that nobody signed carries. Default: nothing.
 * @see https://platform.openai.com/docs/api-reference/chat/streaming
 */
export async function* readOpenAIChatStream(
  bytes: ReadableStream<Uint8Array>,
  target: Target,
  more: () => Promise<Deltas>,
  ownThoughts?: ProviderMetadata,
): AsyncGenerator<StreamPart, void, undefined> {
  const answer = createOpenAIChatAnswer(ownThoughts);
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
    for (const one of [chunk].flat().map(asFields)) {
      if (answer.isBeyond(one)) {
        const { createChatDeltas } = await more();
        answer.readAll((parts) => createChatDeltas(parts, target));
      }
      const fault = yield* answer.read(one);
      if (fault) throw await explain((words) => words.errorFromObject(fault, target), target);
    }
  }
  if (!isDone && !answer.isFinished()) throw truncated();
  yield* answer.end();
}

/** The JSON texts of an answer, in order. A whole answer is one text and a mark that nothing is missing. */
async function* readPayloads(
  bytes: ReadableStream<Uint8Array>,
  target: Target,
): AsyncGenerator<string, void, undefined> {
  const parse = createEventParser();
  let start = "";
  let whole = "";
  for await (const text of readText(bytes)) {
    start ||= text.trimStart().charAt(0);
    if (/[{[<]/.test(start)) whole += text;
    else for (const { data } of parse(text)) yield data;
    // A web page: its first words are enough.
    if (start === "<") break;
  }
  for (const { data } of parse("\n\n")) yield data;
  if (!whole) return;
  yield whole;
  if (!/"choices"\s*:\s*\[/.test(whole)) {
    const facts = { code: "bad_request" } as const;
    throw await explain((words) => words.errorInsteadOf(whole, target), target, facts);
  }
  yield "[DONE]";
}
