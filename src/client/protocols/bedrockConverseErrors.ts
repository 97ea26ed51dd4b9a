import { describe } from "../errorRules.js";
import { ChatError, type ChatErrorCode } from "../errors.js";
import { errorFromResponse } from "../failures.js";
import { errorFromObject } from "../httpErrors.js";
import { asNumber, asText, type Fields } from "../looseJSON.js";
import type { Target } from "../protocol.js";
import { keyHelp } from "../providerHelp.js";
import { readText } from "../sse.js";

/** What AWS calls its faults, and the status each has when it comes inside a stream. */
const faults: Readonly<Record<string, readonly [ChatErrorCode, number]>> = {
  AccessDeniedException: ["permission", 403],
  ExpiredTokenException: ["authentication", 403],
  InternalServerException: ["server", 500],
  InvalidSignatureException: ["authentication", 403],
  MissingAuthenticationTokenException: ["authentication", 403],
  ModelErrorException: ["server", 424],
  ModelNotReadyException: ["overloaded", 429],
  ModelStreamErrorException: ["server", 424],
  ModelTimeoutException: ["timeout", 408],
  ResourceNotFoundException: ["not_found", 404],
  ServiceQuotaExceededException: ["rate_limit", 400],
  ServiceUnavailableException: ["overloaded", 503],
  ThrottlingException: ["rate_limit", 429],
  UnrecognizedClientException: ["authentication", 403],
  ValidationException: ["bad_request", 400],
};

/** What a status usually means, where a proxy has taken the name away. */
const usualFaults: Readonly<Record<number, string>> = {
  400: "ValidationException",
  403: "AccessDeniedException",
  404: "ResourceNotFoundException",
  429: "ThrottlingException",
};

/** The codes that say little more than the status: the name of the fault says more. */
const vague: ReadonlySet<ChatErrorCode> = new Set(["bad_request", "permission", "server"]);

/**
 * Makes the `ChatError` of a refused request, with what to do about it: AWS names its faults in the header
 * `x-amzn-errortype`, some proxies in the body. Reads and closes the body.
 *
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/troubleshooting-api-error-codes.html
 */
export async function errorFromBedrockResponse(
  response: Response,
  target: Target,
): Promise<ChatError> {
  const header = response.headers.get("x-amzn-errortype");
  const copy = header === null ? response.clone() : undefined;
  const error = await errorFromResponse(response, target);
  const type = faultName(header ?? (await nameInBody(copy?.body)));
  return explain(error, type || (usualFaults[response.status] ?? ""), target);
}

/** Makes the `ChatError` of an exception inside a stream. */
export function errorFromException(name: string, payload: Fields, target: Target): ChatError {
  const type = faultName(name);
  const status = asNumber(payload["originalStatusCode"]) ?? faults[type]?.[1] ?? 500;
  const message =
    asText(payload["message"]) ?? asText(payload["Message"]) ?? asText(payload["originalMessage"]);
  return explain(errorFromObject({ error: { message, type, status } }, target), type, target);
}

/** "com.amazon.coral#ValidationException:http://…" and "validationException" are the same fault. */
function faultName(type: string): string {
  const name = /^(?:[^#:]*#)?([^:]*)/.exec(type)?.[1] ?? "";
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** Longest piece of a body in which a name is looked for, in characters. */
const maxBody = 65_536;

async function nameInBody(body: ReadableStream<Uint8Array> | null | undefined): Promise<string> {
  let text = "";
  try {
    for await (const piece of body ? readText(body) : []) {
      text += piece;
      if (text.length > maxBody) break;
    }
  } catch {
    // The status says enough when the body cannot be read.
  }
  return /"(?:__type|code|type)"\s*:\s*"([^"]*)"/.exec(text)?.[1] ?? "";
}

/** Longest quotation in a sentence for people, in characters. */
const maxQuote = 300;

function explain(error: ChatError, type: string, target: Target): ChatError {
  const { status, retryAfterMs, details, param, shouldRetry } = error;
  const { code, help } = verdict(error, type);
  if (code === error.code && !help) return error;
  const name = target.name ?? target.provider;
  const said = details?.split("\n", 1)[0]?.slice(0, maxQuote);
  const message = help
    ? `${help(name, target)}${said ? ` ${name} said: ${said}` : ""}`
    : describe(code, { message: details ?? "", status, retryAfterMs }, target);
  return new ChatError(code, message, {
    status,
    provider: target.provider,
    model: target.model,
    retryAfterMs,
    details,
    param,
    shouldRetry,
  });
}

type Help = (name: string, target: Target) => string;

const keyWords = /api key|bearer token|authentication failed|credential|signature|security token/i;
const modelWords =
  /model identifier|model id\b|on-demand throughput|inference profile|invalid model/i;

function verdict(error: ChatError, type: string): { code: ChatErrorCode; help?: Help } {
  const words = error.details ?? "";
  const known = Object.hasOwn(faults, type) ? faults[type]?.[0] : undefined;
  const code = vague.has(error.code) ? (known ?? error.code) : error.code;
  switch (type) {
    case "AccessDeniedException":
      if (keyWords.test(words)) return { code: "authentication", help: refusedKey };
      return { code, help: noAccess };
    case "ValidationException":
      return modelWords.test(words) ? { code: "not_found", help: badModelId } : { code };
    case "ModelNotReadyException":
    case "ThrottlingException":
      // Whatever its words: there may be "too many tokens" a minute, not in the conversation.
      return { code: known ?? code };
    case "ResourceNotFoundException":
      return { code, help: noResource };
    default:
      return code === "authentication" ? { code, help: refusedKey } : { code };
  }
}

const refusedKey: Help = (name, target) =>
  target.aws
    ? `${name} did not accept the AWS credentials. Check the access key and its secret; temporary ones expire and need their session token.`
    : `${name} did not accept the API key. Check that it is complete, not expired and of the same region.${keyHelp(target) ? ` ${keyHelp(target)}` : ""}`;

const noAccess: Help = (name, { model, aws }) =>
  `${name} does not let this account use "${model}"${inRegion(aws)}. Ask for the model under "Model access" in the Bedrock console, and allow bedrock:InvokeModel and bedrock:InvokeModelWithResponseStream in its IAM policy.`;

const badModelId: Help = (name, { model, aws }) =>
  `${name} does not take "${model}" as a model ID${inRegion(aws)}. Copy the whole ID from the Bedrock console, such as "amazon.nova-lite-v1:0"; many models want the ID of an inference profile, which begins with "us.", "eu.", "apac." or "global.".`;

const noResource: Help = (name, { model, aws }) =>
  `${name} does not have "${model}"${inRegion(aws)}. It may be offered in another region, have been retired, or wait for a use case form in the Bedrock console.`;

function inRegion(aws: Target["aws"]): string {
  return aws ? ` in ${aws.region}` : " in this region";
}
