import { crc32, deflateSync } from "node:zlib";

/** A PNG of one colour (red, green, blue, each 0 to 255) that can be decoded. */
export function paintPNG(
  width: number,
  height: number,
  colour: readonly [number, number, number],
): Buffer {
  const row = Buffer.concat([Buffer.of(0), Buffer.alloc(3 * width, Buffer.from(colour))]);
  const pixels = deflateSync(Buffer.alloc(row.length * height, row));
  return Buffer.concat([header(width, height), chunk("IDAT", pixels), chunk("IEND")]);
}

/** The first bytes of a PNG of that size: enough to be measured, nothing to decode. */
export function pngHeader(width: number, height: number): Buffer {
  return Buffer.concat([header(width, height), chunk("IEND")]);
}

/** @see https://www.w3.org/TR/png-3/#11IHDR */
function header(width: number, height: number): Buffer {
  const fields = Buffer.alloc(13);
  fields.writeUInt32BE(width, 0);
  fields.writeUInt32BE(height, 4);
  // Eight bits a sample, red, green and blue.
  fields.set([8, 2], 8);
  return Buffer.concat([Buffer.from("\x89PNG\r\n\x1a\n", "latin1"), chunk("IHDR", fields)]);
}

function chunk(type: string, data: Buffer = Buffer.alloc(0)): Buffer {
  const typed = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const framed = Buffer.alloc(typed.length + 8);
  framed.writeUInt32BE(data.length, 0);
  framed.set(typed, 4);
  framed.writeUInt32BE(crc32(typed), typed.length + 4);
  return framed;
}
