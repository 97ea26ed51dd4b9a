const encoder = new TextEncoder();

/** Text as UTF-8. */
export function utf8(text: string): Uint8Array {
  return encoder.encode(text);
}

/** How a body ends: properly, by a broken connection, or not at all. */
export type BodyEnd = "close" | "error" | "hang";

/** A body that hands over `chunks` one by one, and then ends as told. `onCancel` hears that the reader has left. */
export function bodyOf(
  chunks: readonly Uint8Array[],
  end: BodyEnd = "close",
  onCancel: () => void = () => {},
): ReadableStream<Uint8Array> {
  let next = 0;
  return new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        const chunk = chunks[next];
        next += 1;
        if (chunk) controller.enqueue(chunk);
        else if (end === "close") controller.close();
        else if (end === "error") controller.error(new TypeError("network error"));
        else return new Promise<void>(() => {});
        return undefined;
      },
      cancel: onCancel,
    },
    { highWaterMark: 0 },
  );
}

/** Bytes in pieces of `size`. */
export function inPieces(bytes: Uint8Array, size: number): Uint8Array[] {
  const pieces: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; at += size) pieces.push(bytes.subarray(at, at + size));
  return pieces;
}

/** Bytes in pieces of 1 to 40, the same ones for the same seed. */
export function inRandomPieces(bytes: Uint8Array, seed: number): Uint8Array[] {
  const pieces: Uint8Array[] = [];
  let state = seed;
  for (let at = 0; at < bytes.length;) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    const size = 1 + (state % 40);
    pieces.push(bytes.subarray(at, at + size));
    at += size;
  }
  return pieces;
}

/** The ways a network may cut the same bytes. */
export function allCuts(bytes: Uint8Array): [string, Uint8Array[]][] {
  return [
    ["whole", [bytes]],
    ["random pieces", inRandomPieces(bytes, bytes.length)],
    ["7 bytes", inPieces(bytes, 7)],
    ["byte by byte", inPieces(bytes, 1)],
  ];
}
