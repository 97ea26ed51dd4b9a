import { describe, expect, test } from "vitest";
import { readFileFacts } from "../../src/images/fileFacts.js";
import { maxImagePixels, refuseFile } from "../../src/images/intake.js";
import { isAnimated } from "../../src/images/isAnimated.js";
import { isBare } from "../../src/images/isBare.js";
import { gif, jpeg, png, webpExtended, webpLossy } from "../guide/tinyImages.js";

const bytes = (...parts: (string | number[])[]): Uint8Array =>
  Uint8Array.from(
    parts.flatMap((part) =>
      typeof part === "string" ? Array.from(part, (letter) => letter.charCodeAt(0)) : part,
    ),
  );
const big32 = (value: number): number[] => [24, 16, 8, 0].map((by) => (value >>> by) & 255);
const little32 = (value: number): number[] => big32(value).toReversed();
const heif = (brand: string, ...sizes: [number, number][]): Uint8Array =>
  bytes(
    big32(24),
    `ftyp${brand}`,
    big32(0),
    "mif1miaf",
    ...sizes.flatMap(([width, height]) => [
      [...big32(20)],
      "ispe",
      [...big32(0), ...big32(width), ...big32(height)],
    ]),
  );
const bmp = bytes("BM", Array(12).fill(0), little32(40), little32(30), little32(-20 >>> 0), [1, 0]);

describe("what an image is", () => {
  test.each<[string, Uint8Array, object | undefined]>([
    ["BMP, top down", bmp, { mediaType: "image/bmp", width: 30, height: 20 }],
    ["AVIF", heif("avif", [640, 480]), { mediaType: "image/avif", width: 640, height: 480 }],
    [
      "HEIC of tiles",
      heif("heic", [512, 512], [4032, 3024], [512, 512]),
      { mediaType: "image/heic", width: 4032, height: 3024 },
    ],
    ["TIFF", bytes("II*\0"), { mediaType: "image/tiff" }],
    ["an icon", bytes("\0\0\x01\0"), { mediaType: "image/x-icon" }],
    ["SVG", bytes('<?xml version="1.0"?><!-- a --><svg/>'), { mediaType: "image/svg+xml" }],
    ["a page with a drawing", bytes("<!doctype html><html><svg></svg>"), undefined],
    ["a film", heif("isom").fill(0, 16, 24), undefined],
    ["nothing", new Uint8Array(), undefined],
  ])("%s", (_, file, expected) => {
    const { mediaType, width, height } = readFileFacts(file) ?? {};
    const facts = { mediaType, width, height };
    expect(facts).toEqual({
      mediaType: undefined,
      width: undefined,
      height: undefined,
      ...expected,
    });
  });

  test.each([bmp, heif("avif", [640, 480]), png(9, 8), jpeg(9, 8), gif(9, 8), webpLossy(9, 8)])(
    "a file cut at any byte never throws",
    (file) => {
      for (let length = 0; length < file.length; length += 1) {
        const cut = file.subarray(0, length);
        const type = readFileFacts(cut)?.mediaType ?? "";
        expect([isBare(cut, type), isAnimated(cut, type)]).toEqual([false, false]);
      }
    },
  );
});

test("a picture is measured behind megabytes of what a camera says of it", () => {
  const extended = Array.from({ length: 20 }, () => [
    0xff,
    0xe1,
    0xff,
    0xff,
    ...Array(65_533).fill(1),
  ]);
  expect(readFileFacts(jpeg(640, 480, extended.flat()))).toMatchObject({ width: 640, height: 480 });
});

describe("what is not decoded", () => {
  const facts = (width: number, height: number) => ({
    mediaType: "image/png",
    width,
    height,
    mayBeTransparent: true,
  });
  test.each([
    ["100 megapixels", facts(10_000, 10_000), undefined],
    ["one column more", facts(10_001, 10_000), "too_many_pixels"],
    ["100 : 1", facts(1000, 10), undefined],
    ["more than 100 : 1", facts(10, 1001), "aspect_ratio"],
    ["no width", facts(0, 10), "unreadable"],
    ["a drawing", { mediaType: "image/svg+xml", mayBeTransparent: true }, "unsupported_type"],
    ["TIFF", { mediaType: "image/tiff", mayBeTransparent: true }, "unsupported_type"],
    ["no image", undefined, "not_an_image"],
  ])("%s", (_, file, reason) => {
    expect(refuseFile(file, 10)?.reason).toBe(reason);
  });

  test("no bytes, whatever they would be", () => {
    expect(refuseFile(facts(1, 1), 0)).toEqual({ reason: "empty" });
    expect(maxImagePixels).toBe(100_000_000);
  });
});

