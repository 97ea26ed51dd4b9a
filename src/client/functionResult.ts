import { abortable } from "../internal/abortable.js";
import { abortedError, closeOnAbort, unlessAborted } from "./connection.js";
import { ChatError } from "./errors.js";
import { asFields, asText } from "./looseJSON.js";
import { loadPart } from "./loadPart.js";
import type { StreamPart } from "./streamParts.js";

type Parts = AsyncGenerator<StreamPart, void, undefined>;

/** What reads answers off the wire. Most functions yield text, and need none of it. */
const loadReader = (): Promise<typeof import("./responseParts.js")> =>
  loadPart(() => import("./responseParts.js"));

/** The parts in whatever a function model returned. Ends with the signal's reason when it aborts, closing what it reads. */
export async function* resultParts(result: unknown, signal: AbortSignal): Parts {
  if (isThenable(result)) {
    yield* resultParts(await unlessAborted(Promise.resolve(result), signal), signal);
  } else if (typeof Response !== "undefined" && result instanceof Response) {
    const { responseParts } = await loadReader();
    yield* responseParts(result, signal);
  } else if (isStream(result)) {
    yield* streamParts(closeOnAbort(result, signal));
  } else if (isObject(result) && Symbol.asyncIterator in result) {
    for await (const item of abortable(result as AsyncIterable<unknown>, signal))
      yield* itemParts(item);
  } else if (isObject(result) && Symbol.iterator in result) {
    for (const item of result as Iterable<unknown>) {
      yield* itemParts(
        isThenable(item) ? await unlessAborted(Promise.resolve(item), signal) : item,
      );
    }
  } else {
    yield* itemParts(result);
  }
}

/** A stream's first chunk says what it carries: bytes are an answer off the wire, anything else is one item a chunk. */
async function* streamParts(stream: ReadableStream<unknown>): Parts {
  const reader = stream.getReader();
  const first = await reader.read();
  if (first.done) return;
  if (first.value instanceof Uint8Array) {
    reader.releaseLock();
    const { bytesParts } = await loadReader();
    yield* bytesParts(startingWith(first.value, stream as ReadableStream<Uint8Array>));
    return;
  }
  try {
    for (
      let step: ReadableStreamReadResult<unknown> = first;
      !step.done;
      step = await reader.read()
    ) {
      yield* itemParts(step.value);
    }
  } finally {
    reader.cancel().catch(() => {});
  }
}

function startingWith(
  first: Uint8Array,
  rest: ReadableStream<Uint8Array>,
): ReadableStream<Uint8Array> {
  const reader = rest.getReader();
  return new ReadableStream(
    {
      start: (controller) => controller.enqueue(first),
      async pull(controller) {
        const { done, value } = await reader.read();
        if (done) controller.close();
        else controller.enqueue(value);
      },
      cancel: (reason) => reader.cancel(reason),
    },
    { highWaterMark: 0 },
  );
}

/** The stream parts there are; a thing with another `type` may be an element of the page. */
const partTypes =
  /^(?:start|start-step|finish-step|reset-step|finish|message-metadata|file|source-url|source-document|(?:text|reasoning)-(?:start|delta|end)|tool-(?:input|output|approval)-[a-z]+|data-.+)$/;

/** One thing a function yielded, as parts: text, a part, nothing, or something to show. */
function* itemParts(item: unknown): Generator<StreamPart, void, undefined> {
  if (item === null || item === undefined || typeof item === "boolean" || item === "") return;
  if (typeof item === "string" || typeof item === "number" || typeof item === "bigint") {
    return yield { type: "text-delta", delta: String(item) };
  }
  const fields = asFields(item);
  const type = "$$typeof" in fields ? undefined : asText(fields["type"]);
  if (type === "error" && ("errorText" in fields || "error" in fields)) throw yieldedError(fields);
  if (type === "abort") throw abortedError();
  if (type === undefined || !partTypes.test(type)) return yield { type: "data-node", data: item };
  if (type === "text-delta" || type === "reasoning-delta") {
    // The AI SDK's own full stream calls the text "text".
    const delta = fields["delta"] ?? fields["text"];
    if (typeof delta === "string") yield { ...fields, type, delta };
    return;
  }
  yield item as StreamPart;
}

function yieldedError({ errorText, error }: ReturnType<typeof asFields>): unknown {
  const details = asText(errorText);
  return (
    error ??
    new ChatError("server", details ?? "The model failed and did not say why.", { details })
  );
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

function isThenable(value: unknown): value is PromiseLike<unknown> {
  return isObject(value) && "then" in value && typeof value.then === "function";
}

function isStream(value: unknown): value is ReadableStream<unknown> {
  return isObject(value) && "getReader" in value && typeof value.getReader === "function";
}
