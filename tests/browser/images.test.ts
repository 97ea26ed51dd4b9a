import { afterEach, describe, expect, test, vi } from "vitest";
import { preparedTarget, type ImageTarget } from "../../src/images/imageTarget.js";
import { isBare } from "../../src/images/isBare.js";
import { processImage, type ImageOutcome } from "../../src/images/processImage.js";
import { createWorkshop, type Workshop } from "../../src/images/workshop.js";
import { corners, noise, orientedJPEG, paint, pixelsOf, withEXIF } from "./paintImages.js";
import { png } from "../guide/tinyImages.js";

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const shared: Workshop = createWorkshop();
const byWorker = (source: Blob, target: ImageTarget = preparedTarget): Promise<ImageOutcome> =>
  shared.work({ source, target });
const onPage = (source: Blob, target: ImageTarget = preparedTarget): Promise<ImageOutcome> =>
  processImage({ source, target });

function imageOf(outcome: ImageOutcome) {
  if ("refusal" in outcome) throw new Error(JSON.stringify(outcome.refusal));
  return outcome.image;
}

/** Every worker that is started from now on. */
function watchWorkers(): { started: number; ended: number } {
  const seen = { started: 0, ended: 0 };
  const Real = Worker;
  vi.stubGlobal(
    "Worker",
    class extends Real {
      constructor(...args: ConstructorParameters<typeof Worker>) {
        super(...args);
        seen.started += 1;
      }
      override terminate(): void {
        seen.ended += 1;
        super.terminate();
      }
    },
  );
  return seen;
}

const bytesOf = async (url: string): Promise<Uint8Array> =>
  new Uint8Array(await (await fetch(url)).arrayBuffer());

function difference(a: Uint8ClampedArray, b: Uint8ClampedArray): number {
  return a.reduce((sum, value, at) => sum + Math.abs(value - b[at]!), 0) / a.length;
}

const small: ImageTarget = { mediaTypes: ["image/png", "image/jpeg"], maxSidePx: 100 };

describe("every orientation", () => {
  test.each([1, 2, 3, 4, 5, 6, 7, 8])("%i comes out upright, without EXIF", async (orientation) => {
    const file = await orientedJPEG(orientation);
    for (const make of [byWorker, onPage]) {
      const image = imageOf(await make(file));
      expect(image).toMatchObject({ width: 40, height: 80, sourceWidth: 40, sourceHeight: 80 });
      const pixels = await pixelsOf(image.url, 2, 2);
      corners.forEach((colour, at) => {
        colour.forEach((value, channel) => {
          expect(Math.abs(pixels[4 * at + channel]! - value)).toBeLessThan(12);
        });
      });
      expect(isBare(await bytesOf(image.url), image.mediaType)).toBe(true);
    }
  });
});

describe("the worker and the page", () => {
  const cases: [string, () => Promise<Blob>, ImageTarget][] = [
    ["a photo", () => noise(400, 300, "image/jpeg"), small],
    ["a drawing", () => paint(400, 300, "image/png"), small],
    ["a small drawing", () => paint(40, 30, "image/png"), small],
    ["a see-through photo", () => noise(300, 200, "image/png", 0.5), { ...small, maxSidePx: 99 }],
    ["a photo of many bytes", () => noise(400, 300, "image/png"), { ...small, maxBytes: 2000 }],
  ];
  test.each(cases)("make the same of %s", async (_, make, target) => {
    const source = await make();
    const [a, b] = [imageOf(await byWorker(source, target)), imageOf(await onPage(source, target))];
    const { url: _a, bytes, ...facts } = a;
    expect(b).toMatchObject(facts);
    expect(Math.abs(b.bytes - bytes) / bytes).toBeLessThan(0.02);
    const pixels = await Promise.all([a, b].map(({ url }) => pixelsOf(url, 16, 16)));
    expect(difference(pixels[0]!, pixels[1]!)).toBeLessThan(1);
  });

  test("a page without a worker does the work itself", async () => {
    vi.stubGlobal("Worker", undefined);
    const workshop = createWorkshop();
    const outcome = await workshop.work({ source: await orientedJPEG(6), target: small });
    expect(imageOf(outcome)).toMatchObject({ width: 40, height: 80 });
  });

  test("so does one whose worker's file is not there, which is asked for once", async () => {
    const seen = watchWorkers();
    const workshop = createWorkshop();
    const job = { source: await orientedJPEG(6), target: small };
    const lost = { workerUrl: "/nowhere/imageWorker.js" };
    for (const _ of [1, 2]) imageOf(await workshop.work(job, lost));
    expect(seen).toEqual({ started: 1, ended: 1 });
  });

  test("a worker of one's own address is the one that is used", async () => {
    const seen = watchWorkers();
    const workerUrl = new URL(
      "../../src/images/imageWorker.ts?worker_file&type=module",
      import.meta.url,
    );
    imageOf(
      await createWorkshop().work({ source: await orientedJPEG(1), target: small }, { workerUrl }),
    );
    expect(seen).toEqual({ started: 1, ended: 0 });
  });

  test("without an OffscreenCanvas it is drawn on an element", async () => {
    const source = await orientedJPEG(8);
    vi.stubGlobal("OffscreenCanvas", undefined);
    const created = vi.spyOn(document, "createElement");
    const outcome = await createWorkshop().work({ source, target: small });
    expect(imageOf(outcome)).toMatchObject({ width: 40, height: 80 });
    expect(created).toHaveBeenCalledWith("canvas");
  });
});

