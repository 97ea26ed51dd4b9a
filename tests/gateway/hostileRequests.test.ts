import { afterEach, describe, expect, test, vi } from "vitest";
import { createGateway } from "../../src/gateway/index.js";
import { ask, errorOf, post, scriptedGateway } from "./scriptedClient.js";

const { handler, requests } = scriptedGateway();
afterEach(() => {
  requests.length = 0;
  vi.useRealTimers();
});

async function refusal(request: Request): Promise<Record<string, unknown>> {
  const error = await errorOf(await handler(request));
  expect(requests, "nothing reaches a provider").toHaveLength(0);
  return error;
}

describe("content types", () => {
  test.each([
    "text/plain",
    "text/plain;charset=UTF-8; application/json",
    "application/x-www-form-urlencoded",
    "multipart/form-data; boundary=x",
    "application/jsonp",
    "",
  ])("%j is refused", async (type) => {
    const body = JSON.stringify({
      model: "openai/gpt-5",
      messages: [{ role: "user", content: "Hi" }],
    });
    const response = await handler(post("/v1/chat/completions", body, { "content-type": type }));
    expect(response.status).toBe(415);
    expect(requests).toHaveLength(0);
  });

  test("JSON may name its encoding", async () => {
    expect(
      (await handler(ask({}, { "content-type": "Application/JSON; charset=utf-8" }))).status,
    ).toBe(200);
  });
});

