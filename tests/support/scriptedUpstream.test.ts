import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { startScriptedUpstream, type ScriptedUpstream } from "./scriptedUpstream.mjs";

let upstream: ScriptedUpstream;
beforeEach(async () => {
  upstream = await startScriptedUpstream();
});
afterEach(() => upstream.close());

interface Question {
  path?: string;
  model?: string;
  stream?: boolean;
  key?: string;
  signal?: AbortSignal;
}

function ask(text: string, options: Question = {}): Promise<Response> {
  const { path = "/v1/chat/completions", model = "any", stream = true, key = "sk-right" } = options;
  return fetch(upstream.url + path, {
    method: "POST",
    headers: { authorization: `Bearer ${key}` },
    body: JSON.stringify({ model, stream, messages: [{ role: "user", content: text }] }),
    signal: options.signal ?? null,
  });
}

/** What arrives, and whether the body broke off. */
async function read(response: Response): Promise<{ text: string; broken: boolean }> {
  const decoder = new TextDecoder();
  let text = "";
  try {
    for await (const bytes of response.body ?? []) text += decoder.decode(bytes, { stream: true });
  } catch {
    return { text, broken: true };
  }
  return { text, broken: false };
}

describe.each([
  ["/v1/chat/completions", "[DONE]"],
  ["/v1/messages", "message_stop"],
])("%s", (path, end) => {
  test("streams words and the end of its format", async () => {
    const { text, broken } = await read(await ask("hello", { path }));
    expect([...text.matchAll(/(?:content|text)":"(\w+ ?\.?)"/g)].length).toBeGreaterThan(7);
    expect(text).toContain(end);
    expect(broken).toBe(false);
  });

  test("dies, ends early and fails in the middle as told", async () => {
    const [die, cut, error] = await Promise.all(
      ["#die", "#cut", "#error"].map(async (tag) => read(await ask(tag, { path }))),
    );
    for (const { text } of [die!, cut!, error!]) expect(text).toContain("come ");
    expect([die!.broken, cut!.broken, error!.broken]).toEqual([true, false, false]);
    expect(cut!.text).not.toContain(end);
    expect(error!.text).toContain('"error"');
  });

  test("dies before any answer, and after as many words as named", async () => {
    await expect(ask("#die-0", { path })).rejects.toThrow("fetch failed");
    await expect(ask("#die-0", { path, stream: false })).rejects.toThrow("fetch failed");
    await read(await ask("#die-5", { path }));
    expect(upstream.requests().map(({ deltas }) => deltas)).toEqual([0, 0, 5]);
  });

  test("repeats the question, and the key in an error", async () => {
    expect((await read(await ask("Say <b> #echo", { path }))).text).toContain('":"<b> "');
    const leak = await ask("#leak", { path, key: "sk-planted" });
    expect(leak.status).toBe(400);
    expect(await leak.json()).toMatchObject({
      error: { message: "Called with Bearer sk-planted." },
    });
  });

  test("refuses in the words of its format", async () => {
    const response = await ask("hello", { path, model: "openai/scripted-429" });
    expect([response.status, response.headers.get("retry-after")]).toEqual([429, "2"]);
    expect(await response.json()).toHaveProperty("error.message");
    expect((await ask("hello", { path, key: "sk-wrong" })).status).toBe(401);
  });
});

test("a script marked once is given once", async () => {
  const statuses = [await ask("#503-once"), await ask("#503-once")].map(({ status }) => status);
  expect(statuses).toEqual([503, 200]);
  upstream.reset();
  expect((await ask("#503-once")).status).toBe(503);
});

test("a tag that names no script is only a word", async () => {
  expect((await ask("the colour #fff")).status).toBe(200);
});

test("slow answers move only when released, and a leaving client is recorded", async () => {
  const abort = new AbortController();
  const response = await ask("#slow", { signal: abort.signal });
  const sent = (): number | undefined => upstream.requests()[0]?.deltas;
  await expect.poll(sent).toBe(1);
  upstream.release(2);
  await expect.poll(sent).toBe(3);
  abort.abort();
  await expect.poll(() => upstream.requests()[0]?.closedEarly).toBe(true);
  expect(response.ok).toBe(true);
});

test("a slow script takes its last release for the ending", async () => {
  const answer = await ask("#slow-die");
  upstream.release(2);
  await expect.poll(() => upstream.requests()[0]?.deltas).toBe(3);
  upstream.release();
  expect(await read(answer)).toMatchObject({
    broken: true,
    text: expect.stringContaining("come ") as string,
  });
});

test("a finished answer and one the script broke off were not closed early", async () => {
  await read(await ask("hello"));
  await read(await ask("#die"));
  expect(upstream.requests().map(({ closedEarly }) => closedEarly)).toEqual([false, false]);
});

test("stalled answers stay open with keep-alives", async () => {
  const reader = (await ask("#stall")).body!.getReader();
  const decoder = new TextDecoder();
  let text = "";
  while (!text.includes(": keep-alive")) text += decoder.decode((await reader.read()).value);
  expect(text).toContain("come ");
  await reader.cancel();
  await expect.poll(() => upstream.requests()[0]?.closedEarly).toBe(true);
});

test("control over HTTP: requests, release and reset, from any origin", async () => {
  const answer = await ask("#slow");
  const control = (name: string, init?: RequestInit): Promise<Response> =>
    fetch(`${upstream.url}/__control/${name}`, init);
  await control("release", { method: "POST", body: JSON.stringify({ deltas: "all" }) });
  expect((await read(answer)).text).toContain("[DONE]");
  const seen = await control("requests");
  expect(seen.headers.get("access-control-allow-origin")).toBe("*");
  expect(await seen.json()).toMatchObject([
    { path: "/v1/chat/completions", body: { model: "any" }, deltas: 9, closedEarly: false },
  ]);
  await control("reset", { method: "POST" });
  expect(upstream.requests()).toEqual([]);
});

test("lists its models in the format asked for", async () => {
  const list = async (headers: Record<string, string>): Promise<unknown> =>
    (await fetch(`${upstream.url}/v1/models`, { headers })).json();
  const named = {
    data: expect.arrayContaining([expect.objectContaining({ id: "scripted-words" })]),
  };
  expect(await list({})).toMatchObject({ object: "list", ...named });
  expect(await list({ "anthropic-version": "2023-06-01" })).toMatchObject({
    has_more: false,
    ...named,
  });
});
