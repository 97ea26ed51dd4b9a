import { beforeEach, describe, expect, test } from "vitest";
import {
  createGatewayClient,
  isChatError,
  type ChatError,
  type GatewayClientOptions,
  type StreamPart,
  type UIMessagePart,
} from "../../src/client/index.js";
import type { RecordedRequest } from "../support/scriptedUpstream.mjs";
import { proxyKey, proxyURL, upstreamURL } from "./proxyEnvironment.js";

const formats = ["openai", "anthropic"] as const;
const sentence = "These words come from the scripted upstream in order.";

const clientWith = (options: GatewayClientOptions = {}) =>
  createGatewayClient({ baseURL: proxyURL, apiKey: proxyKey, maxRetries: 0, ...options });

const control = (name: string, body: object = {}): Promise<Response> =>
  fetch(`${upstreamURL}/__control/${name}`, { method: "POST", body: JSON.stringify(body) });

async function upstreamRequests(): Promise<RecordedRequest[]> {
  const response = await fetch(`${upstreamURL}/__control/requests`);
  return (await response.json()) as RecordedRequest[];
}

interface Question {
  text?: string;
  files?: UIMessagePart[];
  options?: GatewayClientOptions;
  signal?: AbortSignal;
  onText?: (text: string) => unknown;
}

interface Outcome {
  text: string;
  parts: StreamPart[];
  error?: ChatError;
}

/** Streams one answer to its end, whichever that is. */
async function ask(model: string, question: Question = {}): Promise<Outcome> {
  const { text = "Hello", files = [], signal = new AbortController().signal } = question;
  const parts: UIMessagePart[] = [{ type: "text", text }, ...files];
  const request = { model, messages: [{ id: "1", role: "user" as const, parts }] };
  const outcome: Outcome = { text: "", parts: [] };
  try {
    for await (const part of clientWith(question.options).stream(request, { signal })) {
      outcome.parts.push(part);
      if (part.type !== "text-delta") continue;
      outcome.text += part.delta;
      await question.onText?.(outcome.text);
    }
  } catch (error) {
    if (!isChatError(error)) throw error;
    outcome.error = error;
  }
  return outcome;
}

beforeEach(async () => {
  await control("reset");
});

test("the proxy is another origin than the page", () => {
  expect(new URL(proxyURL).origin).not.toBe(location.origin);
});

test("lists the proxy's models and is known for what it is", async () => {
  const client = clientWith();
  const models = await client.listModels();
  expect(models.map(({ id }) => id)).toEqual(
    formats.flatMap((format) =>
      ["chat", "refused", "missing", "busy"].map((name) => `${format}-${name}`),
    ),
  );
  // LiteLLM gives every model the same made-up date.
  expect(models[0]).not.toHaveProperty("createdAt");
  expect(await client.providers()).toMatchObject([{ id: "litellm", status: "ready" }]);
});

