import { expect, test } from "vitest";
import { fixture } from "./bedrockConverseFixtures.js";
import { bodyOf } from "./byteStreams.js";
import type { Answer } from "./readAnswer.js";
import { delta, messageStop, read, readEvents, readText, start, stop } from "./readConverse.js";

test("blocks have ids of their own, and may interleave", async () => {
  const { parts } = await readEvents(
    delta(0, { text: "a" }),
    delta(1, { reasoningContent: { text: "b" } }),
    delta(0, { text: "c" }),
    stop(1),
    messageStop("end_turn"),
  );
  expect(parts).toEqual([
    { type: "text-start", id: "0" },
    { type: "text-delta", id: "0", delta: "a" },
    { type: "reasoning-start", id: "1" },
    { type: "reasoning-delta", id: "1", delta: "b" },
    { type: "text-delta", id: "0", delta: "c" },
    { type: "reasoning-end", id: "1" },
    { type: "text-end", id: "0" },
    { type: "finish", finishReason: "stop" },
  ]);
});

test("blocks of text that follow each other are one text: citations cut sentences into blocks", async () => {
  const page = { title: "report", location: { documentPage: { documentIndex: 0 } } };
  const { parts } = await readEvents(
    delta(0, { text: "It says that " }),
    stop(0),
    delta(1, { citation: page }),
    delta(1, { text: "it rained" }),
    stop(1),
    delta(2, { text: "." }),
    stop(2),
    start(3, { toolUse: { toolUseId: "a", name: "f" } }),
    stop(3),
    delta(4, { text: "Done." }),
    stop(4),
    messageStop("tool_use"),
  );
  expect(parts.map((part) => ("id" in part ? `${part.type} ${part.id}` : part.type))).toEqual([
    "text-start 0",
    "text-delta 0",
    "source-document",
    "text-delta 0",
    "text-delta 0",
    "text-end 0",
    "tool-input-start",
    "tool-input-available",
    "text-start 4",
    "text-delta 4",
    "text-end 4",
    "finish",
  ]);
  const cited = { citationsContent: { content: [{ text: "it rained" }], citations: [page] } };
  const content = [{ text: "It says that " }, cited, { text: "." }];
  const whole = await readText(JSON.stringify({ output: { message: { content } } }));
  expect(whole.text).toBe("It says that it rained.");
  expect(whole.parts.filter(({ type }) => type === "text-start")).toHaveLength(1);
});

test("a block that turns into another kind ends first", async () => {
  const { parts } = await readEvents(
    delta(0, { reasoningContent: { text: "b" } }),
    delta(0, { text: "a" }),
    messageStop("end_turn"),
  );
  expect(parts.map(({ type }) => type)).toEqual([
    "reasoning-start",
    "reasoning-delta",
    "reasoning-end",
    "text-start",
    "text-delta",
    "text-end",
    "finish",
  ]);
});

test("signatures and encrypted reasoning stay on their parts", async () => {
  const ends = (answer: Answer): unknown[] =>
    answer.parts.filter(({ type }) => type === "reasoning-end");
  const signed = (name: string): unknown => ({
    type: "reasoning-end",
    id: "0",
    providerMetadata: { bedrock: { signature: name } },
  });
  expect(ends(await read(bodyOf(fixture("reasoning").frames)))).toEqual([
    signed("c2lnbmF0dXJl"),
    {
      type: "reasoning-end",
      id: "1",
      providerMetadata: { bedrock: { redactedData: "ZW5jcnlwdGVk" } },
    },
  ]);
  expect(ends(await read(bodyOf(fixture("whole").frames)))).toEqual([signed("c2ln")]);
});

test("a tool that Bedrock runs itself is nobody else's", async () => {
  const { parts } = await read(bodyOf(fixture("server-tool").frames));
  const call = { toolCallId: "st_1", providerExecuted: true };
  expect(parts.slice(0, 4)).toEqual([
    { type: "tool-input-start", ...call, toolName: "nova_code_interpreter" },
    { type: "tool-input-delta", toolCallId: "st_1", inputTextDelta: '{"snippet":"1+1"}' },
    {
      type: "tool-input-available",
      ...call,
      toolName: "nova_code_interpreter",
      input: { snippet: "1+1" },
    },
    { type: "tool-output-available", ...call, output: { stdOut: "2", exitCode: 0 } },
  ]);
});

test("its failure too", async () => {
  const { parts } = await readEvents(
    start(0, { toolResult: { toolUseId: "x", status: "error" } }),
    delta(0, { toolResult: [{ text: "No network" }] }),
    stop(0),
    messageStop("end_turn"),
  );
  expect(parts[0]).toEqual({
    type: "tool-output-error",
    toolCallId: "x",
    providerExecuted: true,
    errorText: "No network",
  });
});

test("documents are sources, each once", async () => {
  const { parts } = await read(bodyOf(fixture("citations").frames));
  expect(parts.filter(({ type }) => type.startsWith("source"))).toEqual([
    {
      type: "source-url",
      sourceId: "source-1",
      url: "https://weather.example/a",
      title: "Weather",
    },
    {
      type: "source-document",
      sourceId: "source-2",
      mediaType: "application/pdf",
      title: "report",
    },
    { type: "source-url", sourceId: "source-3", url: "https://search.example/b", title: "B" },
  ]);
});

test("images come as files, put together from their pieces", async () => {
  const { parts } = await readEvents(
    start(0, { image: { format: "png" } }),
    delta(0, { image: { source: { bytes: "AAAA" } } }),
    delta(0, { image: { source: { bytes: "BBBB" } } }),
    stop(0),
    messageStop("end_turn"),
  );
  expect(parts[0]).toEqual({
    type: "file",
    mediaType: "image/png",
    url: "data:image/png;base64,AAAABBBB",
  });
  const whole = {
    output: { message: { content: [{ image: { format: "png", source: { bytes: "AA==" } } }] } },
  };
  expect((await readText(JSON.stringify(whole))).parts).toEqual([
    { type: "file", mediaType: "image/png", url: "data:image/png;base64,AA==" },
    { type: "finish", finishReason: "unknown" },
  ]);
});

test("a call that was not closed is closed at the end; one without a name or an id is none", async () => {
  const answer = await readEvents(
    start(0, { toolUse: { toolUseId: "a" } }),
    start(1, { toolUse: { name: "f" } }),
    delta(1, { toolUse: { input: "{}" } }),
    start(2, { toolUse: { toolUseId: "c", name: "f" } }),
    messageStop("end_turn"),
  );
  expect(answer).toMatchObject({
    toolCalls: [{ id: "c", name: "f", args: {} }],
    finishReason: "tool-calls",
  });
});

test("a cut answer's open call is not handed over", async () => {
  const answer = await readEvents(
    start(0, { toolUse: { toolUseId: "c", name: "f" } }),
    delta(0, { toolUse: { input: "{}" } }),
  );
  expect(answer).toMatchObject({ toolCalls: [], error: { code: "truncated" } });
});

test("usage counts what was read from the cache and written to it", async () => {
  const usage = {
    inputTokens: 3,
    outputTokens: 4,
    cacheReadInputTokens: 10,
    cacheWriteInputTokens: 5,
    totalTokens: 22,
  };
  const answer = await readEvents(messageStop("end_turn"), { metadata: { usage } });
  expect(answer.usage).toEqual({
    inputTokens: 18,
    outputTokens: 4,
    cachedInputTokens: 10,
    totalTokens: 22,
  });
});
