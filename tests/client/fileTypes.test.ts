import { describe, expect, test } from "vitest";
import { fileWay } from "../../src/client/fileTypes.js";
import { findProvider } from "../../src/client/index.js";
import { loadProtocol } from "../../src/client/loadProtocol.js";

const mediaTypes = [
  "application/pdf",
  "application/json",
  "application/xml",
  "text/x-python",
  "application/zip",
  "application/msword",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  "application/vnd.ms-excel",
  "text/plain",
  "text/csv",
  "text/html",
  "text/markdown",
  "audio/wav",
  "audio/mpeg",
  "video/mp4",
];

/** Why a request cannot be written; `undefined` where it can. */
function refusalOf(write: () => unknown): unknown {
  try {
    write();
    return undefined;
  } catch (error) {
    return error;
  }
}

/** The pre-flight says what the protocols do, without loading them. */
describe.each([
  ["openai", "gpt-4o"],
  ["groq", "llama"],
  ["mistral", "mistral-large"],
  ["openrouter", "x"],
  ["anthropic", "claude-opus-5"],
  ["gemini", "gemini-3-pro"],
  ["bedrock", "amazon.nova-lite-v1:0"],
  ["cohere", "command-a"],
  ["ollama_chat", "llama3"],
])("what %s takes", (provider, model) => {
  test.each(mediaTypes)("of %s is what its protocol takes", async (mediaType) => {
    const protocol = await loadProtocol(findProvider(provider)!.protocol);
    const url = `data:${mediaType};base64,${btoa("{}")}`;
    const request = {
      model,
      messages: [
        {
          id: "1",
          role: "user" as const,
          parts: [
            { type: "text" as const, text: "Hi" },
            { type: "file" as const, mediaType, url, filename: "a.bin" },
          ],
        },
      ],
    };
    const target = { provider, model, baseURL: "https://example.com" };
    const isTaken = refusalOf(() => protocol.toRequest(request, target)) === undefined;
    const way = fileWay(provider, model, { type: "file", mediaType, url });
    expect(way === "document" || way === "text").toBe(isTaken);
  });
});

test("what somebody unknown takes is not known", () => {
  const url = "data:application/pdf;base64,e30=";
  const file = { type: "file" as const, mediaType: "application/pdf", url };
  expect(fileWay("somebody", "x", file)).toBeUndefined();
});
