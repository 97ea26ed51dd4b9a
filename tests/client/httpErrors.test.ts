import { afterEach, describe, expect, test, vi } from "vitest";
import {
  type ChatError,
  type ChatErrorCode,
  errorFromResponse,
  type Target,
} from "../../src/client/index.js";

const target: Target = {
  provider: "openai",
  name: "OpenAI",
  model: "gpt-4o",
  baseURL: "https://api.openai.com/v1",
  apiKey: "sk-planted-key-0123456789",
};

function errorOf(
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
  to: Target = target,
): Promise<ChatError> {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  return errorFromResponse(new Response(text, { status, headers }), to);
}

afterEach(() => {
  vi.useRealTimers();
});

describe("the status decides where the words do not", () => {
  test.each<[number, ChatErrorCode]>([
    [400, "bad_request"],
    [401, "authentication"],
    [402, "insufficient_credit"],
    [403, "permission"],
    [404, "not_found"],
    [408, "timeout"],
    [409, "server"],
    [413, "bad_request"],
    [422, "bad_request"],
    [429, "rate_limit"],
    [500, "server"],
    [502, "server"],
    [503, "overloaded"],
    [504, "timeout"],
    [529, "overloaded"],
  ])("%i is %s", async (status, code) => {
    const error = await errorOf(status, "");
    expect(error).toMatchObject({ code, status, provider: "openai", model: "gpt-4o" });
    expect(error.message).toMatch(/[.]$/);
  });
});

describe("the words outrank the status", () => {
  test.each<[number, unknown, ChatErrorCode]>([
    [
      400,
      {
        error: {
          message: "This model's maximum context length is 8192 tokens.",
          code: "context_length_exceeded",
        },
      },
      "context_window",
    ],
    [
      413,
      { error: { message: "Request too large, please reduce the length of the messages" } },
      "context_window",
    ],
    [
      429,
      { error: { message: "You exceeded your current quota", code: "insufficient_quota" } },
      "insufficient_credit",
    ],
    [
      429,
      {
        type: "error",
        error: {
          type: "rate_limit_error",
          message: "limit",
          details: { error_code: "enforced_spend_limit_reached" },
        },
      },
      "insufficient_credit",
    ],
    [
      400,
      [
        {
          error: {
            code: 400,
            message: "API key not valid. Please pass a valid API key.",
            status: "INVALID_ARGUMENT",
          },
        },
      ],
      "authentication",
    ],
    [
      400,
      { error: { message: "The response was filtered", code: "content_filter" } },
      "content_policy",
    ],
    [
      400,
      { error: { message: "The model 'x' does not exist", code: "model_not_found" } },
      "not_found",
    ],
    [
      404,
      {
        error: {
          code: "DeploymentNotFound",
          message: "The API deployment for this resource does not exist.",
        },
      },
      "not_found",
    ],
    [400, { error: { message: "This model does not support image input." } }, "vision_unsupported"],
    [400, { error: { message: "llama3 does not support tools" } }, "tools_unsupported"],
    [
      400,
      { error: { message: "You uploaded an unsupported image.", code: "invalid_image_format" } },
      "image_rejected",
    ],
    [
      500,
      { error: { message: "litellm.RateLimitError: OpenAIException - slow down" } },
      "rate_limit",
    ],
    [
      400,
      {
        error: {
          message: "/chat/completions: Invalid model name passed in model=nope",
          code: "400",
        },
      },
      "not_found",
    ],
    [
      500,
      { type: "error", error: { type: "overloaded_error", message: "Overloaded" } },
      "overloaded",
    ],
  ])("%i %o is %s", async (status, body, code) =>
    expect((await errorOf(status, body)).code).toBe(code),
  );
});

describe("the provider's own words, wherever they stand", () => {
  test.each<[unknown, string]>([
    [{ error: { message: "a" } }, "a"],
    [[{ error: { message: "a" } }], "a"],
    [{ error: "a" }, "a"],
    [{ message: "a" }, "a"],
    [{ Message: "a" }, "a"],
    [{ detail: "a" }, "a"],
    [{ detail: [{ loc: [], msg: "a" }, { msg: "b" }] }, "a; b"],
    [
      {
        error: {
          message: "Provider returned error",
          metadata: { raw: '{"error":{"message":"inner"}}' },
        },
      },
      "Provider returned error inner",
    ],
    ["plain words", "plain words"],
    ['{"broken": ', '{"broken":'],
  ])("%o", async (body, details) => expect((await errorOf(400, body)).details).toBe(details));

  test("markup is never shown", async () => {
    const error = await errorOf(502, "<html><body>502 Bad Gateway nginx</body></html>");
    expect(error.details).toBeUndefined();
    expect(error.message).not.toMatch(/nginx|</);
  });

  test("a huge body is read in part, and cancelled", async () => {
    let cancelled = false;
    let pulls = 0;
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        pulls += 1;
        controller.enqueue(new Uint8Array(20_000).fill(120));
      },
      cancel: () => void (cancelled = true),
    });
    const error = await errorFromResponse(new Response(body, { status: 500 }), target);
    expect(error.details?.length).toBeLessThan(1000);
    expect(cancelled).toBe(true);
    expect(pulls).toBeLessThan(10);
  });
});

