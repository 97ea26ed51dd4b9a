import { describe, expect, test } from "vitest";
import {
  type ChatError,
  type ChatErrorCode,
  errorFromResponse,
  type Target,
} from "../../src/client/index.js";
import { errorFromObject } from "../../src/client/httpErrors.js";

const target: Target = {
  provider: "openai",
  name: "OpenAI",
  model: "gpt-4o",
  baseURL: "https://api.openai.com/v1",
};

function refused(status: number, body: unknown, contentType?: string): Promise<ChatError> {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  const headers = contentType ? { "content-type": contentType } : {};
  return errorFromResponse(new Response(text, { status, headers }), target);
}

describe("what providers say, whatever the status", () => {
  test.each<[string, ChatErrorCode]>([
    ["Request Timeout Error", "timeout"],
    ["Request timed out.", "timeout"],
    ["Timed out generating response", "timeout"],
    ["The read operation timed out", "timeout"],
    ["A timeout occurred", "timeout"],
    ["Rate limit reached for gpt-4o", "rate_limit"],
    ["Service tier capacity exceeded for this model.", "rate_limit"],
    ["Tokens per minute limit exceeded - too many tokens processed.", "rate_limit"],
    ["Too many tokens, please wait before trying again.", "rate_limit"],
    ["Request too large for model `m` on tokens per minute (TPM): Limit 6000", "rate_limit"],
    ["ThrottlingException: slow down", "rate_limit"],
    ["input length and max_tokens exceed context limit: 1 + 2 > 3", "context_window"],
    ["This model's maximum context length is 8192 tokens.", "context_window"],
    [
      "string too long. Expected a string with maximum length 1048576, but got 2000000",
      "context_window",
    ],
    ["exceeds the model's maximum context limit", "context_window"],
    ["The prompt is longer than the model's context length", "context_window"],
    ["prompt is too long: 210000 tokens > 200000 maximum", "context_window"],
    ["prompt: length: 1..1234", "context_window"],
    ["the request exceeds the available context size, try increasing it", "context_window"],
    ["Your request exceeded model token limit: 8192", "context_window"],
    ["InvalidParameter: Range of input length should be [1, 129024]", "context_window"],
    ["Too many tokens: the input is larger", "context_window"],
    ["Too many input tokens.", "context_window"],
    ["expected maxLength: 2048, actual: 3000", "context_window"],
    ["Input is too long for requested model.", "context_window"],
    ["Please reduce the length of the messages or completion.", "context_window"],
    ["400 Request payload size exceeds the limit: 20971520 bytes.", "context_window"],
    [
      "The input token count (1100000) exceeds the maximum number of tokens allowed (1048576).",
      "context_window",
    ],
    [
      "Prompt contains 40000 tokens, too large for model with 32768 maximum context length",
      "context_window",
    ],
    ["Content Exists Risk", "content_policy"],
    ["DataInspectionFailed: Input data may contain inappropriate content.", "content_policy"],
    ["potentially unsafe or sensitive content in the input", "content_policy"],
    ["Invalid prompt: your prompt was flagged as violating our usage policy.", "content_policy"],
    ["Your request was rejected as a result of the safety system.", "content_policy"],
    ["Output blocked by content filtering policy", "content_policy"],
    [
      "The response was filtered due to the prompt triggering Azure OpenAI's content management policy.",
      "content_policy",
    ],
    ["The response was blocked.", "content_policy"],
    ["Incorrect API key provided: sk-abc", "authentication"],
    ["Invalid API Key", "authentication"],
    ["API key not valid. Please pass a valid API key.", "authentication"],
    ["Unable to locate credentials", "authentication"],
    ["The security token included in the request is invalid.", "authentication"],
    ["CORS requests are not allowed for this Organization", "permission"],
    ["key not allowed to access model. This key can only access models=['a']", "permission"],
    ["The provided model identifier is invalid.", "not_found"],
    ["Model Not Exist", "not_found"],
    ["Invalid model: foo", "not_found"],
    ["x/y is not a valid model ID", "not_found"],
    ["The model `m` has been decommissioned and is no longer supported.", "not_found"],
    ["You exceeded your current quota, please check your plan", "insufficient_credit"],
    ["Your credit balance is too low to access the Anthropic API.", "insufficient_credit"],
    ["Insufficient Balance", "insufficient_credit"],
    ["used all available credits or reached its monthly spending limit", "insufficient_credit"],
    ["The model is overloaded. Please try again later.", "overloaded"],
    ["Could not process image", "image_rejected"],
    ['"auto" tool choice requires --enable-auto-tool-choice', "tools_unsupported"],
    ["login fail: Please carry the API secret key in the 'Authorization' field", "authentication"],
  ])("%s", async (message, code) => {
    expect(await refused(400, { error: { message } })).toMatchObject({ code, status: 400 });
  });
});

