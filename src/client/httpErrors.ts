import { classify, describe } from "./errorRules.js";
import { ChatError } from "./errors.js";
import { type Fault, readFault, readFaultText } from "./fault.js";
import type { Target } from "./protocol.js";
import { redact } from "./redact.js";
import { readText } from "./sse.js";

/** Most characters of an error body that are read. */
const maxBody = 65_536;

/** Most characters of the provider's words that are kept. */
const maxDetails = 600;

/**
 * Makes the `ChatError` of an answer that is not a success: its code by status and text, a sentence for people, the
 * provider's own words as `details` with every key masked, and how long to wait by header or body. Reads and closes the
 * body.
 */
export async function errorFromResponse(response: Response, target: Target): Promise<ChatError> {
  const fault = readFaultText(await bodyStart(response));
  const shouldRetry = { true: true, false: false }[response.headers.get("x-should-retry") ?? ""];
  return errorFromFault(
    {
      ...fault,
      // A proxy's status is what this request met; the body's is kept only where the proxy says 200.
      status: response.status >= 400 ? response.status : (fault.status ?? response.status),
      retryAfterMs: retryAfterMs(response.headers) ?? fault.retryAfterMs,
    },
    target,
    shouldRetry,
  );
}

/** Makes the `ChatError` of an error object that came inside a stream or in a 200 answer. */
export function errorFromObject(value: unknown, target: Target): ChatError {
  return errorFromFault(readFault(value), target);
}

function errorFromFault(fault: Fault, target: Target, shouldRetry?: boolean): ChatError {
  const secrets = secretsOf(target);
  // Masked before it is cut: half a key is no key that could be recognised.
  const words = redact(fault.message, secrets);
  const details = words
    ? words.length > maxDetails
      ? `${words.slice(0, maxDetails)}…`
      : words
    : undefined;
  const { code, own } = classify(fault, target);
  const message =
    own && details
      ? details
      : redact(describe(code, { ...fault, message: details ?? "" }, target), secrets);
  return new ChatError(code, message, {
    status: fault.status,
    provider: target.provider,
    model: target.model,
    retryAfterMs: fault.retryAfterMs,
    details,
    param: fault.param,
    shouldRetry,
  });
}

/** The keys a request to `target` carries: what must not appear in any text about it. */
export function secretsOf(target: Target): string[] {
  const headers = Object.entries(target.headers ?? {})
    .filter(([name]) => /auth|key|token|secret|cookie/i.test(name))
    .map(([, value]) => value.replace(/^Bearer\s+/i, ""));
  const { secretAccessKey, sessionToken } = target.aws?.credentials ?? {};
  return [target.apiKey, secretAccessKey, sessionToken, ...headers].filter(
    (one) => one !== undefined && one !== "",
  ) as string[];
}

/**
 * How long the headers ask to wait, in milliseconds: `retry-after-ms`, or `retry-after` in seconds or as an HTTP date.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9110#field.retry-after
 */
export function retryAfterMs(headers: Headers): number | undefined {
  const ms = headers.get("retry-after-ms");
  if (ms && Number(ms) >= 0) return Number(ms);
  const after = headers.get("retry-after");
  if (!after) return undefined;
  if (Number(after) >= 0) return Number(after) * 1000;
  const date = Date.parse(after);
  return Number.isNaN(date) ? undefined : Math.max(0, date - Date.now());
}

async function bodyStart(response: Response): Promise<string> {
  if (!response.body) return "";
  let text = "";
  try {
    for await (const piece of readText(response.body)) {
      text += piece;
      if (text.length > maxBody) break;
    }
  } catch {
    // The status says enough when the body cannot be read.
  }
  return text;
}
