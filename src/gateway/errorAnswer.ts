import { isChatError, ChatError } from "../client/errors.js";
import type { ChatErrorCode } from "../client/errors.js";
import { redact } from "../client/redact.js";

/** The status a fault has when no provider gave one, and what OpenAI calls its kind. */
const faults: Readonly<Record<ChatErrorCode, readonly [status: number, type: string]>> = {
  missing_key: [401, "authentication_error"],
  authentication: [401, "authentication_error"],
  permission: [403, "permission_error"],
  insufficient_credit: [402, "insufficient_quota"],
  not_found: [404, "invalid_request_error"],
  rate_limit: [429, "rate_limit_error"],
  context_window: [400, "invalid_request_error"],
  content_policy: [400, "invalid_request_error"],
  bad_request: [400, "invalid_request_error"],
  vision_unsupported: [400, "invalid_request_error"],
  tools_unsupported: [400, "invalid_request_error"],
  image_rejected: [400, "invalid_request_error"],
  timeout: [504, "timeout_error"],
  stalled: [504, "timeout_error"],
  truncated: [502, "server_error"],
  overloaded: [503, "server_error"],
  server: [500, "server_error"],
  network: [502, "server_error"],
  aborted: [499, "request_aborted"],
};

/** Once these have happened the provider may have worked already: asking again could be paid twice. */
const maybeAccepted: ReadonlySet<ChatErrorCode> = new Set(["timeout", "stalled", "truncated"]);

/**
 * An error as OpenAI writes one, in a body or in a stream.
 * @see https://platform.openai.com/docs/guides/error-codes
 */
export interface ErrorBody {
  error: {
    message: string;
    type: string;
    param: string | null;
    /** Ours, so that a Polylogue client shows the same fault. */
    code: ChatErrorCode;
    /** The HTTP status, also where the stream had begun with 200. */
    status: number;
    /** How long the provider asks to wait, in milliseconds. */
    retry_after_ms?: number;
  };
}

/**
 * The error in OpenAI's words, for a body or a `data:` line. What is not a `ChatError` is a fault of ours and is not told.
 *
 * @param secrets Keys to mask wherever they stand in the text, beside everything that looks like one.
 */
export function toErrorBody(error: unknown, secrets: readonly string[]): ErrorBody {
  const known = isChatError(error) ? error : unexpected();
  const [status, type] = faults[known.code];
  return {
    error: {
      message: redact(known.message, secrets),
      type,
      param: known.param === undefined ? null : redact(known.param, secrets),
      code: known.code,
      status: tellsMore(known.status) ? known.status : status,
      ...(known.retryAfterMs === undefined ? {} : { retry_after_ms: known.retryAfterMs }),
    },
  };
}

/** The same as an HTTP answer, with the provider's wait in `retry-after` (seconds) and `retry-after-ms`. */
export function errorResponse(error: unknown, secrets: readonly string[]): Response {
  const body = toErrorBody(error, secrets);
  const headers = new Headers(jsonHeaders);
  const waitMs = body.error.retry_after_ms;
  if (waitMs !== undefined) {
    headers.set("retry-after", String(Math.ceil(waitMs / 1000)));
    headers.set("retry-after-ms", String(Math.ceil(waitMs)));
  }
  const shouldRetry = maybeAccepted.has(body.error.code) ? false : shouldRetryOf(error);
  if (shouldRetry !== undefined) headers.set("x-should-retry", String(shouldRetry));
  return new Response(JSON.stringify(body), { status: body.error.status, headers });
}

/** Headers of every JSON answer. */
export const jsonHeaders: Readonly<Record<string, string>> = {
  "content-type": "application/json; charset=utf-8",
  "cache-control": "no-store",
  "x-content-type-options": "nosniff",
};

/** An answer of JSON with status 200. */
export function jsonResponse(value: unknown): Response {
  return new Response(JSON.stringify(value), { headers: jsonHeaders });
}

/** A refusal of the request as it stands. `param` names the field at fault, as in `messages[0].content`. */
export function badRequest(message: string, param?: string, status = 400): ChatError {
  return new ChatError("bad_request", message, { status, param });
}

function shouldRetryOf(error: unknown): boolean | undefined {
  return isChatError(error) ? error.shouldRetry : undefined;
}

/** Providers use 400 for many faults; the code says more. What is no error status says nothing. */
function tellsMore(status: number | undefined): status is number {
  return status !== undefined && status > 400 && status < 600;
}

function unexpected(): ChatError {
  return new ChatError(
    "server",
    "The gateway failed to answer because of an unexpected fault in it. Try again; if it stays, tell whoever runs it.",
  );
}
