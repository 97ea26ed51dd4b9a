import { describe, expect, test } from "vitest";
import type { StreamPart } from "../../src/client/index.js";
import { geminiGenerate } from "../../src/client/protocols/geminiGenerate.js";
import { bodyOf, utf8 } from "./byteStreams.js";
import { fixtureOf } from "./protocolFixtures.js";
import { type Answer, readAnswer } from "./readAnswer.js";

const target = { provider: "gemini", model: "gemini-test", baseURL: "https://api.example/v1beta" };

function readText(text: string): Promise<Answer> {
  return readAnswer(geminiGenerate.readStream(bodyOf([utf8(text)]), target));
}

/** A stream whose chunks hold these parts, finished by STOP. */
function streamOf(...chunks: object[][]): string {
  const bodies = [...chunks.map((parts) => ({ content: { parts } })), { finishReason: "STOP" }];
  return bodies
    .map((candidate) => `data: ${JSON.stringify({ candidates: [candidate], responseId: "r" })}\n\n`)
    .join("");
}

function kinds({ parts }: Answer): string[] {
  return parts.map(({ type }) => type);
}

test.each([
  ["STOP", "stop"],
  ["RECITATION", "content-filter"],
  ["IMAGE_SAFETY", "content-filter"],
  ["LANGUAGE", "other"],
  ["constructor", "other"],
])("finish reason %s is %s", async (reason, expected) => {
  const answer = await readText(`{"candidates":[{"finishReason":"${reason}"}]}`);
  expect(answer.finishReason).toBe(expected);
});

test("a call that was not asked for does not make the answer wait for a tool", async () => {
  const call = '{"functionCall":{"name":"list_files","args":{}}}';
  const answer = await readText(
    `{"candidates":[{"content":{"parts":[${call}]},"finishReason":"UNEXPECTED_TOOL_CALL"}]}`,
  );
  expect(answer).toMatchObject({ finishReason: "other", toolCalls: [{ name: "list_files" }] });
});

test("a failure comes after its text, and what it cost before it", async () => {
  const answer = await readText(fixtureOf("gemini-generate", "malformed-call").body);
  expect(answer.parts.at(-1)).toEqual({
    type: "message-metadata",
    messageMetadata: { usage: expect.objectContaining({ totalTokens: 11 }) as unknown },
  });
  expect(answer.error).toMatchObject({ details: "Malformed function call: weather(" });
});

describe("what Gemini wants back", () => {
  const google = (thoughtSignature: string): object => ({
    providerMetadata: { google: { thoughtSignature } },
  });

  test("a signature in an empty piece of text belongs to the text before it", async () => {
    const { parts } = await readText(fixtureOf("gemini-generate", "reasoning").body);
    expect(parts).toMatchObject([
      { type: "reasoning-start", id: "reasoning-0" },
      { type: "reasoning-delta" },
      { type: "reasoning-delta" },
      { type: "reasoning-end", id: "reasoning-0" },
      { type: "text-start", id: "text-1" },
      { type: "text-delta" },
      { type: "text-delta" },
      { type: "text-end", id: "text-1", ...google("c2lnLTE=") },
      { type: "finish" },
    ]);
    expect(parts[3]).not.toHaveProperty("providerMetadata");
  });

  test("a signed thought, call and picture carry their own", async () => {
    const { parts } = await readText(
      streamOf(
        [{ text: "Hm.", thought: true, thoughtSignature: "s1" }],
        [{ functionCall: { name: "f", args: {} }, thoughtSignature: "s2" }],
        [{ inlineData: { mimeType: "image/png", data: "AA==" }, thoughtSignature: "s3" }],
        [{ inlineData: { mimeType: "image/png", data: "AB==" }, thought: true }],
      ),
    );
    expect(parts).toContainEqual({ type: "reasoning-end", id: "reasoning-0", ...google("s1") });
    expect(parts).toContainEqual(
      expect.objectContaining({ type: "tool-input-available", ...google("s2") }),
    );
    const files = parts.filter(({ type }) => type === "file");
    expect(files).toEqual([
      { type: "file", mediaType: "image/png", url: "data:image/png;base64,AA==", ...google("s3") },
      {
        type: "file",
        mediaType: "image/png",
        url: "data:image/png;base64,AB==",
        providerMetadata: { google: { thought: true } },
      },
    ]);
  });

  test("a signature of something unknown opens no text", async () => {
    expect(kinds(await readText(streamOf([{ thoughtSignature: "s", riddle: {} }])))).toEqual([
      "finish",
    ]);
  });
});

test("text, thoughts, pictures and calls are parts of their own, in order", async () => {
  const answer = await readText(
    streamOf(
      [{ text: "a" }, { text: "b", thought: true }, { text: "c" }],
      [{ fileData: { mimeType: "image/png", fileUri: "https://a/b.png" } }],
      [{ text: "d" }, { functionCall: { name: "f" } }, { text: "e" }],
    ),
  );
  expect(kinds(answer).join(" ")).toBe(
    [
      "text-start text-delta text-end",
      "reasoning-start reasoning-delta reasoning-end",
      "text-start text-delta text-end",
      "file",
      "text-start text-delta text-end",
      "tool-input-start tool-input-delta tool-input-available",
      "text-start text-delta text-end",
      "finish",
    ].join(" "),
  );
});

