import { describe, expect, test } from "vitest";
import { providerTable } from "../../src/client/providers.js";
import { fairShare, imageBudget, imageTarget, rawBytes } from "../../src/images/imageTarget.js";
import { fitSize, planImage, type SourceImage } from "../../src/images/planImage.js";

const four = ["image/png", "image/jpeg", "image/webp", "image/gif"];
const three = ["image/png", "image/jpeg", "image/webp"];

describe("what a model takes of an image", () => {
  test.each<[string, object]>([
    ["openai/gpt-4o", { mediaTypes: four, maxSidePx: 2048, maxBytes: 33_750_000 }],
    ["azure/my-deployment", { mediaTypes: four, maxSidePx: 2048 }],
    ["anthropic/claude-3-5-haiku", { mediaTypes: four, maxSidePx: 1568, maxBytes: 3_932_160 }],
    ["anthropic/claude-opus-5", { mediaTypes: four, maxSidePx: 2576, maxBytes: 3_932_160 }],
    [
      "bedrock/us.anthropic.claude-sonnet-4-20250514-v1:0",
      { mediaTypes: four, maxSidePx: 1568, maxBytes: 3_750_000 },
    ],
    [
      "gemini/gemini-3-pro",
      { mediaTypes: [...three, "image/heic", "image/heif"], maxSidePx: 3072, maxBytes: 67_500_000 },
    ],
    [
      "groq/llama-4-scout",
      { mediaTypes: four, maxSidePx: 2048, maxPixels: 33_177_600, maxBytes: 2_700_000 },
    ],
    ["mistral/pixtral", { mediaTypes: four, maxSidePx: 2048, maxBytes: 10_000_000 }],
    [
      "xai/grok-4",
      { mediaTypes: ["image/png", "image/jpeg"], maxSidePx: 2048, maxBytes: 20_971_520 },
    ],
    ["ollama/llava", { mediaTypes: three, maxSidePx: 2048 }],
    ["openrouter/anthropic/claude-sonnet-4", { mediaTypes: four, maxSidePx: 1568 }],
    ["my-gateway-alias", { mediaTypes: four, maxSidePx: 2048 }],
  ])("%s", (id, expected) => {
    const { mediaTypes, ...rest } = imageTarget({ id });
    const { mediaTypes: types, ...numbers } = expected as typeof rest & { mediaTypes: string[] };
    expect([...mediaTypes].toSorted()).toEqual(types.toSorted());
    expect(rest).toEqual(numbers);
  });

  test("is less where there are many", () => {
    expect(imageTarget({ id: "anthropic/claude-opus-5" }, 20).maxSidePx).toBe(2576);
    expect(imageTarget({ id: "anthropic/claude-opus-5" }, 21).maxSidePx).toBe(2000);
  });

  test("is that of the model behind an alias", () => {
    const alias = { id: "our-model", provider: "anthropic", upstream: "anthropic/claude-3-haiku" };
    expect(imageTarget(alias)).toMatchObject({ maxSidePx: 1568, maxBytes: 3_932_160 });
  });

  test("counts base64: the image of the most bytes fits into a request of every provider", () => {
    for (const { id } of providerTable) {
      const model = { id: `${id}/some-model` };
      const { maxBytes = 0 } = imageTarget(model);
      expect(Math.ceil(maxBytes / 3) * 4).toBeLessThanOrEqual(imageBudget(model) ?? Infinity);
    }
  });
});

describe("sharing what a request may hold", () => {
  test.each<[number[], number, number]>([
    [[10, 20, 30], 60, Infinity],
    [[10, 20, 30], 50, 20],
    [[10, 100, 100], 90, 40],
    [[100, 100, 100], 90, 30],
    [[], 10, Infinity],
    [[5, 5], 0, 0],
  ])("%j in %i", (sizes, budget, share) => {
    expect(fairShare(sizes, budget)).toBe(share);
    expect(sizes.reduce((sum, size) => sum + Math.min(size, share), 0)).toBeLessThanOrEqual(budget);
  });

  test("so many characters of base64 hold three quarters of that in bytes", () => {
    expect(rawBytes(5 * 1024 * 1024)).toBe(3_932_160);
  });
});

