import { peekBytes } from "./answerBytes.js";
import { closeOnAbort } from "./connection.js";
import { errorFromResponse } from "./failures.js";
import { isFields } from "./looseJSON.js";
import type { Target } from "./protocol.js";
import { notAnAnswer } from "./protocols/notAnAnswer.js";
import { openaiChat } from "./protocols/openaiChat.js";
import { readUIMessageStream } from "./protocols/uiMessageStream.js";
import { readText } from "./sse.js";
import type { StreamPart } from "./streamParts.js";

type Parts = AsyncGenerator<StreamPart, void, undefined>;

const target: Target = { provider: "function", name: "The server", model: "", baseURL: "" };

/**
 * Reads a `Response` that a function model fetched, whatever it holds: an OpenAI answer (streamed or whole), an AI SDK UI
 * message stream, or plain text. Plain text has no mark of its own at the end: a clean end is a complete answer.
 *
 * @throws ChatError for an answer that is not 2xx, and for a web page.
 */
export async function* responseParts(response: Response, signal: AbortSignal): Parts {
  if (!response.ok) throw await errorFromResponse(response, target);
  if (!response.body) return yield* textParts([await response.text()]);
  const body = closeOnAbort(response.body, signal);
  if (/text\/html/i.test(response.headers.get("content-type") ?? "")) {
    body.cancel().catch(() => {});
    throw notAnAnswer("a web page", target);
  }
  yield* bytesParts(body);
}

/** Reads the bytes of an answer, told apart by how they begin. Owns `bytes`. */
export async function* bytesParts(bytes: ReadableStream<Uint8Array>): Parts {
  const { start, bytes: all } = await peekBytes(bytes, isTelling);
  if (eventData.test(start)) {
    const isOpenAI = /^data:.*"(?:choices|error)"\s*:/m.test(start);
    yield* isOpenAI ? openaiChat.readStream(all, target) : readUIMessageStream(all);
  } else if (start.startsWith("{")) {
    yield* wholeParts(all);
  } else {
    yield* textParts(readText(all));
  }
}

const eventField = /^(?:data|event|id|retry)?:/;
const eventData = /^data:\s*(?:\{|\[DONE\])/m;

/** An event stream tells which it is with its first whole data line; anything else with its first characters. */
function isTelling(start: string): boolean {
  if (["data:", "event:", "id:", "retry:"].some((field) => field.startsWith(start))) return false;
  return !eventField.test(start) || /^data:\s*\S.*[\n\r]/m.test(start);
}

/** Text that begins like JSON is an OpenAI answer only if it is one to the end. */
async function* wholeParts(bytes: ReadableStream<Uint8Array>): Parts {
  let text = "";
  for await (const piece of readText(bytes)) text += piece;
  if (isAnswer(text)) yield* openaiChat.readStream(new Blob([text]).stream(), target);
  else yield* textParts([text]);
}

function isAnswer(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return isFields(value) && ("choices" in value || "error" in value);
  } catch {
    return false;
  }
}

async function* textParts(pieces: Iterable<string> | AsyncIterable<string>): Parts {
  for await (const delta of pieces) if (delta) yield { type: "text-delta", delta };
}
