import type { Chunk } from "./chunk.js";
import { toErrorBody } from "./errorAnswer.js";

const keepAliveMs = 15_000;

/** What `streamAnswer` is given beside the chunks. */
export interface StreamAnswerOptions {
  /** Masked in an error text. */
  secrets: readonly string[];
  /** Closes the request to the provider; called when the reader leaves. */
  abort: () => void;
}

/**
 * Sends chunks as server-sent events, at the pace they are read, with a comment every 15 seconds so that proxies keep the
 * line open. Waits for the first chunk, so that a fault before it can still be an HTTP status; a later one is an event.
 *
 * @throws What `chunks` throws before the first chunk.
 */
export async function streamAnswer(
  chunks: AsyncGenerator<Chunk, void, undefined>,
  { secrets, abort }: StreamAnswerOptions,
): Promise<Response> {
  const encoder = new TextEncoder();
  const event = (value: unknown) => encoder.encode(`data: ${JSON.stringify(value)}\n\n`);
  const done = encoder.encode("data: [DONE]\n\n");
  let first: IteratorResult<Chunk, void> | undefined = await chunks.next();
  let timer: ReturnType<typeof setInterval> | undefined;
  let isOpen = true;

  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      timer = setInterval(() => {
        if ((controller.desiredSize ?? 0) > 0)
          controller.enqueue(encoder.encode(": keep-alive\n\n"));
      }, keepAliveMs);
    },
    async pull(controller) {
      const finish = (...last: Uint8Array[]) => {
        if (!isOpen) return;
        isOpen = false;
        clearInterval(timer);
        for (const bytes of last) controller.enqueue(bytes);
        controller.close();
      };
      try {
        const { done: isDone, value } = first ?? (await chunks.next());
        first = undefined;
        if (isDone) finish(done);
        else if (isOpen) controller.enqueue(event(value));
      } catch (error) {
        finish(event(toErrorBody(error, secrets)), done);
      }
    },
    cancel() {
      isOpen = false;
      clearInterval(timer);
      abort();
      chunks.return().catch(() => {});
    },
  });
  return new Response(body, {
    headers: {
      "content-type": "text/event-stream; charset=utf-8",
      "cache-control": "no-cache, no-transform",
      "x-accel-buffering": "no",
      "x-content-type-options": "nosniff",
    },
  });
}
