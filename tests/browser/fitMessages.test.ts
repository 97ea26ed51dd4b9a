import { afterEach, describe, expect, test, vi } from "vitest";
import { readImageFacts } from "../../src/client/imageFacts.js";
import type { FilePart, UIMessage, UIMessagePart } from "../../src/index.js";
import { dataURLOf } from "../../src/images/dataURL.js";
import { fitMessages } from "../../src/images/fitMessages.js";
import { isBare } from "../../src/images/isBare.js";
import { prepareImage } from "../../src/images/prepareImage.js";
import { workshop } from "../../src/images/workshop.js";
import { png } from "../guide/tinyImages.js";
import { noise, orientedJPEG, paint } from "./paintImages.js";

afterEach(() => {
  vi.restoreAllMocks();
});

const haiku = { id: "anthropic/claude-3-5-haiku" };
const groq = { id: "groq/llama-4-scout" };

async function partOf(file: Blob, filename?: string): Promise<FilePart> {
  return {
    type: "file",
    mediaType: file.type,
    url: await dataURLOf(file),
    ...(filename && { filename }),
  };
}

async function prepared(file: Blob): Promise<FilePart> {
  const result = await prepareImage(file, "a.jpg");
  if ("refusal" in result) throw new Error(result.refusal.reason);
  return result.part;
}

let made = 0;
const message = (role: UIMessage["role"], ...parts: UIMessagePart[]): UIMessage => ({
  id: `${(made += 1)}`,
  role,
  parts,
});
const asks = (...parts: UIMessagePart[]): UIMessage => message("user", ...parts);

const imagesOf = (messages: readonly UIMessage[]): FilePart[] =>
  messages.flatMap(({ parts }) => parts.filter((part): part is FilePart => part.type === "file"));

async function factsOf({ url }: FilePart) {
  const bytes = new Uint8Array(await (await fetch(url)).arrayBuffer());
  return { ...readImageFacts(bytes), bytes };
}

describe("a conversation", () => {
  test("without images, or with images that fit, is the same one", async () => {
    const work = vi.spyOn(workshop, "work");
    const plain = [asks({ type: "text", text: "Hi" })];
    expect(await fitMessages(plain, haiku)).toBe(plain);
    const small = [asks(await prepared(await paint(50, 40, "image/png")))];
    work.mockClear();
    expect(await fitMessages(small, haiku)).toBe(small);
    expect(work).not.toHaveBeenCalled();
  });

  test("is sent with smaller images, and keeps its own", async () => {
    const big = await prepared(await noise(2400, 1200, "image/jpeg"));
    const address: FilePart = { type: "file", mediaType: "image/png", url: "https://x.test/a.png" };
    const pdf: FilePart = { type: "file", mediaType: "application/pdf", url: "data:," };
    const messages = [asks(big, address, pdf), message("assistant", big), asks(big)];
    const [first, answer, last] = await fitMessages(messages, haiku);
    expect(await factsOf(first!.parts[0] as FilePart)).toMatchObject({ width: 1568, height: 784 });
    expect(first!.parts.slice(1)).toEqual([address, pdf]);
    expect(answer === messages[1]).toBe(true);
    expect(last!.parts[0] === first!.parts[0]).toBe(true);
    expect(imagesOf(messages)[0] === big).toBe(true);
  });

  test("has each image made once for a model, however often it is sent", async () => {
    const work = vi.spyOn(workshop, "work");
    const parts = await Promise.all([300, 310].map((side) => noise(side, 10, "image/jpeg")));
    const messages = [asks(...(await Promise.all(parts.map((part) => partOf(part)))))];
    await fitMessages(messages, haiku);
    await fitMessages([...messages, asks({ type: "text", text: "More" })], haiku);
    expect(work).toHaveBeenCalledTimes(2);
    await fitMessages(messages, groq);
    expect(work).toHaveBeenCalledTimes(4);
  });

  test("from elsewhere loses its EXIF and is turned upright", async () => {
    const [sent] = await fitMessages([asks(await partOf(await orientedJPEG(6)))], haiku);
    const { width, height, bytes, mediaType } = await factsOf(imagesOf([sent!])[0]!);
    expect({ width, height }).toEqual({ width: 40, height: 80 });
    expect(isBare(bytes, mediaType!)).toBe(true);
  });

  test("of more bytes than a request holds has its large images made smaller, not the small ones", async () => {
    const large = await noise(1500, 1500, "image/jpeg");
    const small = await prepared(await paint(40, 30, "image/png"));
    const images = [await partOf(large), await partOf(large, "b.jpg"), small];
    expect(large.size).toBeGreaterThan(2_000_000);
    const sent = imagesOf(await fitMessages([asks(...images)], groq));
    const length = sent.reduce((sum, { url }) => sum + url.length, 0);
    expect(length).toBeLessThanOrEqual(3_600_000);
    expect(sent[2] === small).toBe(true);
  });
});

describe("an image that cannot be sent", () => {
  const damaged: FilePart = {
    type: "file",
    mediaType: "image/png",
    filename: "kaputt\u202e.png",
    url: `data:image/png;base64,${btoa(String.fromCharCode(...png(40, 30)))}`,
  };
  const reason = "kaputt.png could not be read. The file may be damaged.";

  test("is an error in the newest question, whose sentence its name does not turn round", async () => {
    const fit = fitMessages([asks(damaged)], haiku);
    await expect(fit).rejects.toMatchObject({ code: "image_rejected", message: reason });
  });

  test("is left out of an older one", async () => {
    const newest = asks({ type: "text", text: "And now?" });
    const [older, same] = await fitMessages([asks(damaged), newest], haiku);
    expect(older!.parts).toEqual([{ type: "text", text: `[An image was left out. ${reason}]` }]);
    expect(same).toBe(newest);
  });

  test("by this browser goes as it is to a provider that reads it", async () => {
    const heic = new Uint8Array(64);
    heic.set(new TextEncoder().encode("\0\0\0\x18ftypheic\0\0\0\0mif1heic\0\0\0\x14ispe"));
    new DataView(heic.buffer).setUint32(36, 90);
    new DataView(heic.buffer).setUint32(40, 60);
    const photo = [asks(await partOf(new Blob([heic], { type: "image/heic" })))];
    expect(await fitMessages(photo, { id: "gemini/gemini-3-pro" })).toBe(photo);
    await expect(fitMessages(photo, haiku)).rejects.toThrow(/a HEIC photo, which can't be read/);
  });
});

describe("a browser that cannot write images", () => {
  test("sends what can go as it is, and says so of the rest", async () => {
    const plain = await partOf(await paint(50, 40, "image/jpeg"));
    const large = await partOf(await noise(1600, 20, "image/jpeg"), "wide.jpg");
    const tagged = await partOf(await orientedJPEG(6), "tagged.jpg");
    vi.spyOn(workshop, "work").mockRejectedValue(new Error("This browser has no canvas."));
    const messages = [asks(plain)];
    expect(await fitMessages(messages, haiku)).toBe(messages);
    for (const part of [large, tagged]) {
      const fit = fitMessages([asks(part)], haiku);
      await expect(fit).rejects.toThrow(`${part.filename} could not be made ready`);
    }
  });
});
