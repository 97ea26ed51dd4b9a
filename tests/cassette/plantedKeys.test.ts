import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createRecorder, replayCassette } from "../../src/cassette/index.js";
import { readEventStream } from "../../src/client/eventStream.js";
import { concat, frame } from "../client/bedrockConverseFixtures.js";
import { bodyOf, inPieces, utf8 } from "../client/byteStreams.js";
import { scriptedFetch } from "../client/scriptedFetch.js";
import { chatWith, clientOf, keys, protocolIds, serverOf } from "./recordChat.js";

const secret = "planted-0123456789-secret";
const url = "https://x.example/v1/chat/completions";

/** What a recorder hands out of one exchange, as its file. */
async function fileOf(init: RequestInit, reply: Response, address = url): Promise<string> {
  const recorder = createRecorder(scriptedFetch(reply));
  await (await recorder.fetch(address, { method: "POST", ...init })).text();
  return JSON.stringify(recorder.cassette());
}

const ok = (): Response => new Response("ok");

describe("no key is in the cassette of any protocol", () => {
  test.each(protocolIds)("%s", async (id) => {
    const recorder = createRecorder({ fetch: serverOf(id) });
    await chatWith(id, clientOf(id, recorder.fetch));
    const file = JSON.stringify(recorder.cassette());
    expect(recorder.exchanges).toHaveLength(2);
    for (const key of Object.values(keys)) {
      expect(file).not.toContain(key);
      expect(file).not.toContain(encodeURIComponent(key));
    }
    expect(file).not.toMatch(/Signature=[\da-f]{8}/);
    // Ollama on this machine takes no key.
    expect(file.includes("[redacted]")).toBe(id !== "ollama-chat");
  });
});

describe("a key is masked where it stands", () => {
  const names =
    "authorization x-api-key api-key x-goog-api-key x-amz-security-token cookie x-tenant cf-access-client-secret x-auth";
  test.each(names.split(" "))("header %s", async (name) => {
    const value = name === "authorization" ? `Bearer ${secret}` : secret;
    expect(await fileOf({ headers: { [name]: value } }, ok())).not.toContain(secret);
  });

  test.each([
    `?key=${secret}`,
    `?a=1&api_key=${secret}&b=2`,
    `?X-Amz-Signature=${secret}`,
    `?X-Amz-Credential=${secret}`,
    `?X-Amz-Security-Token=${secret}`,
    `?access_token=${secret}#x`,
    `?sig=${secret}`,
  ])("address %s", async (query) => {
    const file = await fileOf({}, ok(), `${url}${query}`);
    expect(file).not.toContain(secret);
    expect(file).toContain(`${url}?`);
  });

  test("address with a password", async () => {
    const file = await fileOf({}, ok(), `https://me:${secret}@x.example/v1`);
    expect(file).not.toContain(secret);
    expect(file).toContain("https://[redacted]@x.example/v1");
  });

  test.each([
    { api_key: secret },
    { extra: [{ aws_secret_access_key: secret, aws_session_token: secret }] },
    {
      messages: [
        { tool_calls: [{ function: { arguments: JSON.stringify({ password: secret }) } }] },
      ],
    },
    { deep: JSON.stringify({ json: JSON.stringify({ client_secret: secret }) }) },
    { messages: [{ content: `I use sk-${secret} and Bearer ${secret}` }] },
  ])("body %j", async (body) => {
    const file = await fileOf({ body: JSON.stringify(body) }, new Response(`You sent ${secret}`));
    expect(file).not.toContain(secret);
  });

  test("the answer, its headers and the next request repeat a key", async () => {
    const recorder = createRecorder(
      scriptedFetch(
        new Response(JSON.stringify({ error: { message: `Called with ${secret}.` } }), {
          status: 401,
          headers: {
            "x-echo": secret,
            "set-cookie": "session=1",
            "content-type": "application/json",
          },
        }),
      ),
    );
    const headers = { authorization: `Bearer ${secret}` };
    await (await recorder.fetch(url, { method: "POST", headers })).text();
    await recorder
      .fetch(url, { method: "POST", body: JSON.stringify({ content: secret }) })
      .catch(() => {});
    const file = JSON.stringify(recorder.cassette());
    expect(file).not.toContain(secret);
    expect(file).toContain("application/json");
  });

  test("a key that is known only later is masked in what came before", async () => {
    const recorder = createRecorder(scriptedFetch(() => new Response(secret)));
    await (await recorder.fetch(url)).text();
    expect(JSON.stringify(recorder.exchanges)).toContain(secret);
    await recorder.fetch(url, { headers: { "x-api-key": secret } });
    expect(JSON.stringify(recorder.exchanges)).not.toContain(secret);
  });

  test("the platform's words of a failure repeat a key", async () => {
    const recorder = createRecorder(scriptedFetch(new TypeError(`Failed: ${url}?key=${secret}`)));
    await recorder.fetch(url).catch(() => {});
    expect(JSON.stringify(recorder.exchanges)).not.toContain(secret);
  });
});

test("a key that the network cuts anywhere is masked, and nothing else moves", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.string({ unit: "grapheme" }),
      fc.string({ unit: "grapheme" }),
      fc.integer({ min: 1, max: 9 }),
      async (before, after, size) => {
        const bytes = utf8(`${before} ${secret} ${after}`);
        const recorder = createRecorder(scriptedFetch(new Response(bodyOf(inPieces(bytes, size)))));
        const headers = { "x-api-key": secret };
        await (await recorder.fetch(url, { headers })).text();
        const replayed = await replayCassette(recorder.cassette())(url, { headers });
        expect(await replayed.text()).toBe(
          // A body loses the mark of byte order at its beginning.
          await new Response(`${before} ${"*".repeat(secret.length)} ${after}`).text(),
        );
      },
    ),
    { numRuns: 60 },
  );
});

test("a masked event stream of AWS is still one", async () => {
  const frames = [
    frame({ messageStart: { role: "assistant" } }),
    frame({ contentBlockDelta: { contentBlockIndex: 0, delta: { text: `It is ${secret}!` } } }),
    frame({ messageStop: { stopReason: "end_turn" } }),
  ];
  const recorder = createRecorder(
    scriptedFetch(new Response(bodyOf(inPieces(concat(frames), 13)))),
  );
  const headers = { authorization: `Bearer ${secret}` };
  await (await recorder.fetch(url, { headers })).arrayBuffer();
  expect(JSON.stringify(recorder.exchanges)).not.toContain(secret);
  const replayed = await replayCassette(recorder.cassette())(url, { headers });
  const texts: string[] = [];
  for await (const { payload } of readEventStream(replayed.body!)) {
    texts.push(new TextDecoder().decode(payload));
  }
  expect(texts).toHaveLength(3);
  expect(texts[1]).toContain(`It is ${"*".repeat(secret.length)}!`);
});

test("what is no secret stays: the exact request can be read", async () => {
  const body = JSON.stringify({
    model: "gpt-5",
    max_tokens: 100,
    messages: [{ role: "user", content: "What is a key, a token, a secret? “…” 🔑" }],
  });
  const headers = { "content-type": "application/json", "anthropic-version": "2023-06-01" };
  const recorder = createRecorder(scriptedFetch(ok()));
  await recorder.fetch(`${url}?alt=sse`, { method: "POST", headers, body });
  expect(recorder.exchanges[0]?.request).toEqual({
    method: "POST",
    url: `${url}?alt=sse`,
    headers,
    body,
  });
});
