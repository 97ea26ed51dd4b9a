import OpenAI from "openai";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { createGateway, type GatewayOptions } from "../../src/gateway/index.js";
import { type ScriptedUpstream, startScriptedUpstream } from "../support/scriptedUpstream.mjs";
import { serve } from "./serve.js";

let upstream: ScriptedUpstream;
beforeAll(async () => {
  upstream = await startScriptedUpstream();
});
afterEach(() => upstream.reset());
afterAll(() => upstream.close());

async function connect(options: GatewayOptions = {}): Promise<OpenAI> {
  const gateway = createGateway({
    keys: { openai: "sk-right-0123456789" },
    env: { OPENAI_BASE_URL: `${upstream.url}/v1` },
    ...options,
  });
  const url = await serve(gateway);
  return new OpenAI({ baseURL: `${url}/api/polylogue/v1`, apiKey: "none", maxRetries: 0 });
}

const question = (script: string) => ({
  model: "openai/gpt-5",
  messages: [{ role: "user" as const, content: `#${script}` }],
});

describe("answers", () => {
  test("stream word by word, with role, finish reason and usage", async () => {
    const openai = await connect();
    const chunks: OpenAI.ChatCompletionChunk[] = [];
    for await (const chunk of await openai.chat.completions.create({
      ...question("words"),
      stream: true,
      stream_options: { include_usage: true },
    })) {
      chunks.push(chunk);
    }
    expect(chunks[0]?.choices[0]?.delta.role).toBe("assistant");
    expect(chunks.filter((chunk) => chunk.choices[0]?.delta.content)).toHaveLength(9);
    expect(chunks.at(-2)?.choices[0]?.finish_reason).toBe("stop");
    expect(chunks.at(-1)).toMatchObject({
      choices: [],
      usage: { prompt_tokens: 11, completion_tokens: 7, total_tokens: 18 },
    });
  });

  test("leave the usage out of a stream that does not ask for it", async () => {
    const openai = await connect();
    const stream = await openai.chat.completions.create({ ...question("words"), stream: true });
    for await (const chunk of stream) {
      expect(chunk.choices).toHaveLength(1);
      expect(chunk.usage).toBeUndefined();
    }
  });

  test("come whole, the same text as streamed", async () => {
    const openai = await connect();
    const streamed = await openai.chat.completions.stream(question("words")).finalContent();
    const whole = await openai.chat.completions.create(question("words"));
    expect(whole.choices[0]?.message.content).toBe(streamed);
    expect(whole.choices[0]?.finish_reason).toBe("stop");
    expect(whole.usage?.total_tokens).toBe(18);
  });

  test("are asked for with the server's key, never the caller's", async () => {
    const openai = await connect();
    await openai.chat.completions.create(question("words"));
    const [request] = upstream.requests();
    expect(request?.headers["authorization"]).toBe("Bearer sk-right-0123456789");
    expect(request?.headers["x-forwarded-for"]).toBeUndefined();
    expect(request?.body).toMatchObject({ model: "gpt-5" });
  });
});

describe("errors keep the class the package gives them", () => {
  test.each([
    ["400", OpenAI.BadRequestError, 400],
    ["401", OpenAI.AuthenticationError, 401],
    ["403", OpenAI.PermissionDeniedError, 403],
    ["404", OpenAI.NotFoundError, 404],
    ["409", OpenAI.ConflictError, 409],
    ["422", OpenAI.UnprocessableEntityError, 422],
    ["429", OpenAI.RateLimitError, 429],
    ["500", OpenAI.InternalServerError, 500],
    ["503", OpenAI.InternalServerError, 503],
    ["529", OpenAI.InternalServerError, 529],
  ] as const)("%s", async (script, Class, status) => {
    const openai = await connect();
    for (const stream of [false, true]) {
      const error = await openai.chat.completions
        .create({ ...question(script), stream })
        .then(() => undefined)
        .catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(Class);
      expect(error).toMatchObject({ status, code: expect.any(String), type: expect.any(String) });
    }
    expect(upstream.requests(), "the gateway repeats nothing").toHaveLength(2);
  });

  test("a wait is passed on in the headers and the body", async () => {
    const openai = await connect();
    const error = await openai.chat.completions
      .create(question("429"))
      .catch((thrown: unknown) => thrown);
    const { headers, error: body } = error as InstanceType<typeof OpenAI.RateLimitError>;
    expect(headers.get("retry-after")).toBe("2");
    expect(headers.get("retry-after-ms")).toBe("2000");
    expect(body).toMatchObject({ retry_after_ms: 2000, code: "rate_limit" });
  });

  test("the package repeats the request itself, as often as its user says", async () => {
    const openai = await connect();
    const answer = await openai.chat.completions.create(question("503-once"), { maxRetries: 1 });
    expect(answer.choices[0]?.message.content).toBeTruthy();
    expect(upstream.requests()).toHaveLength(2);
  });

  test.each(["error", "die", "cut"])(
    "after the first words (%s) they end the stream",
    async (script) => {
      const openai = await connect();
      let text = "";
      const read = async () => {
        for await (const chunk of await openai.chat.completions.create({
          ...question(script),
          stream: true,
        })) {
          text += chunk.choices[0]?.delta.content ?? "";
        }
      };
      await expect(read()).rejects.toBeInstanceOf(OpenAI.APIError);
      expect(text.trim().split(" ")).toHaveLength(3);
    },
  );

  test("a provider that cannot be reached is a 502", async () => {
    const openai = await connect({ env: { OPENAI_BASE_URL: "http://127.0.0.1:1/v1" } });
    await expect(openai.chat.completions.create(question("words"))).rejects.toMatchObject({
      status: 502,
    });
  });

  test("a key the server lacks is named", async () => {
    const openai = await connect({ keys: {}, env: {} });
    await expect(openai.chat.completions.create(question("words"))).rejects.toMatchObject({
      status: 401,
      code: "missing_key",
      message: expect.stringContaining("OPENAI_API_KEY") as string,
    });
  });
});

describe("a caller who leaves closes the request to the provider", () => {
  test.each([true, false])("stream: %s", async (stream) => {
    const openai = await connect();
    const leave = new AbortController();
    const answer = openai.chat.completions.create(
      { ...question("slow"), stream },
      { signal: leave.signal },
    );
    answer.catch(() => {});
    await vi.waitFor(() => expect(upstream.requests()).toHaveLength(1));
    leave.abort();
    await vi.waitFor(() => expect(upstream.requests()[0]?.closedEarly).toBe(true));
  });

  test("in the middle of a stream", async () => {
    const openai = await connect();
    const stream = await openai.chat.completions.create({ ...question("slow"), stream: true });
    for await (const chunk of stream) if (chunk.choices[0]?.delta.content) break;
    await vi.waitFor(() => expect(upstream.requests()[0]?.closedEarly).toBe(true));
  });
});

test("lists models for the package's own reader", async () => {
  const openai = await connect();
  const models = [];
  for await (const model of openai.models.list()) models.push(model);
  expect(models.length).toBeGreaterThan(3);
  expect(models[0]).toMatchObject({
    object: "model",
    owned_by: "openai",
    created: expect.any(Number) as number,
  });
});
