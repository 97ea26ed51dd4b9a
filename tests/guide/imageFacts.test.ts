import { describe, expect, test } from "vitest";
import { dominantColours } from "../../demo/guide/dominantColours.js";
import { readImageFacts } from "../../src/client/imageFacts.js";
import { ask } from "./askGuide.js";
import { exif, gif, jpeg, png, webpLossless, webpLossy, webpExtended } from "./tinyImages.js";

describe("the header says type, size and EXIF", () => {
  test.each([
    ["PNG", png(640, 480), "image/png", 640, 480, false],
    ["PNG with eXIf", png(640, 480, true), "image/png", 640, 480, true],
    ["JPEG", jpeg(4032, 3024), "image/jpeg", 4032, 3024, false],
    ["JPEG with EXIF", jpeg(4032, 3024, exif), "image/jpeg", 4032, 3024, true],
    ["progressive JPEG", jpeg(1, 2, [], 0xc2), "image/jpeg", 1, 2, false],
    ["GIF", gif(300, 200), "image/gif", 300, 200, false],
    ["lossy WebP", webpLossy(550, 368), "image/webp", 550, 368, false],
    ["lossless WebP", webpLossless(386, 395), "image/webp", 386, 395, false],
    ["extended WebP", webpExtended(70_000, 2, true), "image/webp", 70_000, 2, true],
  ])("%s", (_, bytes, mediaType, width, height, hasExif) => {
    expect(readImageFacts(bytes)).toEqual({ mediaType, width, height, hasExif });
  });

  test("a table of the JPEG before its frame is not taken for it", () => {
    const huffman = [0xff, 0xc4, 0, 9, 0, 0, 1, 0, 2, 0, 3];
    expect(readImageFacts(jpeg(64, 48, huffman))).toMatchObject({ width: 64, height: 48 });
  });

  test("fill bytes before a marker are skipped", () => {
    expect(readImageFacts(jpeg(64, 48, [0xff]))).toMatchObject({ width: 64, height: 48 });
  });

  test.each([
    png(9, 8),
    jpeg(9, 8, exif),
    gif(9, 8),
    webpLossy(9, 8),
    webpLossless(9, 8),
    webpExtended(9, 8),
  ])("a file cut at any byte never throws and never gives a wrong size", (bytes) => {
    for (let length = 0; length < bytes.length; length += 1) {
      const facts = readImageFacts(bytes.subarray(0, length));
      expect([undefined, 9]).toContain(facts?.width);
      expect([undefined, 8]).toContain(facts?.height);
    }
  });

  test("anything else is no image", () => {
    expect(readImageFacts(new TextEncoder().encode("<svg xmlns='…'>"))).toBeUndefined();
    expect(readImageFacts(new Uint8Array())).toBeUndefined();
  });
});

test("dominant colours are the commonest, transparent pixels left out", () => {
  const pixels = [
    ...Array.from({ length: 60 }, () => [250, 0, 0, 255]),
    ...Array.from({ length: 38 }, () => [0, 0, 100, 255]),
    ...Array.from({ length: 2 }, () => [0, 255, 0, 255]),
    ...Array.from({ length: 500 }, () => [255, 255, 255, 0]),
  ];
  expect(dominantColours(new Uint8ClampedArray(pixels.flat()))).toEqual([
    { hex: "#fa0000", share: 0.6 },
    { hex: "#000064", share: 0.38 },
  ]);
});

describe("what the guide says of attached images", () => {
  const attach = (bytes: Uint8Array, mediaType: string, filename: string) => ({
    type: "file" as const,
    mediaType,
    filename,
    url: `data:${mediaType};base64,${Buffer.from(bytes).toString("base64")}`,
  });

  test("measures each, and nothing about colours where there is no canvas", async () => {
    const files = [
      attach(png(640, 480), "image/png", "plan.png"),
      attach(jpeg(4032, 3024, exif), "image/png", "photo.png"),
    ];
    const { text, cites } = await ask("", { files });
    expect(text).toContain("**`plan.png`**");
    expect(text).toContain("| Dimensions | 640 × 480 px |");
    expect(text).toContain(`| Size | ${png(640, 480).length} bytes |`);
    expect(text).toContain("| Type | image/jpeg (sent as image/png) |");
    expect(text).toContain("| EXIF data | yes");
    expect(text).not.toContain("colours");
    expect(text).toContain("cannot see");
    expect(cites).toEqual([]);
  });

  test("a question about the picture gets the measurements, one about Polylogue an answer too", async () => {
    const files = [attach(gif(3, 2), "image/gif", "a.gif")];
    expect((await ask("What do you see?", { files })).cites).toEqual([]);
    const both = await ask("What is the largest image I can attach?", { files });
    expect(both.text).toContain("3 × 2 px");
    expect(both.cites).toContain("docs/security.md#images");
  });

  test.each([
    ["an empty file", new Uint8Array(), "is empty: 0 bytes"],
    ["a file that is no image", new Uint8Array([1, 2, 3]), "not those of a PNG"],
    ["an image cut in its header", png(5, 5).subarray(0, 18), "the header is cut off"],
  ])("%s is said to be so", async (_, bytes, words) => {
    const { text } = await ask("", { files: [attach(bytes, "image/png", "x.png")] });
    expect(text).toContain(words);
  });

  test("an address is not fetched, and damaged base64 does not throw", async () => {
    for (const url of ["https://example.com/a.png", "data:image/png;base64,%%%"]) {
      const { text } = await ask("", { files: [{ type: "file", mediaType: "image/png", url }] });
      expect(text).toContain("**`Attachment 1`** has no data here");
    }
  });
});
