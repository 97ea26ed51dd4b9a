/** A chunk of a UI message stream, as a backend of the AI SDK writes it. */
export type Chunk = { type: string } & Record<string, unknown>;

/** One request of an AI SDK chat, to be answered by hand. */
export interface Exchange {
  body: { messages: { role: string; parts: { type: string }[] }[]; trigger: string };
  signal: AbortSignal;
  /** Writes chunks; the first ones open the answer. */
  write: (...chunks: Chunk[]) => void;
  /** Ends the answer. */
  close: () => void;
  /** Refuses the request, in place of an answer. */
  refuse: (words: string) => void;
}

/** A backend of the AI SDK whose answers are given by hand. */
export function uiMessageBackend() {
  const exchanges: Exchange[] = [];
  const fetch = (_url: unknown, init?: RequestInit): Promise<Response> =>
    new Promise((resolve, reject) => {
      const { body, signal } = init as { body: string; signal: AbortSignal };
      const stream = new TransformStream<Uint8Array, Uint8Array>();
      const writer = stream.writable.getWriter();
      const encoder = new TextEncoder();
      const headers = { "content-type": "text/event-stream" };
      signal.addEventListener("abort", () => {
        const aborted = new DOMException("Aborted.", "AbortError");
        reject(aborted);
        writer.abort(aborted).catch(() => {});
      });
      exchanges.push({
        body: JSON.parse(body) as Exchange["body"],
        signal,
        write(...chunks) {
          if (!stream.readable.locked) resolve(new Response(stream.readable, { headers }));
          for (const chunk of chunks) {
            // Waits for its reader, or fails with the reader gone: neither is this test's affair.
            writer.write(encoder.encode(`data: ${JSON.stringify(chunk)}\n\n`)).catch(() => {});
          }
        },
        close: () => void writer.close().catch(() => {}),
        refuse: (words) => resolve(new Response(words, { status: 500 })),
      });
    });
  return { exchanges, fetch: fetch as typeof globalThis.fetch };
}

export const textStart: Chunk = { type: "text-start", id: "t" };
export const textDelta = (delta: string): Chunk => ({ type: "text-delta", id: "t", delta });
export const textEnd: Chunk = { type: "text-end", id: "t" };
export const finishChunk: Chunk = { type: "finish", finishReason: "stop" };
