import { classify, describe, liteLLMClassOf } from "./errorRules.js";
import { ChatError, type ChatErrorOptions } from "./errors.js";
import { type Fault, readFault, readFaultText } from "./fault.js";
import type { Target } from "./protocol.js";
import { networkHelp } from "./providerHelp.js";
import { redact } from "./redact.js";

/** Most characters of an error body that are read. */
const maxBody = 65_536;

/** Most characters of the provider's words that are kept. */
const maxDetails = 600;

/** Makes the error that `errorFromResponse` describes. `facts` are what its status and headers say. */
export async function errorFromRefusal(
  response: Response,
  { status = response.status, shouldRetry }: ChatErrorOptions,
  target: Target,
): Promise<ChatError> {
  const fault = readFaultText(await bodyStart(response));
  return errorFromFault(
    {
      ...fault,
      // A proxy's status is what this request met; the body's is kept only where the proxy says 200.
      status: status >= 400 ? status : (fault.status ?? status),
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
  const named = liteLLMClassOf(code, fault);
  return new ChatError(code, message, {
    ...(named && { liteLLMClass: named }),
    status: fault.status,
    provider: target.provider,
    model: target.model,
    retryAfterMs: fault.retryAfterMs,
    details,
    param: fault.param,
    shouldRetry,
  });
}

/** A failure that browsers do not explain to a page: all they say is that there was no answer. */
export function unreachable(url: string, target: Target, cause: unknown): ChatError {
  const host = /^https?:\/\/([^/?#]+)/i.exec(url)?.[1] ?? "the server of this page";
  const help = networkHelp(target, url);
  return new ChatError(
    "network",
    `Could not reach ${host}. Either you are offline, the address is wrong, or the server does not allow calls from web pages (CORS).${help ? ` ${help}` : ""}`,
    { provider: target.provider, model: target.model, cause },
  );
}

/** A fault nobody expected, made presentable: its text may hold anything, keys included. */
export function errorFromUnknown(error: unknown, target: Target): ChatError {
  const { provider, model, name = provider } = target;
  const words = redact(error instanceof Error ? error.message : String(error), secretsOf(target));
  return new ChatError("server", `The answer of ${name} could not be read: ${words}`, {
    provider,
    model,
    cause: error,
  });
}

/** The keys a request to `target` carries: what must not appear in any text about it. */
function secretsOf(target: Target): string[] {
  const headers = Object.entries(target.headers ?? {})
    .filter(([name]) => /auth|key|token|secret|cookie/i.test(name))
    .map(([, value]) => value.replace(/^Bearer\s+/i, ""));
  const { secretAccessKey, sessionToken } = target.aws?.credentials ?? {};
  return [target.apiKey, secretAccessKey, sessionToken, ...headers].filter(
    (one) => one !== undefined && one !== "",
  ) as string[];
}

async function bodyStart({ body }: Response): Promise<string> {
  if (!body) return "";
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let text = "";
  try {
    while (text.length < maxBody) {
      const { done, value } = await reader.read();
      if (done) break;
      text += decoder.decode(value, { stream: true });
    }
  } catch {
    // The status says enough when the body cannot be read.
  }
  reader.cancel().catch(() => {});
  return text;
}

/**
 * How long the headers ask to wait, in milliseconds: `retry-after-ms`, or `retry-after` in seconds or as an HTTP date.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9110#field.retry-after
 */
function retryAfterMs(headers: Headers): number | undefined {
  const ms = headers.get("retry-after-ms");
  if (ms && Number(ms) >= 0) return Number(ms);
  const after = headers.get("retry-after");
  if (!after) return undefined;
  if (Number(after) >= 0) return Number(after) * 1000;
  const date = Date.parse(after);
  return Number.isNaN(date) ? undefined : Math.max(0, date - Date.now());
}
