import { createParser } from "eventsource-parser";

/** One event of an event stream. */
export interface ServerSentEvent {
  /** The event's name, where the server gave one. Providers repeat it inside the JSON, which is what to trust. */
  event?: string | undefined;
  /** The `data:` lines joined by `\n`. */
  data: string;
}

/**
 * Reads server-sent events out of bytes, however the network cut them: UTF-8 and line ends may be split anywhere, a byte
 * order mark is dropped, comments (keep-alives) are skipped. A last event without its blank line counts, because some
 * servers never send that line.
 *
 * Owns `bytes`: leaving the loop early cancels them. Throws what reading `bytes` throws.
 *
 * @see https://html.spec.whatwg.org/multipage/server-sent-events.html#parsing-an-event-stream
 */
export async function* readSSE(
  bytes: ReadableStream<Uint8Array>,
): AsyncGenerator<ServerSentEvent, void, undefined> {
  let ready: ServerSentEvent[] = [];
  const parser = createParser({
    onEvent: ({ event, data }) => ready.push(event === undefined ? { data } : { event, data }),
  });
  for await (const text of readText(bytes)) {
    parser.feed(text);
    yield* ready;
    ready = [];
  }
  // The parser waits for a possible "\n" after a lone "\r" and for the blank line of the last event: both come now.
  parser.feed("\n\n");
  yield* ready;
}

/**
 * Decodes bytes to text as they come; a character cut in two by the network arrives whole. Owns `bytes`: leaving the loop
 * early cancels them.
 */
export async function* readText(
  bytes: ReadableStream<Uint8Array>,
): AsyncGenerator<string, void, undefined> {
  const reader = bytes.getReader();
  const decoder = new TextDecoder();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      const text = done ? decoder.decode() : decoder.decode(value, { stream: true });
      if (text) yield text;
      if (done) return;
    }
  } finally {
    // Not waited for: a source that never settles its cancellation must not hold up the reader.
    reader.cancel().catch(() => {});
  }
}