/** Segments of a JPEG that is one picture: its scan holds a stuffed 0xff and a restart. */
const scan = [0xff, 0xda, 0, 2, 1, 0xff, 0, 2, 0xff, 0xd3, 3];
const picture = (...extra: number[]): Uint8Array =>
  Uint8Array.from([...jpeg(9, 8, extra), ...scan, 0xff, 0xd9]);
const segment = (marker: number, words: string): number[] => [
  0xff,
  marker,
  0,
  words.length + 2,
  ...bytes(words),
];
const behind = (file: Uint8Array, ...more: number[]): Uint8Array =>
  Uint8Array.from([...file, ...more]);

/** The WebP with one more chunk, of two bytes. */
function withChunk(webp: Uint8Array, name: string): Uint8Array {
  const file = behind(webp, ...bytes(name), ...little32(2), 77, 77);
  new DataView(file.buffer).setUint32(4, file.length - 8, true);
  return file;
}

describe("a file that is one picture and nothing else", () => {
  test.each<[string, Uint8Array, string, boolean]>([
    ["JPEG", picture(), "image/jpeg", true],
    ["JPEG with a colour profile", picture(...segment(0xe2, "ICC_PROFILE\0")), "image/jpeg", true],
    ["JPEG with EXIF", picture(...segment(0xe1, "Exif\0\0MM")), "image/jpeg", false],
    [
      "JPEG with XMP",
      picture(...segment(0xe1, "http://ns.adobe.com/xap/1.0/")),
      "image/jpeg",
      false,
    ],
    ["JPEG with IPTC", picture(...segment(0xed, "Photoshop 3.0")), "image/jpeg", false],
    ["JPEG with a second picture", picture(...segment(0xe2, "MPF\0")), "image/jpeg", false],
    ["JPEG of Adobe's", picture(...segment(0xee, "Adobe")), "image/jpeg", false],
    ["JPEG with a comment", picture(...segment(0xfe, "me")), "image/jpeg", false],
    ["JPEG with something behind", behind(picture(), 1), "image/jpeg", false],
    ["JPEG cut off", picture().subarray(0, -2), "image/jpeg", false],
    ["PNG with a header alone", png(9, 8), "image/png", true],
    ["PNG with EXIF", png(9, 8, true), "image/png", false],
    ["PNG with something behind", behind(png(9, 8), 1), "image/png", false],
    ["WebP", webpExtended(9, 8), "image/webp", true],
    ["WebP with EXIF", withChunk(webpExtended(9, 8, true), "EXIF"), "image/webp", false],
    ["WebP with something behind", behind(webpLossy(9, 8), 1, 2), "image/webp", false],
    ["GIF", gif(9, 8), "image/gif", false],
  ])("%s", (_, file, type, expected) => {
    expect(isBare(file, type)).toBe(expected);
  });
});

describe("a file that moves", () => {
  const frame = [0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0];
  const graphic = [0x21, 0xf9, 4, 0, 0, 0, 0, 0];
  test("is a GIF of two pictures", () => {
    const head = gif(1, 1);
    expect(isAnimated(behind(head, ...graphic, ...frame, 0x3b), "image/gif")).toBe(false);
    const moving = behind(head, ...graphic, ...frame, ...graphic, ...frame, 0x3b);
    expect(isAnimated(moving, "image/gif")).toBe(true);
  });

  test("or a WebP or PNG that says so", () => {
    const webp = webpExtended(9, 8);
    expect(isAnimated(webp, "image/webp")).toBe(false);
    webp[20] = 2;
    expect(isAnimated(webp, "image/webp")).toBe(true);
    const [head, rest] = [png(9, 8).subarray(0, 33), png(9, 8).subarray(33)];
    const control = [...big32(8), ...bytes("acTL"), ...big32(3), ...big32(0), 0, 0, 0, 0];
    expect(isAnimated(Uint8Array.from([...head, ...control, ...rest]), "image/png")).toBe(true);
    expect(isAnimated(png(9, 8), "image/png")).toBe(false);
  });
});