describe.each(formats)("an upstream in %s's format", (format) => {
  const chat = `${format}-chat`;

  test("streams its words in order, then a finish with usage", async () => {
    const { text, parts, error } = await ask(chat);
    expect(error).toBeUndefined();
    expect(text).toBe(sentence);
    expect(parts.filter(({ type }) => type === "text-delta").length).toBeGreaterThan(5);
    expect(parts.filter(({ type }) => type === "finish")).toEqual([parts.at(-1)]);
    expect(parts.at(-1)).toMatchObject({
      finishReason: "stop",
      messageMetadata: { usage: { inputTokens: 11, outputTokens: 7, totalTokens: 18 } },
    });
  });

  test("each word arrives before the next one is sent", async () => {
    const { text } = await ask(chat, { text: "#slow", onText: () => control("release") });
    expect(text).toBe(sentence);
  });

  test("receives an image byte for byte", async () => {
    const url = paintImage();
    const image: UIMessagePart = { type: "file", mediaType: "image/png", url };
    expect((await ask(chat, { text: "What is this?", files: [image] })).text).toBe(sentence);
    const [request] = await upstreamRequests();
    expect(url.length).toBeGreaterThan(1000);
    expect(sentImage(request!)).toBe(url);
  });

  test.each([
    ["refused", 401, "authentication", undefined],
    ["missing", 404, "not_found", undefined],
    ["busy", 429, "rate_limit", 2000],
  ] as const)("its %s answer (%i) becomes %s", async (name, status, code, retryAfterMs) => {
    const { error, text } = await ask(`${format}-${name}`);
    expect(error).toMatchObject({ code, status, retryAfterMs });
    expect(error!.message).not.toMatch(/litellm\.|Traceback|sk-/);
    expect(error!.details).not.toContain("sk-wrong");
    expect(text).toBe("");
    expect(await upstreamRequests()).toHaveLength(1);
  });

  test("is asked again after a passing failure, which is announced", async () => {
    const { text, parts } = await ask(chat, { text: "#503-once", options: { maxRetries: 1 } });
    expect(parts[0]).toMatchObject({ type: "data-retry", transient: true, data: { attempt: 1 } });
    expect(text).toBe(sentence);
    expect(await upstreamRequests()).toHaveLength(2);
  });

  test("is closed when the person stops", async () => {
    const stop = new AbortController();
    const stopped = await ask(chat, {
      text: "#slow",
      signal: stop.signal,
      onText: () => stop.abort(),
    });
    expect(stopped.error?.code).toBe("aborted");
    expect(stopped.text).toBe("These ");
    await expect
      .poll(async () => (await upstreamRequests()).map(({ closedEarly }) => closedEarly), {
        timeout: 15_000,
      })
      .toEqual([true]);
  });

  test("dying in the middle keeps the words so far and is a failure", async () => {
    const { text, parts, error } = await ask(chat, {
      text: "#slow-die",
      onText: () => control("release"),
    });
    expect(text).toBe("These words come ");
    // The proxy turns the broken connection into an error object of its own.
    expect(error?.code).toBe("server");
    expect(parts.some(({ type }) => type === "finish")).toBe(false);
  });

  test("an error inside its stream keeps the words so far", async () => {
    const { text, error } = await ask(chat, {
      text: "#slow-error",
      onText: () => control("release"),
    });
    expect(text).toBe("These words come ");
    expect(error?.code).toMatch(/^(?:server|overloaded)$/);
    expect(error?.details).toContain("The script of this upstream says so.");
  });

  test("the connection test says whether it answers, and if not, why", async () => {
    const client = clientWith();
    expect(await client.testConnection({ model: chat })).toMatchObject({
      success: true,
      model: chat,
    });
    const refused = await client.testConnection({ model: `${format}-refused` });
    expect(refused).toMatchObject({ success: false, code: "authentication" });
  });
});

describe("the proxy's own refusals", () => {
  test("an unknown model is not_found", async () => {
    const { error } = await ask("no-such-model");
    expect(error).toMatchObject({ code: "not_found" });
    expect(error!.message).toContain("no-such-model");
    expect(await upstreamRequests()).toEqual([]);
  });

  test.each([
    ["a wrong key", "sk-nobody-gave-this-out"],
    ["no key", undefined],
  ])("%s is authentication, for an answer, a test and a list", async (_what, apiKey) => {
    const { error } = await ask("openai-chat", { options: { apiKey } });
    expect(error).toMatchObject({ code: "authentication" });
    expect(`${error!.message} ${error!.details}`).not.toContain("sk-nobody");
    const client = clientWith({ apiKey });
    expect(await client.testConnection({ model: "openai-chat" })).toMatchObject({
      success: false,
      code: "authentication",
    });
    await expect(client.listModels()).rejects.toMatchObject({ code: "authentication" });
    expect(await upstreamRequests()).toEqual([]);
  });
});

/** A picture with no two rows alike, so that a lost or changed byte shows. */
function paintImage(): string {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = 64;
  const context = canvas.getContext("2d")!;
  const pixels = context.createImageData(64, 64);
  pixels.data.forEach((_, at) => (pixels.data[at] = at % 4 === 3 ? 255 : (at * at * 31) % 251));
  context.putImageData(pixels, 0, 0);
  return canvas.toDataURL("image/png");
}

interface SentContent {
  type: string;
  image_url?: { url: string };
  source?: { type: string; media_type: string; data: string };
}

/** The image of the last message as a data URL, whichever of the two formats it was sent in. */
function sentImage({ path, body }: RecordedRequest): string | undefined {
  const { messages } = body as { messages: { content: SentContent[] }[] };
  const content = messages.at(-1)!.content;
  if (path.endsWith("/chat/completions")) {
    return content.find(({ type }) => type === "image_url")?.image_url?.url;
  }
  const source = content.find(({ type }) => type === "image")?.source;
  expect(source?.type).toBe("base64");
  return `data:${source?.media_type};base64,${source?.data}`;
}