describe("the kinds of faults behind one status", () => {
  test.each<[number, unknown, ChatErrorCode]>([
    [
      401,
      { type: "error", error: { type: "authentication_error", message: "x" } },
      "authentication",
    ],
    [402, { error: { code: 402, message: "Buy more", metadata: {} } }, "insufficient_credit"],
    [400, { type: "error", error: { type: "billing_error", message: "x" } }, "insufficient_credit"],
    [403, { type: "error", error: { type: "permission_error", message: "x" } }, "permission"],
    [403, { error: { code: 403, message: "x", status: "PERMISSION_DENIED" } }, "permission"],
    [404, { type: "error", error: { type: "not_found_error", message: "model: x" } }, "not_found"],
    [404, { error: { code: 404, message: "x", status: "NOT_FOUND" } }, "not_found"],
    [413, { type: "error", error: { type: "request_too_large", message: "x" } }, "bad_request"],
    [413, "<html>413 Request Entity Too Large</html>", "bad_request"],
    [424, { error: { message: "x" } }, "bad_request"],
    [429, { error: { code: 429, message: "x", status: "RESOURCE_EXHAUSTED" } }, "rate_limit"],
    [
      429,
      {
        error: {
          code: 429,
          message:
            "You exceeded your current quota, please check your plan and billing details.\nPlease retry in 36s.",
          status: "RESOURCE_EXHAUSTED",
        },
      },
      "rate_limit",
    ],
    [500, { error: { message: "The server had an error processing your request." } }, "server"],
    [500, "Web server is returning an unknown error", "server"],
    [502, { error: { code: 502, message: "Model down" } }, "server"],
    [503, { error: { code: 503, message: "x", status: "UNAVAILABLE" } }, "overloaded"],
    [504, { error: { code: 504, message: "x", status: "DEADLINE_EXCEEDED" } }, "timeout"],
    [520, "<html>Cloudflare</html>", "server"],
  ])("%i %o is %s", async (status, body, code) => {
    expect(await refused(status, body)).toMatchObject({ code, status });
  });
});

test("a request that is too large says so, also where a proxy answers with a page", async () => {
  const { message, details } = await refused(413, "<html>413</html>");
  expect(message).toContain("larger than OpenAI takes");
  expect(details).toBeUndefined();
});

describe("the forms of an error body", () => {
  test.each<[string, unknown]>([
    ["OpenAI", { error: { message: "said", type: "t", param: null, code: null } }],
    ["Groq", { error: { message: "said", type: "t", code: "c", failed_generation: "g" } }],
    ["Anthropic", { type: "error", error: { type: "t", message: "said" }, request_id: "r" }],
    ["Gemini", { error: { code: 400, message: "said", status: "INVALID_ARGUMENT", details: [] } }],
    ["Gemini's list", [{ error: { code: 400, message: "said", status: "INVALID_ARGUMENT" } }]],
    ["OpenRouter", { error: { code: 400, message: "said", metadata: {} }, user_id: "u" }],
    ["Bedrock", { Message: "said" }],
    ["Ollama", { error: "said" }],
    ["xAI", { code: "Client specified an invalid argument", error: "said" }],
    ["Cohere", { message: "said", id: "i" }],
    ["vLLM", { object: "error", message: "said", type: "BadRequestError", code: 400 }],
    ["FastAPI", { detail: "said" }],
    ["FastAPI's list", { detail: [{ loc: ["body"], msg: "said" }] }],
    ["a LiteLLM guardrail", { detail: { error: "said" } }],
    ["Mistral", { object: "error", message: { detail: [{ loc: ["body"], msg: "said" }] } }],
    ["Mistral, newer", { object: "error", message: [{ loc: ["body"], msg: "said" }] }],
    ["Hugging Face", { error: ["said"] }],
    ["Cloudflare", { success: false, errors: [{ code: 7003, message: "said" }], result: null }],
    ["MiniMax", { choices: null, base_resp: { status_code: 2013, status_msg: "said" } }],
  ])("of %s, whatever its content type claims", async (_name, body) => {
    const error = await refused(400, body, "application/octet-stream");
    expect(error).toMatchObject({ code: "bad_request", status: 400, details: "said" });
  });
});

