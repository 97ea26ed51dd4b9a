import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readFileFacts } from "../../src/images/fileFacts.js";
import { isBare } from "../../src/images/isBare.js";
import { refuseFile } from "../../src/images/intake.js";
import type { ImageTarget } from "../../src/images/imageTarget.js";
import type { ImageOutcome, ProcessedImage, processImage } from "../../src/images/processImage.js";
import type { Workshop } from "../../src/images/workshop.js";
import { corporaDir } from "../data.js";
import { openImagePage, type ImagePage } from "../support/imagePage.mjs";

declare global {
  /** What the page of `openImagePage` holds. */
  var engine: {
    workshop: Workshop;
    processImage: typeof processImage;
    preparedTarget: ImageTarget;
  };
}

/** What is not taken, and why; all else is. */
const refused: Readonly<Record<string, string>> = {
  "bad-crc.png": "unreadable",
  "bomb-1bit-30000x30000.png": "too_many_pixels",
  "header-only-claims-100000x100000.png": "too_many_pixels",
  "html-as.jpg": "not_an_image",
  "one-byte.jpg": "not_an_image",
  // Its width is the beginning of a comment: 10,799 × 1.
  "polyglot-gif-js.gif": "aspect_ratio",
  "svg-billion-laughs.svg": "unsupported_type",
  "svg-script.svg": "unsupported_type",
  "tall-1x65535.png": "aspect_ratio",
  "text-as.png": "not_an_image",
  "truncated-idat.png": "unreadable",
  "wide-65535x1.png": "aspect_ratio",
  "zero-byte.png": "empty",
};
/** Refused before anything is decoded. */
const beforeDecoding = new Set([
  "too_many_pixels",
  "aspect_ratio",
  "not_an_image",
  "unsupported_type",
  "empty",
]);

const dir = corporaDir();
const files = dir
  ? ["exif-gps", "exif-orientation", "generated", "pngsuite"].flatMap((folder) =>
      readdirSync(join(dir, "images", folder))
        .filter((name) => /\.(?:png|jpe?g|gif|svg)$/.test(name))
        .map((name) => ({ name, bytes: readFileSync(join(dir, "images", folder, name)) })),
    )
  : [];

/** The corrupt ones of PngSuite begin with an x. */
function reasonOf(name: string): string | undefined {
  return refused[name] ?? (/^x\w+\.png$/.test(name) ? "unreadable" : undefined);
}

function imageOf(outcome: ImageOutcome): ProcessedImage {
  if ("refusal" in outcome) throw new Error(outcome.refusal.reason);
  return outcome.image;
}

describe.skipIf(!dir)("the corpus", () => {
  const taken = files.filter(({ name }) => reasonOf(name) === undefined);
  const notTaken = files.filter(({ name }) => reasonOf(name) !== undefined);

  test("is told by its first bytes, and no header throws", () => {
    expect(files.length).toBeGreaterThan(195);
    const reasons = files.map(
      ({ name, bytes }) => [name, refuseFile(readFileFacts(bytes), bytes.length)?.reason] as const,
    );
    const early = reasons.filter(([name]) => beforeDecoding.has(reasonOf(name) ?? ""));
    expect(early).toEqual(early.map(([name]) => [name, reasonOf(name)]));
    const late = reasons.filter(([name]) => reasonOf(name) === undefined);
    expect(late).toEqual(late.map(([name]) => [name, undefined]));
  });

  describe("in Chromium", () => {
    let lab: ImagePage;
    beforeAll(async () => {
      lab = await openImagePage();
    });
    afterAll(() => lab.close());

    const make = (bytes: Buffer, where: "worker" | "page"): Promise<ImageOutcome> =>
      lab.page.evaluate(
        async ({ base64, onPage }) => {
          const letters = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
          const { engine } = globalThis;
          const job = { source: new Blob([letters]), target: engine.preparedTarget };
          return onPage ? engine.processImage(job) : engine.workshop.work(job);
        },
        { base64: bytes.toString("base64"), onPage: where === "page" },
      );

    test.each(notTaken)("$name is refused", async ({ name, bytes }) => {
      const outcome = await make(bytes, "worker");
      // The corrupt ones may have lost what says that they are images.
      const reasons = [reasonOf(name), ...(name.startsWith("x") ? ["not_an_image"] : [])];
      expect(reasons).toContain("refusal" in outcome ? outcome.refusal.reason : undefined);
    });

    test.each(taken)("$name is taken", async ({ bytes }) => {
      const { url, mediaType, width, height } = imageOf(await make(bytes, "worker"));
      const made = Buffer.from(url.slice(url.indexOf(",") + 1), "base64");
      expect(isBare(made, mediaType)).toBe(true);
      expect(made.includes("Exif") || made.includes("GPS")).toBe(false);
      expect(Math.max(width, height)).toBeLessThanOrEqual(2576);
      const onPage = imageOf(await make(bytes, "page"));
      expect(onPage).toMatchObject({ mediaType, width, height });
    });

    const upright = (pattern: RegExp) => files.filter(({ name }) => pattern.test(name));

    test("the photos of every orientation show the same", async () => {
      const thumbnails: number[][] = [];
      for (const { bytes } of upright(/^Portrait_\d\.jpg$/)) {
        const image = imageOf(await make(bytes, "worker"));
        expect(image.height).toBeGreaterThan(image.width);
        const pixels = await lab.page.evaluate(async (url) => {
          const bitmap = await createImageBitmap(await (await fetch(url)).blob());
          const context = new OffscreenCanvas(12, 16).getContext("2d")!;
          context.drawImage(bitmap, 0, 0, 12, 16);
          return [...context.getImageData(0, 0, 12, 16).data];
        }, image.url);
        thumbnails.push(pixels);
      }
      const [first, ...others] = thumbnails;
      expect(others).toHaveLength(4);
      for (const other of others) {
        const sum = other.reduce((total, value, at) => total + Math.abs(value - first![at]!), 0);
        expect(sum / other.length).toBeLessThan(6);
      }
    });

    test("nothing was left uncaught", () => {
      expect(lab.problems).toEqual([]);
    });
  });
});
