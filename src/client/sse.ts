/** One event of an event stream. */
export interface ServerSentEvent {
  /** The event's name, where the server gave one. Providers repeat it inside the JSON, which is what to trust. */
  event?: string | undefined;
  /** The `data:` lines joined by `\n`. llama.cpp has named the lines of an error `error:`. */
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
  const parse = createEventParser();
  for await (const text of readText(bytes)) yield* parse(text);
  // The last event may lack its blank line, and even the end of its last line.
  yield* parse("\n\n");
}

/**
 * Begins with no event. What it returns takes the next piece of text and gives the events that are whole with it;
 * two line ends make the last one whole.
 */
export function createEventParser(): (text: string) => ServerSentEvent[] {
  let open = "";
  let isAfterCR = false;
  let event: string | undefined;
  let data: string | undefined;
  return (text) => {
    const events: ServerSentEvent[] = [];
    // The second half of a line end that was cut in two ends nothing more.
    const lines = (isAfterCR ? text.replace(/^\n/, "") : text).split(/\r\n|[\r\n]/);
    isAfterCR = text.endsWith("\r");
    lines[0] = open + lines[0];
    open = lines.pop() ?? "";
    for (const line of lines) {
      const [, field, value = ""] = /^(data|event|error)(?:: ?(.*))?$/s.exec(line) ?? [];
      if (field === "event") event = value || undefined;
      else if (field) data = data === undefined ? value : `${data}\n${value}`;
      if (line !== "") continue;
      if (data !== undefined) events.push({ event, data });
      event = data = undefined;
    }
    return events;
  };
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