describe("a fault that is named inside a stream, without a number", () => {
  test.each<[string, ChatErrorCode, number]>([
    ["INVALID_ARGUMENT", "bad_request", 400],
    ["FAILED_PRECONDITION", "bad_request", 400],
    ["UNAUTHENTICATED", "authentication", 401],
    ["PERMISSION_DENIED", "permission", 403],
    ["NOT_FOUND", "not_found", 404],
    ["ABORTED", "server", 409],
    ["RESOURCE_EXHAUSTED", "rate_limit", 429],
    ["CANCELLED", "server", 500],
    ["INTERNAL", "server", 500],
    ["UNAVAILABLE", "overloaded", 503],
    ["DEADLINE_EXCEEDED", "timeout", 504],
  ])("Google's %s", (status, code, number) => {
    const error = errorFromObject({ error: { status, message: "x" } }, target);
    expect(error).toMatchObject({ code, status: number });
  });

  test.each<[string, ChatErrorCode, number]>([
    ["invalid_request_error", "bad_request", 400],
    ["authentication_error", "authentication", 401],
    ["billing_error", "insufficient_credit", 402],
    ["permission_error", "permission", 403],
    ["not_found_error", "not_found", 404],
    ["request_too_large", "bad_request", 413],
    ["rate_limit_error", "rate_limit", 429],
    ["api_error", "server", 500],
    ["server_error", "server", 500],
    ["timeout_error", "timeout", 504],
    ["overloaded_error", "overloaded", 529],
  ])("%s", (type, code, number) => {
    const error = errorFromObject({ type: "error", error: { type, message: "x" } }, target);
    expect(error).toMatchObject({ code, status: number });
  });

  test("a number in it counts for more, a name nobody knows for nothing", () => {
    const both = { error: { code: 404, status: "INTERNAL", message: "x" } };
    expect(errorFromObject(both, target)).toMatchObject({ code: "not_found", status: 404 });
    for (const type of ["new_error", "toString"]) {
      const error = errorFromObject({ error: { type, message: "x" } }, target);
      expect(error).toMatchObject({ code: "server", status: undefined });
    }
  });
});

describe("the LiteLLM class of the same fault", () => {
  test.each<[number, unknown, ChatErrorCode, string]>([
    [401, "", "authentication", "AuthenticationError"],
    [402, "", "insufficient_credit", "APIError"],
    [429, { error: { code: "insufficient_quota" } }, "insufficient_credit", "RateLimitError"],
    [500, "", "server", "InternalServerError"],
    [502, "", "server", "APIError"],
    [503, "", "overloaded", "ServiceUnavailableError"],
    [503, { error: { message: "The model is overloaded." } }, "overloaded", "InternalServerError"],
    [504, "", "timeout", "Timeout"],
    [529, "", "overloaded", "InternalServerError"],
    [500, "litellm.APIConnectionError: x", "server", "APIConnectionError"],
    [400, "litellm.UnprocessableEntityError: x", "bad_request", "UnprocessableEntityError"],
    [408, "litellm.Timeout: x", "timeout", "Timeout"],
    [404, "litellm.nothing of the kind", "not_found", "NotFoundError"],
  ])("%i %o is %s, %s", async (status, body, code, liteLLMClass) => {
    expect(await refused(status, body)).toMatchObject({ code, liteLLMClass });
  });
});

describe("what is the matter with an image, told by a code alone", () => {
  test.each(
    (
      "invalid_image invalid_image_format invalid_base64_image invalid_image_url invalid_image_mode image_too_large " +
      "image_too_small image_parse_error image_file_too_large unsupported_image_media_type empty_image_file " +
      "failed_to_download_image image_file_not_found"
    ).split(" "),
  )("%s", (code) => {
    const error = errorFromObject({ error: { code, message: "Sorry." } }, target);
    expect(error.code).toBe("image_rejected");
  });
});