describe("how long to wait", () => {
  test.each<[Record<string, string>, unknown, number | undefined]>([
    [{ "retry-after-ms": "1500" }, "", 1500],
    [{ "retry-after": "3" }, "", 3000],
    [{ "retry-after": "Thu, 01 Jan 2026 00:00:10 GMT" }, "", 10_000],
    [{ "retry-after": "Wed, 31 Dec 2025 00:00:00 GMT" }, "", 0],
    [{ "retry-after": "soon" }, "", undefined],
    [{}, { error: { message: "Please try again in 1.242s." } }, 1242],
    [{}, { error: { message: "Please try again in 20ms." } }, 20],
    [{}, { error: { message: "Please wait 42 seconds before retrying." } }, 42_000],
    [{}, { error: { message: "Please try again in 6m0s." } }, 360_000],
    [
      {},
      { error: { message: "x", details: [{ "@type": "RetryInfo", retryDelay: "34.4s" }] } },
      34_400,
    ],
    [{}, { error: { message: "x", retry_after_ms: 700 } }, 700],
    [{ "retry-after": "2" }, { error: { message: "try again in 9s" } }, 2000],
  ])("%o %o", async (headers, body, expected) => {
    vi.useFakeTimers({ now: Date.UTC(2026, 0, 1) });
    const error = await errorOf(429, body, headers);
    expect(error.retryAfterMs).toBe(expected);
  });
});

test("no key comes through, whoever echoes it", async () => {
  const key = target.apiKey ?? "";
  for (const status of [400, 401, 403, 404, 429, 500]) {
    const error = await errorOf(status, {
      error: { message: `Incorrect API key provided: ${key} ?key=${key}`, param: "x" },
    });
    expect(
      JSON.stringify([error.message, error.details, error.param, String(error.stack)]),
    ).not.toContain(key);
  }
});

test("the sentence says where the key comes from", async () => {
  const error = await errorOf(401, "", {}, { ...target, keyVariables: ["OPENAI_API_KEY"] });
  expect(error.message).toContain("OPENAI_API_KEY");
});

test("a proxy's words are quoted without its exception names and traces, which stay in the details", async () => {
  const message =
    "litellm.AuthenticationError: AuthenticationError: OpenAIException - Bad key.\nTraceback: x.py";
  const gateway = { ...target, provider: "gateway", name: "proxy:4000" };
  const error = await errorOf(401, { error: { message, code: "401" } }, {}, gateway);
  expect(error).toMatchObject({ code: "authentication", details: message });
  expect(error.message).toContain("proxy:4000 said: AuthenticationError: Bad key.");
  expect(error.message).not.toMatch(/litellm|Exception|Traceback/);
});

test("a proxy without a database refuses a wrong key in words of its own", async () => {
  const body = { error: { message: "No connected db.", type: "no_db_connection", code: "400" } };
  expect((await errorOf(400, body)).code).toBe("authentication");
});

test("a Polylogue gateway's own sentence is shown as it is", async () => {
  const gateway = { ...target, provider: "gateway" };
  const body = { error: { message: "There is no API key for Groq.", code: "missing_key" } };
  expect(await errorOf(401, body, {}, gateway)).toMatchObject({
    code: "missing_key",
    message: "There is no API key for Groq.",
  });
  expect(await errorOf(401, body)).toMatchObject({ code: "authentication" });
});

test("no part of a key is left where a long text is cut", async () => {
  const apiKey = "plain-key-without-a-known-shape";
  for (const length of [280, 299, 580, 599]) {
    const error = await errorOf(
      500,
      `${"x".repeat(length)}${apiKey} and more`,
      {},
      { ...target, apiKey },
    );
    expect(error.details).not.toContain("plain");
    expect(error.details!.length).toBeLessThan(700);
  }
});

test("what signs requests to AWS is masked, also where AWS repeats it", async () => {
  const credentials = {
    accessKeyId: "AKIA",
    secretAccessKey: "plain/secret",
    sessionToken: "plain+token",
  };
  const aws = { region: "eu-west-1", credentials };
  const bedrock = { ...target, apiKey: undefined, aws };
  const error = await errorOf(
    403,
    { message: "Bad signature for plain/secret, plain+token" },
    {},
    bedrock,
  );
  expect(`${error.message} ${error.details}`).not.toMatch(/plain/);
});
