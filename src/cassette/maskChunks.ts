import { crc32 } from "../client/eventStream.js";
import type { RecordedChunk } from "./cassette.js";
import { maskText } from "./maskRequest.js";

/** A piece of a body with the time it came, in milliseconds after the request left. */
export interface TimedBytes {
  atMs: number;
  bytes: Uint8Array;
}

/**
 * The pieces of a body without keys, also those the network cut in two. A mask is as long as what it covers, so that no
 * length that was announced becomes wrong.
 */
export function maskChunks(
  pieces: readonly TimedBytes[],
  secrets: readonly string[],
): RecordedChunk[] {
  const before = toLatin1(joined(pieces));
  const after = maskText(before, secrets, (key) => "*".repeat(key.length));
  const bytes = Uint8Array.from(after, (letter) => letter.charCodeAt(0));
  if (after !== before) sealMessages(bytes);
  let at = 0;
  return pieces.map(({ atMs, bytes: { length } }) => {
    const piece = bytes.subarray(at, (at += length));
    const text = asText(piece);
    return { atMs, ...(text === undefined ? { base64: btoa(toLatin1(piece)) } : { text }) };
  });
}

/** The bytes of a recorded chunk. What is neither text nor base64 is empty. */
export function bytesOf({ text, base64 }: RecordedChunk): Uint8Array<ArrayBuffer> {
  if (typeof text === "string") return new TextEncoder().encode(text);
  try {
    return Uint8Array.from(atob(base64 ?? ""), (letter) => letter.charCodeAt(0));
  } catch {
    return new Uint8Array();
  }
}

function joined(pieces: readonly TimedBytes[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, { bytes }) => sum + bytes.length, 0));
  let at = 0;
  for (const { bytes } of pieces) {
    whole.set(bytes, at);
    at += bytes.length;
  }
  return whole;
}

/** A letter for each byte, so that places in the text are places in the bytes. */
function toLatin1(bytes: Uint8Array): string {
  const letters: string[] = [];
  // In pieces: a call takes only so many arguments.
  for (let at = 0; at < bytes.length; at += 8192) {
    letters.push(String.fromCharCode(...bytes.subarray(at, at + 8192)));
  }
  return letters.join("");
}

function asText(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Writes the checksums of an AWS event stream anew; bytes of any other form are left alone. */
function sealMessages(bytes: Uint8Array): void {
  const view = new DataView(bytes.buffer);
  for (let at = 0; at + 16 <= bytes.length;) {
    const length = view.getUint32(at);
    const isMessage = view.getUint32(at + 8) === crc32(bytes.subarray(at, at + 8));
    if (!isMessage || length < 16 || at + length > bytes.length) return;
    view.setUint32(at + length - 4, crc32(bytes.subarray(at, at + length - 4)));
    at += length;
  }
}
