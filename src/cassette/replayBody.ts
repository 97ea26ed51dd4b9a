import { onAbort } from "../client/connection.js";
import type { RecordedChunk } from "./cassette.js";
import { bytesOf } from "./maskChunks.js";

/** How a body is played. */
export interface ReplayBodyOptions {
  /** Why the connection broke after the last chunk. Default: it did not. */
  error?: string | undefined;
  /** Resolves when it is time for a chunk. Default: each comes when it is asked for. */
  wait?: ((atMs: number) => Promise<void>) | undefined;
}

/** The recorded pieces as a body, one at a time. */
export function replayBody(
  chunks: readonly RecordedChunk[],
  { error, wait }: ReplayBodyOptions,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  let next = 0;
  return new ReadableStream(
    {
      async pull(controller) {
        for (let chunk = chunks[next]; chunk; chunk = chunks[next]) {
          next += 1;
          await wait?.(chunk.atMs);
          const bytes = bytesOf(chunk);
          if (bytes.length > 0) return controller.enqueue(bytes);
        }
        if (error === undefined) controller.close();
        else controller.error(new TypeError(error));
      },
    },
    { highWaterMark: 0 },
  );
}

/** Resolves at that moment (in milliseconds since 1970-01-01 UTC); rejects with the signal's reason when that comes first. */
export function waitUntil(moment: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    let forget = (): void => {};
    const timer = setTimeout(
      () => {
        forget();
        resolve();
      },
      Math.max(0, moment - Date.now()),
    );
    if (!signal) return;
    forget = onAbort(signal, () => {
      clearTimeout(timer);
      reject(signal.reason as Error);
    });
  });
}
