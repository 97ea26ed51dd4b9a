/** One message of an AWS event stream. */
export interface EventStreamMessage {
  /** The headers that hold text, such as `:event-type`; those of other types say nothing a chat needs. */
  headers: Readonly<Record<string, string>>;
  payload: Uint8Array;
}

/** Total length, length of the headers, checksum of these two: four bytes each. */
const preludeBytes = 12;
const checksumBytes = 4;

/** Longest message in bytes: what AWS allows, 16 MiB of payload and 128 KiB of headers. */
const maxMessageBytes = 16 * 1024 * 1024 + 128 * 1024 + preludeBytes + checksumBytes;

/**
 * Reads the messages of an AWS event stream (`application/vnd.amazon.eventstream`), however the network cut them. Both
 * checksums of each message are verified, so what comes out is what was sent.
 *
 * Owns `bytes`: leaving the loop early cancels them. Throws what reading `bytes` throws, and an `Error` for bytes that are
 * damaged, no event stream at all, or end inside a message; the messages before these have been handed over by then.
 *
 * @see https://smithy.io/2.0/aws/amazon-eventstream.html
 */
export async function* readEventStream(
  bytes: ReadableStream<Uint8Array>,
): AsyncGenerator<EventStreamMessage, void, undefined> {
  const reader = bytes.getReader();
  let waiting: Uint8Array[] = [];
  let length = 0;
  let needed = preludeBytes;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      waiting.push(value);
      length += value.length;
      // Joined only when a message is whole: a long one in small pieces would be copied again and again.
      if (length < needed) continue;
      let rest = join(waiting, length);
      while (rest.length >= preludeBytes) {
        needed = readPrelude(rest);
        if (rest.length < needed) break;
        yield readMessage(rest.subarray(0, needed));
        rest = rest.subarray(needed);
        needed = preludeBytes;
      }
      waiting = rest.length > 0 ? [rest] : [];
      length = rest.length;
    }
  } finally {
    // Not waited for: a source that never settles its cancellation must not hold up the reader.
    reader.cancel().catch(() => {});
  }
  if (length > 0) throw new Error("The event stream ends inside a message.");
}

function join(pieces: readonly Uint8Array[], length: number): Uint8Array {
  if (pieces.length === 1 && pieces[0]) return pieces[0];
  const whole = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** The length of the message that begins here. */
function readPrelude(bytes: Uint8Array): number {
  const view = viewOf(bytes);
  const total = view.getUint32(0);
  // Checked before anything else is believed: a wrong length would wait for bytes that never come.
  if (view.getUint32(8) !== crc32(bytes.subarray(0, 8))) throw damaged();
  if (preludeBytes + view.getUint32(4) + checksumBytes > total) throw damaged();
  if (total > maxMessageBytes) throw new Error("A message of the event stream is too long.");
  return total;
}

function readMessage(message: Uint8Array): EventStreamMessage {
  const view = viewOf(message);
  const end = message.length - checksumBytes;
  if (view.getUint32(end) !== crc32(message.subarray(0, end))) throw damaged();
  const payloadAt = preludeBytes + view.getUint32(4);
  return {
    headers: readHeaders(message.subarray(preludeBytes, payloadAt)),
    payload: message.subarray(payloadAt, end),
  };
}

/** The bytes of a header value by its type; for type 6 (bytes) and 7 (text) a length of two bytes comes first. */
const valueBytes: readonly (number | undefined)[] = [0, 0, 1, 2, 4, 8, undefined, undefined, 8, 16];
const textType = 7;

function readHeaders(bytes: Uint8Array): Record<string, string> {
  const view = viewOf(bytes);
  const decoder = new TextDecoder();
  const headers: Record<string, string> = {};
  const text = (at: number, length: number): string =>
    decoder.decode(bytes.subarray(at, at + length));
  let at = 0;
  while (at < bytes.length) {
    const nameAt = at + 1;
    const typeAt = nameAt + view.getUint8(at);
    // The name's own length may point past the end.
    const type = typeAt < bytes.length ? view.getUint8(typeAt) : valueBytes.length;
    if (type >= valueBytes.length) throw damaged();
    const fixed = valueBytes[type];
    if (fixed === undefined && typeAt + 3 > bytes.length) throw damaged();
    const length = fixed ?? view.getUint16(typeAt + 1);
    const valueAt = typeAt + (fixed === undefined ? 3 : 1);
    at = valueAt + length;
    if (at > bytes.length) throw damaged();
    if (type === textType) headers[text(nameAt, typeAt - nameAt)] = text(valueAt, length);
  }
  return headers;
}

function damaged(): Error {
  return new Error("A message of the event stream is damaged.");
}

const crcTable: Uint32Array = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = (value >>> 1) ^ (value & 1 ? 0xedb88320 : 0);
  return value;
});

/** The checksum of gzip and PNG, which ends each message. @see https://www.rfc-editor.org/rfc/rfc1952#section-8 */
export function crc32(bytes: Uint8Array): number {
  let value = 0xffffffff;
  for (const byte of bytes) value = (value >>> 8) ^ (crcTable[(value ^ byte) & 0xff] ?? 0);
  return (value ^ 0xffffffff) >>> 0;
}