describe("what it becomes", () => {
  test("a clean image that is small enough stays as it is, byte for byte", async () => {
    const source = await paint(60, 40, "image/png");
    const image = imageOf(await byWorker(source));
    expect(await bytesOf(image.url)).toEqual(new Uint8Array(await source.arrayBuffer()));
  });

  test("a drawing stays a PNG, a photo becomes a JPEG, a see-through one a WebP where that is taken", async () => {
    const all = { ...small, mediaTypes: [...small.mediaTypes, "image/webp"] };
    const typeOf = async (source: Blob) => imageOf(await byWorker(source, all)).mediaType;
    expect(await typeOf(await paint(400, 300, "image/png"))).toBe("image/png");
    expect(await typeOf(await noise(400, 300, "image/png"))).toBe("image/jpeg");
    expect(await typeOf(await noise(400, 300, "image/png", 0.5))).toBe("image/webp");
    const image = imageOf(await byWorker(await noise(400, 300, "image/png", 0.5), small));
    expect(image.mediaType).toBe("image/png");
  });

  test("where only a JPEG is small enough, what was see-through is white", async () => {
    const source = await noise(300, 300, "image/png", 0);
    const jpeg: ImageTarget = { mediaTypes: ["image/jpeg"], maxSidePx: 100 };
    const image = imageOf(await byWorker(source, jpeg));
    expect([...(await pixelsOf(image.url, 1, 1))]).toEqual([255, 255, 255, 255]);
  });

  test("no more bytes than asked for, with fewer pixels where that must be", async () => {
    const source = await noise(900, 900, "image/jpeg");
    const image = imageOf(await byWorker(source, { ...small, maxSidePx: 900, maxBytes: 20_000 }));
    expect(image.bytes).toBeLessThanOrEqual(20_000);
    expect(image.width).toBeLessThan(900);
    expect(image.width).toBe(image.height);
  });

  test("a browser that guards its canvases is not asked for pictures", async () => {
    const read = vi.spyOn(OffscreenCanvasRenderingContext2D.prototype, "getImageData");
    read.mockImplementation((_x, _y, width, height) => new ImageData(width, height));
    const source = await withEXIF(await paint(40, 30, "image/jpeg"));
    await expect(onPage(source)).rejects.toThrow(/keeps drawn pictures/);
  });
});

describe("refused before anything is decoded", () => {
  const cases: [string, Uint8Array, string][] = [
    ["900 megapixels", png(30_000, 30_000), "too_many_pixels"],
    ["a side of 2^31", png(0x7fffffff, 0x7fffffff), "too_many_pixels"],
    ["65,535 × 1", png(65_535, 1), "aspect_ratio"],
    ["1 × 65,535", png(1, 65_535), "aspect_ratio"],
    ["no bytes", new Uint8Array(), "empty"],
    ["words", new TextEncoder().encode("<html><p>Words"), "not_an_image"],
    [
      "a drawing with a script",
      new TextEncoder().encode("<svg><script/></svg>"),
      "unsupported_type",
    ],
    ["a header that is cut off", png(5, 5).subarray(0, 18), "unreadable"],
  ];
  test.each(cases)("%s", async (_, bytes, reason) => {
    const decode = vi.spyOn(globalThis, "createImageBitmap");
    const outcome = await onPage(new Blob([new Uint8Array(bytes)]));
    expect(outcome).toMatchObject({ refusal: { reason } });
    expect(decode).not.toHaveBeenCalled();
  });
});

test("a damaged image is refused, and the next one is made", async () => {
  const [damaged, good] = await Promise.all([
    byWorker(new Blob([new Uint8Array(png(40, 30))])),
    byWorker(await paint(40, 30, "image/png")),
  ]);
  expect(damaged).toEqual({ refusal: { reason: "unreadable" } });
  expect(imageOf(good).width).toBe(40);
});

describe("the queue", () => {
  test("makes one image at a time, in order, and says how far it is", async () => {
    const workshop = createWorkshop();
    const events: string[] = [];
    const job = { source: await noise(300, 200, "image/jpeg"), target: small };
    await Promise.all(
      ["a", "b", "c"].map(async (name) => {
        await workshop.work(job, { onProgress: (done) => events.push(`${name} ${done}`) });
        events.push(`${name} done`);
      }),
    );
    const ofOne = events.filter((one) => one.startsWith("a")).map((one) => one.slice(1));
    expect(ofOne.length).toBeGreaterThan(2);
    expect(events).toEqual(["a", "b", "c"].flatMap((name) => ofOne.map((one) => name + one)));
  });

  test("leaves out what was aborted before its turn, and ends what is being made", async () => {
    const seen = watchWorkers();
    const workshop = createWorkshop();
    const source = await noise(2000, 2000, "image/jpeg");
    const job = { source, target: small };
    const [running, waiting] = [new AbortController(), new AbortController()];
    const first = workshop.work(job, {
      signal: running.signal,
      onProgress: () => running.abort(),
    });
    const second = workshop.work(job, { signal: waiting.signal });
    const third = workshop.work(job);
    waiting.abort();
    await expect(first).rejects.toThrow(/abort/i);
    await expect(second).rejects.toThrow(/abort/i);
    expect(imageOf(await third).width).toBe(100);
    expect(seen).toEqual({ started: 2, ended: 1 });
  });

  test("keeps its worker for the next image, and ends it when none comes", async () => {
    const seen = watchWorkers();
    const workshop = createWorkshop();
    const job = { source: await paint(40, 30, "image/png"), target: small };
    await workshop.work(job);
    vi.useFakeTimers();
    try {
      await workshop.work(job);
      expect(seen).toEqual({ started: 1, ended: 0 });
      vi.advanceTimersByTime(10_000);
      expect(seen).toEqual({ started: 1, ended: 1 });
    } finally {
      vi.useRealTimers();
    }
    await workshop.work(job);
    expect(seen.started).toBe(2);
  });
});
