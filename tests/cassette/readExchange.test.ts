import { describe, expect, test } from "vitest";
import { createRecorder, type Exchange, readExchange } from "../../src/cassette/index.js";
import { json, scriptedFetch } from "../client/scriptedFetch.js";
import { readAnswer } from "../client/readAnswer.js";
import { chatWith, clientOf, protocolIds, serverOf } from "./recordChat.js";

async function* each<T>(values: readonly T[]): AsyncGenerator<T> {
  yield* values;
}

describe("an answer is read as the client reads it", () => {
  test.each(protocolIds)("%s", async (id) => {
    const recorder = createRecorder({ fetch: serverOf(id) });
    await chatWith(id, clientOf(id, recorder.fetch));
    const [first, second] = await Promise.all(recorder.exchanges.map(readExchange));
    const calls = (await readAnswer(each(first!.parts))).toolCalls;
    expect(calls).toMatchObject([{ name: "weather", args: { city: "Oslo" } }]);
    expect((await readAnswer(each(second!.parts))).text).toContain("It is cold in Oslo.");
    expect(second!.error).toBeUndefined();
    expect(second!.firstTokenMs).toBeLessThanOrEqual(second!.lastMs!);
    const isKnown = id !== "ui-message-stream";
    expect(second!.provider === "gateway").toBe(!isKnown);
    const models = /deepseek|gpt|claude|gemini|qwen3|command/;
    expect(models.test(second!.model ?? "")).toBe(isKnown);
  });
});

/** A chat completion whose pieces came at these times. */
function timed(chunks: readonly (readonly [atMs: number, data: object])[]): Exchange {
  return {
    request: {
      method: "POST",
      url: "https://api.openai.com/v1/chat/completions",
      headers: {},
      body: '{"model":"gpt-5"}',
    },
    startedAt: 0,
    end: "complete",
    response: {
      status: 200,
      headers: {},
      afterMs: 10,
      chunks: chunks.map(([atMs, data]) => ({ atMs, text: `data: ${JSON.stringify(data)}\n\n` })),
    },
  };
}

const choice = (delta: object, finish_reason?: string) => ({
  choices: [{ index: 0, delta, finish_reason }],
});

test("the first token is the first content, and tokens are what the provider counted", async () => {
  const reading = await readExchange(
    timed([
      [20, choice({ role: "assistant", content: "" })],
      [30, choice({ content: "Hel" })],
      [130, choice({ content: "lo" }, "stop")],
      [140, { choices: [], usage: { prompt_tokens: 7, completion_tokens: 11, total_tokens: 18 } }],
    ]),
  );
  expect(reading).toMatchObject({
    provider: "openai",
    model: "gpt-5",
    firstTokenMs: 30,
    lastMs: 140,
    metadata: { usage: { inputTokens: 7, outputTokens: 11 } },
  });
});

test("a refusal and an answer that breaks off are errors of the reading", async () => {
  const recorder = createRecorder(
    scriptedFetch(json({ error: { message: "No such model." } }, 404)),
  );
  await (await recorder.fetch(timed([]).request.url, { method: "POST" })).text();
  const refused = await readExchange(recorder.exchanges[0]!);
  expect(refused.error).toMatchObject({ code: "not_found", details: "No such model." });
  const cut = await readExchange(timed([[20, choice({ content: "Hel" })]]));
  expect(cut.error?.code).toBe("truncated");
  expect((await readAnswer(each(cut.parts))).text).toBe("Hel");
});

test("what is no answer of a model has no parts", async () => {
  const { response, ...open } = timed([[1, {}]]);
  expect(await readExchange({ ...open, end: "open" })).toMatchObject({ parts: [] });
  const list = {
    ...timed([[1, {}]]),
    request: { method: "GET", url: "https://x.example/v1/models", headers: {} },
  };
  expect(await readExchange(list)).toMatchObject({ parts: [], provider: "gateway" });
  expect(response).toBeDefined();
});