describe("bodies", () => {
  test.each([
    ["", /empty/],
    ["{", /not valid JSON/],
    ["[]", /not a JSON object/],
    ["null", /not a JSON object/],
    ['"text"', /not a JSON object/],
    ["[".repeat(100_000), /not valid JSON/],
    ["{}", /names no model/],
    ['{"model":"openai/gpt-5"}', /no messages/],
    ['{"model":"openai/gpt-5","messages":[]}', /no messages/],
    ['{"model":"openai/gpt-5","messages":[1]}', /messages\[0\] is not an object/],
    ['{"model":"openai/gpt-5","messages":[{"role":"user"}]}', /messages\[0\]\.content/],
    ['{"model":"openai/gpt-5","messages":[{"role":"root","content":"x"}]}', /messages\[0\]\.role/],
    ['{"model":{},"messages":[{"role":"user","content":"x"}]}', /names no model/],
  ])("%.40j is refused with a sentence", async (body, message) => {
    const error = await refusal(post("/v1/chat/completions", body));
    expect(error).toMatchObject({ status: 400, type: "invalid_request_error" });
    expect(error["message"]).toMatch(message);
  });

  test("bytes that are not UTF-8 are refused", async () => {
    const request = new Request("http://localhost/v1/chat/completions", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: Uint8Array.from('{"model":"gpt-5","messages":[{"role":"user","content":"ÿ"}]}', (c) =>
        c.charCodeAt(0),
      ),
    });
    expect((await refusal(request))["message"]).toMatch(/UTF-8/);
  });

  test("50 MB that say so are refused before they are read", async () => {
    const request = ask({}, { "content-length": "50000000" });
    expect((await handler(request)).status).toBe(413);
    expect(request.bodyUsed).toBe(false);
  });

  test("50 MB that do not say so are refused as soon as they pass the limit", async () => {
    let sent = 0;
    let cancelled = false;
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 1_000_000;
        controller.enqueue(new Uint8Array(1_000_000).fill(0x20));
        if (sent >= 50_000_000) controller.close();
      },
      cancel: () => void (cancelled = true),
    });
    const response = await handler(streamed(body));
    expect(response.status).toBe(413);
    expect((await errorOf(response))["message"]).toContain("20 MB");
    expect(sent).toBeLessThanOrEqual(23_000_000);
    expect(cancelled).toBe(true);
  });

  test("a body of one's own size is the limit", async () => {
    const { handler: small } = scriptedGateway({}, { maxBodyBytes: 200 });
    expect((await small(ask())).status).toBe(200);
    expect((await small(ask({ user: "x".repeat(200) }))).status).toBe(413);
  });

  test("a body that never ends is given up", async () => {
    vi.useFakeTimers();
    let cancelled = false;
    const body = new ReadableStream<Uint8Array>({
      pull: (controller) =>
        new Promise((resolve) => setTimeout(resolve, 10_000)).then(() =>
          controller.enqueue(new Uint8Array([0x20])),
        ),
      cancel: () => void (cancelled = true),
    });
    const answer = handler(streamed(body));
    await vi.advanceTimersByTimeAsync(59_000);
    expect(cancelled).toBe(false);
    await vi.advanceTimersByTimeAsync(1_000);
    expect((await answer).status).toBe(408);
    expect(cancelled).toBe(true);
    await vi.runOnlyPendingTimersAsync();
  });

  test("a body that ends in time leaves no timer behind", async () => {
    vi.useFakeTimers();
    await handler(ask());
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe("settings of the server's that a caller would like to choose", () => {
  test.each([
    "api_base",
    "base_url",
    "baseURL",
    "apiBase",
    "api_key",
    "apiKey",
    "api_version",
    "custom_llm_provider",
    "extra_headers",
    "headers",
    "default_headers",
    "extra_body",
    "organization",
    "proxy",
    "azure_endpoint",
    "aws_access_key_id",
    "aws_bedrock_runtime_endpoint",
    "vertex_credentials",
    "litellm_params",
    "mock_response",
    "fallbacks",
    "model_list",
    "deployment_id",
    "__proto__",
    "constructor",
  ])("%s is refused", async (name) => {
    const body = `{"model":"openai/gpt-5","messages":[{"role":"user","content":"Hi"}],"${name}":"http://evil.example"}`;
    expect(await refusal(post("/v1/chat/completions", body))).toMatchObject({
      status: 400,
      param: name,
    });
  });

  test("headers of the caller do not travel on", async () => {
    const sent: Request[] = [];
    const gateway = createGateway({
      keys: { openai: "sk-planted-0123456789" },
      env: {},
      fetch: (url, init) => {
        sent.push(new Request(url, init));
        return Promise.resolve(new Response("{}", { status: 500 }));
      },
    });
    await gateway(
      ask(
        {},
        {
          authorization: "Bearer caller",
          "openai-organization": "org-evil",
          "x-evil": "1",
          cookie: "a=b",
        },
      ),
    );
    expect(sent).toHaveLength(1);
    expect([...(sent[0]?.headers ?? [])]).toEqual([
      ["authorization", "Bearer sk-planted-0123456789"],
      ["content-type", "application/json"],
    ]);
    expect(sent[0]?.url).toBe("https://api.openai.com/v1/chat/completions");
  });
});

describe("model names that are more than names", () => {
  test.each([
    "https://evil.example/openai/deployments/gpt/chat/completions?api-version=2024-10-21",
    "https://evil.openai.azure.com/openai/deployments/gpt/chat/completions?api-version=2024-10-21",
    " https://evil.openai.azure.com/openai/v1",
    "azure/https://evil.example",
    "openai//evil.example",
    "openai/../../v1/files",
    "openai/./x",
    "openai/gpt?x=1",
    "openai/gpt#x",
    "openai/gpt%2f..%2fx",
    "openai\\gpt",
    "openai/gpt\r\nx-evil: 1",
    "openai/gpt\u0000",
    "openai/gpt 5",
    "x".repeat(301),
  ])("%.60j is refused", async (model) => {
    expect(await refusal(ask({ model }))).toMatchObject({ status: 400, param: "model" });
  });

  test.each([
    "openai/gpt-5",
    "gpt-5",
    "bedrock/us.anthropic.claude-opus-5-v1:0",
    "ollama/hf.co/unsloth/Qwen3-8B-GGUF:Q4_K_M",
    "openrouter/deepseek/deepseek-r1:free",
    "together_ai/meta-llama/Llama-3-70b",
    "hosted_vllm/@cf/meta/llama",
  ])("%s is a name", async (model) => {
    expect((await handler(ask({ model }))).status).toBe(200);
  });
});

describe("images by address", () => {
  test.each([
    "http://127.0.0.1/",
    "http://localhost:11434/api/tags",
    "http://127.1/",
    "http://2130706433/",
    "http://0x7f000001/",
    "http://0177.0.0.1/",
    "http://0.0.0.0/",
    "http://10.0.0.1/",
    "http://172.16.0.1/",
    "http://192.168.1.1/",
    "http://169.254.169.254/latest/meta-data/",
    "http://100.64.0.1/",
    "http://192.0.2.1/",
    "http://198.18.0.1/",
    "http://224.0.0.1/",
    "http://255.255.255.255/",
    "http://[::]/",
    "http://[::1]/",
    "http://[::ffff:127.0.0.1]/",
    "http://[::ffff:7f00:1]/",
    "http://[64:ff9b::7f00:1]/",
    "http://[fc00::1]/",
    "http://[fe80::1]/",
    "http://[2002:7f00:1::]/",
    "http://localhost./",
    "http://printer.local/",
    "http://metadata.google.internal/",
    "http://127.0.0.1.nip.io/",
    "http://user@127.0.0.1/",
    "http://①②⑦.0.0.1/",
    "https://example.com/cat.png",
    "//example.com/cat.png",
    "cat.png",
    "file:///etc/passwd",
    "ftp://127.0.0.1/",
    "gopher://127.0.0.1/",
    "blob:http://localhost/1",
    "javascript:alert(1)",
    " http://127.0.0.1/",
    "HTTP://127.0.0.1/",
    "data:text/html;base64,PGI+",
    "data:image/png,raw",
    "data:,",
    "",
  ])("%j is refused and never fetched", async (url) => {
    const fetched = vi.spyOn(globalThis, "fetch");
    for (const image_url of [url, { url }]) {
      const error = await refusal(
        ask({ messages: [{ role: "user", content: [{ type: "image_url", image_url }] }] }),
      );
      expect(error).toMatchObject({
        status: 400,
        code: "image_rejected",
        param: "messages[0].content[0].image_url",
      });
    }
    expect(fetched).not.toHaveBeenCalled();
    fetched.mockRestore();
  });

  test("files by address are refused too", async () => {
    const file = { file_data: "https://example.com/a.pdf" };
    const error = await refusal(
      ask({ messages: [{ role: "user", content: [{ type: "file", file }] }] }),
    );
    expect(error["message"]).toMatch(/data: URLs only/);
  });
});

describe("text that would like to be more", () => {
  test("nothing of a body reaches a prototype", async () => {
    const body =
      '{"model":"openai/gpt-5","messages":[{"role":"user","content":"Hi","__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}},' +
      '{"role":"assistant","tool_calls":[{"id":"__proto__","type":"function","function":{"name":"constructor","arguments":"{\\"__proto__\\":{\\"polluted\\":1}}"}}]},' +
      '{"role":"tool","tool_call_id":"__proto__","content":"x"}],"stream_options":{"__proto__":{"polluted":1}}}';
    expect((await handler(post("/v1/chat/completions", body))).status).toBe(200);
    expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
    expect(requests[0]?.messages[0]).not.toHaveProperty("polluted");
  });

  test("no answer holds a header that a caller or a provider wrote", async () => {
    const evil = "x\r\nset-cookie: evil=1";
    const gateway = createGateway({
      keys: { openai: "sk-planted-0123456789" },
      env: {},
      fetch: () =>
        Promise.resolve(
          new Response(
            JSON.stringify({ error: { message: evil, code: evil, type: evil, param: evil } }),
            {
              status: 429,
              headers: {
                "retry-after": "3; evil",
                "set-cookie": "evil=1",
                "x-evil": "1",
                "x-should-retry": "evil",
              },
            },
          ),
        ),
    });
    const { status, headers } = await gateway(ask({ user: evil, model: "openai/gpt-5" }));
    expect(status).toBe(429);
    expect([...headers.keys()].toSorted()).toEqual([
      "cache-control",
      "content-type",
      "vary",
      "x-content-type-options",
    ]);
  });
});

function streamed(body: ReadableStream<Uint8Array>): Request {
  return new Request("http://localhost/v1/chat/completions", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body,
    duplex: "half",
  } as RequestInit);
}
