import { readFileSync, readdirSync, existsSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { measureImage } from "../../src/client/attachedImage.js";
import { imageTokens } from "../../src/client/index.js";
import { pngPart } from "./preflightConversations.js";

describe("the tokens of an image", () => {
  test.each<[string, number, number, number]>([
    ["openai/gpt-4o", 1024, 1024, 765],
    ["openai/gpt-4o", 2048, 4096, 1105],
    ["gpt-4o", 100, 100, 255],
    ["openai/gpt-5", 1024, 1024, 70 + 4 * 140],
    ["openai/o3", 1024, 1024, 75 + 4 * 150],
    ["openai/gpt-4o-mini", 512, 512, 2833 + 5667],
    ["openai/gpt-4.1-mini", 1024, 1024, Math.ceil(1024 * 1.62)],
    ["openai/gpt-5-nano", 4000, 4000, Math.ceil(1536 * 2.46)],
    ["anthropic/claude-sonnet-4-20250514", 750, 750, 750],
    ["anthropic/claude-sonnet-4-20250514", 4000, 4000, 1600],
    ["openrouter/anthropic/claude-opus-4.7", 2576, 1456, 5000],
    ["bedrock/us.anthropic.claude-opus-5-v1:0", 1500, 1500, 3000],
    ["gemini/gemini-2.5-flash", 384, 384, 258],
    ["gemini/gemini-2.5-flash", 1536, 769, 4 * 258],
    ["gemini/gemini-3-pro", 4000, 4000, 1120],
    ["ollama/llava", 600, 600, 480],
    ["ollama/llava", 10, 10, 258],
    ["ollama/llava", 9000, 9000, 1600],
  ])("of %s, %i × %i pixels, are %i", (model, width, height, tokens) => {
    expect(imageTokens({ width, height, model })).toBe(tokens);
  });

  test("whose size is not known are those of 1,024 pixels a side", () => {
    expect(imageTokens({ model: "gpt-4o" })).toBe(765);
    expect(imageTokens({ width: 0, height: 0, model: "x" })).toBe(1399);
  });
});

describe("an attached image", () => {
  test("is measured by its header, however long it is", () => {
    const image = measureImage(pngPart(640, 480, 3_000_000));
    expect(image).toMatchObject({ width: 640, height: 480, mediaType: "image/png" });
    expect(image.bytes).toBe(3_000_000);
  });

  test("is measured behind a long preface, as cameras write it", () => {
    // A JPEG with 60,000 bytes of EXIF before its frame.
    const exif = Buffer.concat([Buffer.from([0xff, 0xe1, 0xea, 0x62]), Buffer.alloc(60_000)]);
    const frame = Buffer.from([0xff, 0xc0, 0, 17, 8, 0x02, 0x58, 0x03, 0x20, 3]);
    const jpeg = Buffer.concat([Buffer.from([0xff, 0xd8]), exif, frame, Buffer.alloc(900)]);
    const url = `data:image/jpeg;base64,${jpeg.toString("base64")}`;
    expect(measureImage({ type: "file", mediaType: "image/*", url })).toMatchObject({
      mediaType: "image/jpeg",
      width: 800,
      height: 600,
      bytes: jpeg.length,
    });
  });

  test.each([
    "https://example.com/a.png",
    "data:image/png;base64,",
    "data:image/png;base64,####",
    "data:image/png,plain",
    "blob:x",
    "",
  ])("of which nothing can be known, %j, has no size", (url) => {
    const image = measureImage({ type: "file", mediaType: "image/png", url });
    expect([image.width, image.height]).toEqual([undefined, undefined]);
  });

  const corpus = `${process.env["POLYLOGUE_CORPORA"] ?? "../shared/corpora"}/images/generated`;
  test.runIf(existsSync(corpus))("of the corpus never throws", () => {
    for (const name of readdirSync(corpus)) {
      const data = readFileSync(`${corpus}/${name}`).toString("base64");
      const url = `data:image/png;base64,${data}`;
      expect(measureImage({ type: "file", mediaType: "image/png", url }).bytes).toBe(
        readFileSync(`${corpus}/${name}`).length,
      );
    }
  });
});
