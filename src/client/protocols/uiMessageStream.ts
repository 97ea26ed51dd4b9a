import { ChatError, isChatError } from "../errors.js";
import { asFields, asText, type Fields } from "../looseJSON.js";
import { redact } from "../redact.js";
import { readSSE } from "../sse.js";
import type { StreamPart } from "../streamParts.js";

/**
 * Reads an AI SDK UI message stream (v1), as its `toUIMessageStreamResponse()` writes it. Chunks of types this package does
 * not know are passed on, for the store to keep or ignore. An `error` chunk throws `server`, an `abort` chunk `aborted`,
 * and a stream that ends without `finish` or `[DONE]` throws `truncated`.
 *
 * Owns `bytes`: leaving the loop early cancels them.
 *
 * @see https://ai-sdk.dev/docs/ai-sdk-ui/stream-protocol
 */
export async function* readUIMessageStream(
  bytes: ReadableStream<Uint8Array>,
): AsyncGenerator<StreamPart, void, undefined> {
  yield* toStreamParts(chunksIn(bytes));
}

/** The mark at the end of the stream, where no `finish` chunk came before it. */
const done: Fields = { type: "finish", finishReason: "unknown" };

async function* chunksIn(
  bytes: ReadableStream<Uint8Array>,
): AsyncGenerator<Fields, void, undefined> {
  for await (const data of payloads(bytes)) {
    if (data === "[DONE]") return yield done;
    yield parse(data);
  }
}

/**
 * Turns the chunks of a UI message stream into parts, by the same rules. The `finish` is the last of them: an app may write
 * data of its own when the model has finished, or a second answer into the same message.
 */
export async function* toStreamParts(
  chunks: AsyncIterable<unknown>,
): AsyncGenerator<StreamPart, void, undefined> {
  let finish: (Fields & StreamPart) | undefined;
  try {
    for await (const value of chunks) {
      const chunk = asFields(value);
      if (chunk["type"] === "error") throw sentError(chunk);
      if (chunk["type"] === "abort")
        throw new ChatError("aborted", asText(chunk["reason"]) ?? "Stopped.");
      if (!isPart(chunk)) continue;
      if (chunk.type !== "finish") yield chunk;
      else finish = chunk === done ? { ...chunk, ...finish } : { ...finish, ...chunk };
    }
  } catch (error) {
    // A connection that breaks now takes nothing of the answer away.
    if (!finish || (isChatError(error) && /^(?:server|aborted)$/.test(error.code))) throw error;
  }
  if (!finish) throw truncated();
  yield finish;
}

async function* payloads(
  bytes: ReadableStream<Uint8Array>,
): AsyncGenerator<string, void, undefined> {
  try {
    for await (const { data } of readSSE(bytes)) yield data.trim();
  } catch (error) {
    throw truncated(error);
  }
}

function parse(data: string): Fields {
  if (!data.startsWith("{")) return {};
  try {
    return asFields(JSON.parse(data));
  } catch (cause) {
    throw truncated(cause);
  }
}

/** Text that is missing from a delta must not reach the message as the word "undefined". */
function isPart(chunk: Fields): chunk is Fields & StreamPart {
  const type = asText(chunk["type"]);
  if (!type) return false;
  if (type === "tool-input-delta") return typeof chunk["inputTextDelta"] === "string";
  return !type.endsWith("-delta") || typeof chunk["delta"] === "string";
}

function sentError(chunk: Fields): ChatError {
  const text = redact(asText(chunk["errorText"]) ?? "");
  return new ChatError(
    "server",
    text || "The server broke the answer off and did not say why. Try again in a moment.",
    {
      details: text || undefined,
    },
  );
}

/** The error of a stream that ended before its end: `cause` itself where that says why. */
export function truncated(cause?: unknown): ChatError {
  if (isChatError(cause)) return cause;
  return new ChatError(
    "truncated",
    "The connection ended before the answer was complete. The text so far is kept; try again or continue.",
    { cause },
  );
}
