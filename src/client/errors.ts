/** What went wrong, for a program. */
export type ChatErrorCode =
  | "missing_key"
  | "authentication"
  | "permission"
  | "insufficient_credit"
  | "not_found"
  | "rate_limit"
  | "context_window"
  | "content_policy"
  | "bad_request"
  | "vision_unsupported"
  | "tools_unsupported"
  | "image_rejected"
  | "timeout"
  | "stalled"
  | "truncated"
  | "overloaded"
  | "server"
  | "network"
  | "aborted";

/**
 * The name LiteLLM gives the same fault, so that handlers written for it carry over.
 * @see https://docs.litellm.ai/docs/exception_mapping
 */
export const liteLLMClass: Readonly<Record<ChatErrorCode, string>> = {
  missing_key: "AuthenticationError",
  authentication: "AuthenticationError",
  permission: "PermissionDeniedError",
  insufficient_credit: "APIError",
  not_found: "NotFoundError",
  rate_limit: "RateLimitError",
  context_window: "ContextWindowExceededError",
  content_policy: "ContentPolicyViolationError",
  bad_request: "BadRequestError",
  vision_unsupported: "BadRequestError",
  tools_unsupported: "UnsupportedParamsError",
  image_rejected: "BadRequestError",
  timeout: "Timeout",
  stalled: "Timeout",
  truncated: "APIConnectionError",
  overloaded: "ServiceUnavailableError",
  server: "InternalServerError",
  network: "APIConnectionError",
  aborted: "APIConnectionError",
};

const statusCodes: Readonly<Record<number, ChatErrorCode>> = {
  401: "authentication",
  402: "insufficient_credit",
  403: "permission",
  404: "not_found",
  408: "timeout",
  409: "server",
  429: "rate_limit",
  503: "overloaded",
  504: "timeout",
  529: "overloaded",
};

/** What a status alone says of a failure; without one it is the server's. */
export function codeOfStatus(status: number | undefined): ChatErrorCode {
  if (status === undefined) return "server";
  return statusCodes[status] ?? (status >= 400 && status < 500 ? "bad_request" : "server");
}

/** What a `ChatError` may know beside its code and sentence. */
export interface ChatErrorOptions {
  /** HTTP status, where there was an answer. */
  status?: number | undefined;
  provider?: string | undefined;
  model?: string | undefined;
  /** How long the provider asks to wait, in milliseconds. */
  retryAfterMs?: number | undefined;
  /** The provider's own words, with secrets redacted. */
  details?: string | undefined;
  /** The request parameter the provider names. */
  param?: string | undefined;
  /** Whether the server says that sending the same request again may help (`x-should-retry`). */
  shouldRetry?: boolean | undefined;
  /** Default: that of the code. */
  liteLLMClass?: string;
  cause?: unknown;
}

/**
 * The one class of every failure. `message` is a sentence or two for people: what happened, why, and what to do; secrets
 * are redacted before it is made.
 */
export class ChatError extends Error {
  override readonly name = "ChatError";
  declare readonly code: ChatErrorCode;
  /** The LiteLLM class name for the same fault. */
  declare readonly liteLLMClass: string;
  declare readonly status: number | undefined;
  declare readonly provider: string | undefined;
  declare readonly model: string | undefined;
  declare readonly retryAfterMs: number | undefined;
  declare readonly details: string | undefined;
  declare readonly param: string | undefined;
  declare readonly shouldRetry: boolean | undefined;

  constructor(code: ChatErrorCode, message: string, { cause, ...facts }: ChatErrorOptions = {}) {
    super(message, cause === undefined ? undefined : { cause });
    Object.assign(this, { liteLLMClass: liteLLMClass[code], ...facts, code });
  }
}

/** Whether `error` is a `ChatError`, also one of another copy of this package. */
export function isChatError(error: unknown): error is ChatError {
  return error instanceof Error && error.name === "ChatError" && "code" in error;
}
