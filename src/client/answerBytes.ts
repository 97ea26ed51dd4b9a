/** The beginning of a byte stream, and the whole of it to read on. */
export interface PeekedBytes {
  /** What has come so far, without white space and a byte order mark before it. Empty for an empty stream. */
  start: string;
  bytes: ReadableStream<Uint8Array>;
}

/**
 * Reads a stream just far enough to tell what it is, because content types are not to be trusted. Owns `bytes`; the
 * returned ones replace them and begin at the beginning.
 *
 * @param isEnough Asked with what has come so far. Default: any character at all.
 */
export async function peekBytes(
  bytes: ReadableStream<Uint8Array>,
  isEnough: (start: string) => boolean = (start) => start !== "",
): Promise<PeekedBytes> {
  const reader = bytes.getReader();
  const decoder = new TextDecoder();
  const chunks: Uint8Array[] = [];
  let start = "";
  while (!isEnough(start)) {
    const { done, value } = await reader.read();
    if (done) break;
    chunks.push(value);
    start = (start + decoder.decode(value, { stream: true })).trimStart();
  }
  return { start, bytes: rejoin(chunks, reader) };
}

function rejoin(
  chunks: Uint8Array[],
  reader: ReadableStreamDefaultReader<Uint8Array>,
): ReadableStream<Uint8Array> {
  return new ReadableStream(
    {
      async pull(controller) {
        const value = chunks.shift() ?? (await reader.read()).value;
        if (value) controller.enqueue(value);
        else controller.close();
      },
      cancel: (reason) => reader.cancel(reason),
    },
    { highWaterMark: 0 },
  );
}