test("sources are told once and do not end the text; documents have names", async () => {
  const { parts } = await readText(fixtureOf("gemini-generate", "sources").body);
  const text = parts.filter(({ type }) => type.startsWith("text"));
  expect(text.map(({ type }) => type)).toEqual([
    "text-start",
    "text-delta",
    "text-delta",
    "text-end",
  ]);
  const isSource = (part: StreamPart): boolean => part.type.startsWith("source-");
  expect(parts.filter(isSource)).toEqual([
    { type: "source-url", sourceId: "source-1", url: "https://a.example/", title: "A" },
    { type: "source-url", sourceId: "source-2", url: "https://b.example/" },
    { type: "source-url", sourceId: "source-3", url: "https://maps.example/p", title: "P" },
    {
      type: "source-document",
      sourceId: "source-4",
      mediaType: "application/pdf",
      title: "Report",
      filename: "report.pdf",
    },
    {
      type: "source-document",
      sourceId: "source-5",
      mediaType: "application/octet-stream",
      title: "mine",
    },
  ]);
});

test("what Google runs itself is shown with its result", async () => {
  const { parts } = await readText(
    streamOf(
      [{ executableCode: { language: "PYTHON", code: "print(1)" } }],
      [{ codeExecutionResult: { outcome: "OUTCOME_OK", output: "1\n" } }],
      [{ toolCall: { toolType: "GOOGLE_SEARCH_WEB", args: { q: "x" }, id: "t1" } }],
      [{ toolResponse: { toolType: "GOOGLE_SEARCH_WEB", response: { n: 1 }, id: "t1" } }],
    ),
  );
  const server = { providerExecuted: true };
  expect(parts).toEqual([
    {
      type: "tool-input-available",
      toolCallId: "server-r-0",
      toolName: "code_execution",
      input: { language: "PYTHON", code: "print(1)" },
      ...server,
    },
    {
      type: "tool-output-available",
      toolCallId: "server-r-0",
      output: { outcome: "OUTCOME_OK", output: "1\n" },
      ...server,
    },
    {
      type: "tool-input-available",
      toolCallId: "t1",
      toolName: "google_search_web",
      input: { q: "x" },
      ...server,
    },
    { type: "tool-output-available", toolCallId: "t1", output: { n: 1 }, ...server },
    { type: "finish", finishReason: "stop" },
  ]);
});

test("arguments that are no JSON are an error of that call", async () => {
  const { parts } = await readText(streamOf([{ functionCall: { name: "f", args: '{"a":' } }]));
  expect(parts).toContainEqual({
    type: "tool-input-error",
    toolCallId: "call-r-0",
    toolName: "f",
    input: '{"a":',
    errorText: expect.stringContaining('"f"') as string,
  });
});

test.each([undefined, null, "", " ", "null"])("arguments %o are none", async (args) => {
  const { toolCalls } = await readText(streamOf([{ functionCall: { name: "f", args } }]));
  expect(toolCalls).toEqual([{ id: "call-r-0", name: "f", args: {} }]);
});

test("streamed arguments cannot reach what is not theirs, nor fill the memory", async () => {
  const piece = (jsonPath: string): object => ({ jsonPath, stringValue: "x" });
  const paths = [
    "$.__proto__.polluted",
    "$.a[4000000000]",
    "$.b[1]",
    "$.c[0]",
    "$.c.d",
    "nonsense",
  ];
  const { toolCalls } = await readText(
    streamOf([{ functionCall: { name: "f", partialArgs: paths.map(piece) } }]),
  );
  expect(({} as { polluted?: string }).polluted).toBeUndefined();
  expect(JSON.stringify(toolCalls[0]?.args)).toBe(
    '{"__proto__":{"polluted":"x"},"a":[],"b":[],"c":["x"]}',
  );
});

test("a streamed call ends where another begins; its signature may come late", async () => {
  const { parts } = await readText(
    streamOf(
      [{ functionCall: { name: "f", willContinue: true } }],
      [{ functionCall: { willContinue: true }, thoughtSignature: "s" }],
      [{ functionCall: { name: "g", args: { a: 1 } } }],
    ),
  );
  expect(parts.filter(({ type }) => type === "tool-input-available")).toEqual([
    {
      type: "tool-input-available",
      toolCallId: "call-r-0",
      toolName: "f",
      input: {},
      providerMetadata: { google: { thoughtSignature: "s" } },
    },
    { type: "tool-input-available", toolCallId: "call-r-1", toolName: "g", input: { a: 1 } },
  ]);
});

test("a count that a later chunk does not repeat is kept", async () => {
  const chunk = (usageMetadata: object): string => `data: ${JSON.stringify({ usageMetadata })}\n\n`;
  const { usage } = await readText(
    chunk({ promptTokenCount: 5, thoughtsTokenCount: 7 }) +
      chunk({ promptTokenCount: 6, candidatesTokenCount: 1 }) +
      streamOf(),
  );
  expect(usage).toMatchObject({ inputTokens: 6, outputTokens: 8, reasoningTokens: 7 });
});

test("a call that is cut off in the middle of its arguments is not handed out", async () => {
  const { body } = fixtureOf("gemini-generate", "streamed-arguments");
  const answer = await readText(body.slice(0, body.indexOf("0.5")));
  expect(answer.toolCalls).toEqual([]);
  expect(answer.error?.code).toBe("truncated");
});
