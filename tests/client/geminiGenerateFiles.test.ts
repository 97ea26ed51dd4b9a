import { describe, expect, test } from "vitest";
import type { Target, UIMessagePart } from "../../src/client/index.js";
import {
  assistant,
  contents,
  file,
  google,
  png,
  text,
  user,
  validator,
} from "./geminiGenerateBuilders.js";

describe("files", () => {
  test("travel as bytes among the words, also alone", () => {
    expect(
      contents(
        {},
        user(text("What?"), file("image/*", png), text("This.")),
        assistant(text("A dot.")),
        user(file("application/pdf", "data:application/pdf;base64,QUJD")),
      ),
    ).toEqual([
      {
        role: "user",
        parts: [
          { text: "What?" },
          { inlineData: { mimeType: "image/png", data: "AAAA" } },
          { text: "This." },
        ],
      },
      { role: "model", parts: [{ text: "A dot." }] },
      { role: "user", parts: [{ inlineData: { mimeType: "application/pdf", data: "QUJD" } }] },
    ]);
  });

  test.each([
    "https://generativelanguage.googleapis.com/v1beta/files/abc",
    "https://www.youtube.com/watch?v=x",
    "https://youtu.be/x",
  ])("%s is an address that Gemini fetches", (url) => {
    expect(contents({}, user(file("video/mp4", url)))).toEqual([
      { role: "user", parts: [{ fileData: { mimeType: "video/mp4", fileUri: url } }] },
    ]);
  });

  test("Vertex AI fetches any address, and wants to know what it is", () => {
    const sent = (url: string): unknown =>
      contents({ provider: "vertex_ai" }, user(file("image/*", url)));
    for (const url of ["https://a/b", "gs://a/b"]) {
      expect(sent(url)).toEqual([
        { role: "user", parts: [{ fileData: { mimeType: "image/jpeg", fileUri: url } }] },
      ]);
    }
  });

  test.each([
    ["image/gif", "data:image/gif;base64,AAAA", "image_rejected"],
    ["image/png", "https://a/b.png", "image_rejected"],
    ["application/pdf", "https://a/b.pdf", "bad_request"],
    ["application/zip", "data:application/zip;base64,AAAA", "bad_request"],
    ["text/plain", "data:text/plain,hello", "bad_request"],
  ])("%s at %s is refused by name", (mediaType, url, code) => {
    expect(() => contents({}, user(file(mediaType, url, "my.file")))).toThrow(
      expect.objectContaining({
        code,
        message: expect.stringMatching(/^Google Gemini does not take "my\.file"/) as string,
      }),
    );
  });

  test("a picture of an answer goes back where it can, and is left out where it cannot", () => {
    const pictures = assistant(
      file("image/png", png),
      { ...file("image/png", png), providerMetadata: google("s") } as UIMessagePart,
      {
        ...file("image/png", png),
        providerMetadata: { google: { thought: true } },
      } as UIMessagePart,
      file("image/png", "https://a/b.png"),
      file("image/gif", "data:image/gif;base64,AAAA"),
    );
    const inlineData = { mimeType: "image/png", data: "AAAA" };
    const sent = (target: Partial<Target>): unknown =>
      (contents(target, user(text("Draw")), pictures) as unknown[])[1];
    expect(sent({})).toEqual({
      role: "model",
      parts: [{ inlineData }, { inlineData, thoughtSignature: "s" }, { inlineData, thought: true }],
    });
    expect(sent({ model: "gemini-3-pro-image-preview" })).toEqual({
      role: "model",
      parts: [
        { inlineData, thoughtSignature: btoa(validator) },
        { inlineData, thoughtSignature: "s" },
        { inlineData, thought: true },
      ],
    });
  });
});
