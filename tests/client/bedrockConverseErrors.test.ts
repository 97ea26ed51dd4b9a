import { describe, expect, test } from "vitest";
import type { ChatError } from "../../src/client/errors.js";
import type { Target } from "../../src/client/protocol.js";
import { bedrockConverse } from "../../src/client/protocols/bedrockConverse.js";
import { streamChat } from "../../src/client/streamChat.js";
import { readAnswer } from "./readAnswer.js";

const target: Target = {
  provider: "bedrock",
  name: "Amazon Bedrock",
  model: "anthropic.claude-x",
  baseURL: "https://bedrock-runtime.eu-west-1.amazonaws.com",
  apiKey: "bedrock-key-1234",
  keyVariables: ["AWS_BEARER_TOKEN_BEDROCK"],
};
const aws = {
  region: "eu-west-1",
  credentials: { accessKeyId: "AKIDEXAMPLE", secretAccessKey: "secret-1234" },
};

/** The error of a refused request, by way of the client itself. */
async function refusal(
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
  more: Partial<Target> = {},
): Promise<ChatError | undefined> {
  const fetch = (): Promise<Response> =>
    Promise.resolve(
      new Response(typeof body === "string" ? body : JSON.stringify(body), { status, headers }),
    );
  const request = { model: "m", messages: [] };
  const { signal } = new AbortController();
  const options = { signal, fetch, maxRetries: 0 };
  const stream = streamChat(bedrockConverse, request, { ...target, ...more }, options);
  return (await readAnswer(stream)).error;
}

const named = (type: string): Record<string, string> => ({
  "x-amzn-errortype": `${type}:http://internal.amazon.com/coral/com.amazon.bedrock/`,
});

const faults = [
  {
    type: "AccessDeniedException",
    status: 403,
    message: "You don't have access to the model with the specified model ID.",
    code: "permission",
    help: /does not let this account use "anthropic.claude-x" in this region.*"Model access".*IAM policy/,
  },
  {
    type: "ValidationException",
    status: 400,
    message: "The provided model identifier is invalid.",
    code: "not_found",
    help: /does not take "anthropic.claude-x" as a model ID.*inference profile/,
  },
  {
    type: "ResourceNotFoundException",
    status: 404,
    message: "This model version has reached the end of its life.",
    code: "not_found",
    help: /does not have "anthropic.claude-x".*another region/,
  },
] as const;

describe.each(faults)("$type has a help of its own", ({ type, status, message, code, help }) => {
  const wanted = {
    code,
    status,
    details: message,
    message: expect.stringMatching(help) as string,
    provider: "bedrock",
    model: "anthropic.claude-x",
  };
  test.each<[string, unknown, Record<string, string>]>([
    ["named in the header", { message }, named(type)],
    ["named in the header, its message with a capital", { Message: message }, named(type)],
    ["named in the body", { __type: `com.amazon.coral.service#${type}`, message }, {}],
    ["told by its status", { message }, {}],
  ])("%s", async (_where, body, headers) => {
    expect(await refusal(status, body, headers)).toMatchObject(wanted);
  });

  test("which says what AWS said, and the region where it is known", async () => {
    const error = await refusal(status, { message }, named(type), { apiKey: undefined, aws });
    expect(error?.message).toContain(message);
    expect(error?.message).toContain("in eu-west-1");
  });
});

test("a model that is only offered through inference profiles is a matter of its ID", async () => {
  const message =
    "Invocation of model ID anthropic.claude-x with on-demand throughput isn’t supported. Retry your request with the ID or ARN of an inference profile that contains this model.";
  expect(await refusal(400, { message }, named("ValidationException"))).toMatchObject({
    code: "not_found",
    message: expect.stringContaining('begins with "us."') as string,
  });
});

test.each<[string, string, string | undefined]>([
  ["A conversation must start with a user message.", "bad_request", "did not accept the request"],
  ["Input is too long for requested model.", "context_window", "longer than"],
  [
    "This model doesn't support the image content block.",
    "vision_unsupported",
    "cannot read images",
  ],
])("the validation error %j is what its words say", async (message, code, words) => {
  const error = await refusal(400, { message }, named("ValidationException"));
  expect(error).toMatchObject({ code, message: expect.stringContaining(words ?? "") as string });
});

test.each<[string, number, string, string]>([
  ["ThrottlingException", 429, "Too many tokens, please wait before trying again.", "rate_limit"],
  ["", 429, "Too many tokens, please wait before trying again.", "rate_limit"],
  ["ServiceQuotaExceededException", 400, "Your request exceeds the quota.", "rate_limit"],
  ["ModelTimeoutException", 408, "The model took too long.", "timeout"],
  ["ModelNotReadyException", 429, "The model is not ready.", "overloaded"],
  ["ServiceUnavailableException", 503, "Bedrock is unavailable.", "overloaded"],
  ["ModelErrorException", 424, "The model failed.", "server"],
  ["InternalServerException", 500, "Oops", "server"],
])("%s (HTTP %d, %j) is %s", async (type, status, message, code) => {
  expect((await refusal(status, { message }, type ? named(type) : {}))?.code).toBe(code);
});

test("a name in the body counts before the status", async () => {
  const body = { __type: "com.amazon#ServiceQuotaExceededException", message: "Enough." };
  expect((await refusal(400, body))?.code).toBe("rate_limit");
});

describe("a refused key", () => {
  test.each([
    ["AccessDeniedException", "Authentication failed: Please make sure your API Key is valid."],
    ["AccessDeniedException", "Bearer Token has expired"],
    ["UnrecognizedClientException", "The security token included in the request is invalid."],
  ])("%s %j", async (type, Message) => {
    expect(await refusal(403, { Message }, named(type))).toMatchObject({
      code: "authentication",
      message: expect.stringMatching(
        /did not accept the API key.*AWS_BEARER_TOKEN_BEDROCK/,
      ) as string,
    });
  });

  test.each(["ExpiredTokenException", "InvalidSignatureException"])(
    "and refused AWS credentials: %s",
    async (type) => {
      const more = { apiKey: undefined, aws };
      expect(await refusal(403, { message: "No." }, named(type), more)).toMatchObject({
        code: "authentication",
        message: expect.stringContaining("did not accept the AWS credentials") as string,
      });
    },
  );
});

test("a body that cannot be read leaves the status", async () => {
  expect(await refusal(403, "<html>Forbidden</html>")).toMatchObject({
    code: "permission",
    details: undefined,
  });
  expect(await refusal(500, "")).toMatchObject({ code: "server" });
});
