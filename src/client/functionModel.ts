import { abortedError } from "./connection.js";
import { ChatError, isChatError } from "./errors.js";
import { resultParts } from "./functionResult.js";
import type { UIMessage } from "./messages.js";
import { redact } from "./redact.js";
import type { StreamPart } from "./streamParts.js";
import type { FunctionModel, FunctionModelContext } from "./types.js";

/**
 * Runs a model that is a function and turns whatever it returns or yields into stream parts. A natural end is a `finish`
 * part with reason `stop`; a `finish` part of its own ends it. When the signal aborts, the stream ends at once with code
 * `aborted`, even if the function pays no attention, and its iterator is closed, so that a generator's `finally` runs.
 *
 * What may be shown but is not text travels in `data-node` parts.
 *
 * @throws ChatError What the function throws, with its own message and code `server`; a `ChatError` as it is.
 */
export async function* runFunctionModel<Node = never>(
  model: FunctionModel<Node>,
  messages: readonly UIMessage[],
  context: FunctionModelContext,
): AsyncGenerator<StreamPart, void, undefined> {
  const { signal } = context;
  try {
    signal.throwIfAborted();
    for await (const part of resultParts(model([...messages], context), signal)) {
      signal.throwIfAborted();
      yield part;
      if (part.type === "finish") return;
    }
    signal.throwIfAborted();
    yield { type: "finish", finishReason: "stop" };
  } catch (error) {
    throw signal.aborted ? abortedError() : asChatError(error);
  }
}

function asChatError(error: unknown): ChatError {
  if (isChatError(error)) return error;
  const words = redact(error instanceof Error ? error.message : String(error)) || undefined;
  return new ChatError("server", words ?? "The model failed and did not say why.", {
    details: words,
    cause: error,
  });
}
