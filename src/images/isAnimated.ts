/** Whether a GIF, WebP or PNG file holds more than one picture. Never throws. */
export function isAnimated(bytes: Uint8Array, mediaType: string): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (mediaType === "image/gif") return countFrames(bytes) > 1;
  if (mediaType === "image/webp")
    return bytes.length > 20 && (bytes[20]! & 2) !== 0 && bytes[15] === 0x58;
  // "acTL" stands before the first data.
  return mediaType === "image/png" && chunkBefore(view, 0x6163544c, 0x49444154);
}

/** Pictures of a GIF, up to two. @see https://www.w3.org/Graphics/GIF/spec-gif89a.txt */
function countFrames(bytes: Uint8Array): number {
  const tableLength = (flags: number): number => (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0);
  const behindBlocks = (from: number): number => {
    let at = from;
    while (at < bytes.length && bytes[at] !== 0) at += 1 + bytes[at]!;
    return at + 1;
  };
  let frames = 0;
  let at = 13 + tableLength(bytes[10] ?? 0);
  while (at < bytes.length && frames < 2) {
    if (bytes[at] === 0x21) at = behindBlocks(at + 2);
    else if (bytes[at] === 0x2c) {
      frames += 1;
      at = behindBlocks(at + 11 + tableLength(bytes[at + 9] ?? 0));
    } else break;
  }
  return frames;
}

function chunkBefore(view: DataView, wanted: number, last: number): boolean {
  for (let at = 8; at + 8 <= view.byteLength; at += 12 + view.getUint32(at)) {
    const name = view.getUint32(at + 4);
    if (name === wanted) return true;
    if (name === last) return false;
  }
  return false;
}