const photo: SourceImage = {
  mediaType: "image/jpeg",
  bytes: 4_000_000,
  width: 4000,
  height: 3000,
  isTransparent: false,
  isBare: false,
};
const drawing: SourceImage = { ...photo, mediaType: "image/png", bytes: 300_000, isBare: true };
const claude = imageTarget({ id: "anthropic/claude-3-5-haiku" });

describe("the size", () => {
  test.each<[number, number, object, number, number]>([
    [4000, 3000, { maxSidePx: 1568 }, 1568, 1176],
    [3000, 4000, { maxSidePx: 1568 }, 1176, 1568],
    [8660, 5774, { maxSidePx: 2576 }, 2576, 1717],
    [100, 80, { maxSidePx: 1568 }, 100, 80],
    [1568, 10, { maxSidePx: 1568 }, 1568, 10],
    [5000, 1, { maxSidePx: 100 }, 100, 1],
    [6000, 6000, { maxSidePx: 9000, maxPixels: 9_000_000 }, 3000, 3000],
  ])("%i × %i in %j is %i × %i", (width, height, target, toWidth, toHeight) => {
    const size = fitSize({ width, height }, { maxSidePx: Infinity, ...target });
    expect(size).toEqual({ width: toWidth, height: toHeight });
  });

  test("never passes a limit, whatever the image", () => {
    for (let width = 1; width < 9000; width += 397) {
      for (let height = 1; height < 9000; height += 401) {
        const size = fitSize({ width, height }, { maxSidePx: 1999, maxPixels: 1_234_567 });
        expect(Math.max(size.width, size.height)).toBeLessThanOrEqual(1999);
        expect(size.width * size.height).toBeLessThanOrEqual(1_234_567);
        expect(Math.min(size.width, size.height)).toBeGreaterThanOrEqual(1);
      }
    }
  });
});

describe("whether an image stays as it is", () => {
  const clean: SourceImage = { ...photo, bytes: 200_000, width: 1000, height: 800, isBare: true };
  test.each<[string, Partial<SourceImage>, boolean]>([
    ["clean and small enough", {}, true],
    ["with metadata", { isBare: false }, false],
    ["of a type that is not taken", { mediaType: "image/bmp" }, false],
    ["with too many pixels", { width: 1600 }, false],
    ["with too many bytes", { bytes: 4_000_000 }, false],
  ])("%s", (_, change, keeps) => {
    expect(planImage({ ...clean, ...change }, claude).keeps).toBe(keeps);
  });
});

describe("the format", () => {
  test.each<[string, SourceImage, string, string[]]>([
    ["a photo", photo, "anthropic/x", ["image/jpeg", "image/webp", "image/png"]],
    ["a photo for who takes no WebP", photo, "xai/x", ["image/jpeg", "image/png"]],
    ["a drawing", drawing, "anthropic/x", ["image/png", "image/webp", "image/jpeg"]],
    [
      "a GIF",
      { ...drawing, mediaType: "image/gif" },
      "gemini/x",
      ["image/png", "image/webp", "image/jpeg"],
    ],
    [
      "a PNG of a photo",
      { ...drawing, bytes: 20_000_000 },
      "openai/x",
      ["image/jpeg", "image/webp", "image/png"],
    ],
    [
      "a see-through photo",
      { ...drawing, bytes: 20_000_000, isTransparent: true },
      "openai/x",
      ["image/webp", "image/png", "image/jpeg"],
    ],
    [
      "a see-through photo for who takes no WebP",
      { ...drawing, bytes: 20_000_000, isTransparent: true },
      "xai/x",
      ["image/png", "image/jpeg"],
    ],
  ])("%s", (_, image, id, formats) => {
    expect(planImage(image, imageTarget({ id })).formats).toEqual(formats);
  });
});
