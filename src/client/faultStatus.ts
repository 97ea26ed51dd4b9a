/**
 * The HTTP status that a named fault has where it comes with one: inside a stream there is the name alone. gRPC's names are
 * Google's, the others OpenAI's and Anthropic's.
 *
 * @see https://cloud.google.com/apis/design/errors#handling_errors
 * @see https://platform.claude.com/docs/en/api/errors
 */
const faultStatus: Readonly<Record<string, number>> = {
  INVALID_ARGUMENT: 400,
  FAILED_PRECONDITION: 400,
  OUT_OF_RANGE: 400,
  UNAUTHENTICATED: 401,
  PERMISSION_DENIED: 403,
  NOT_FOUND: 404,
  ALREADY_EXISTS: 409,
  ABORTED: 409,
  RESOURCE_EXHAUSTED: 429,
  // The caller's own cancelling is never read, so this one is the server's.
  CANCELLED: 500,
  DATA_LOSS: 500,
  INTERNAL: 500,
  UNKNOWN: 500,
  UNIMPLEMENTED: 501,
  UNAVAILABLE: 503,
  DEADLINE_EXCEEDED: 504,
  invalid_request_error: 400,
  authentication_error: 401,
  billing_error: 402,
  permission_error: 403,
  not_found_error: 404,
  request_too_large: 413,
  rate_limit_error: 429,
  api_error: 500,
  server_error: 500,
  timeout_error: 504,
  overloaded_error: 529,
};

/** The status of the first of these names that has one. */
export function statusOfFault(...names: readonly (string | undefined)[]): number | undefined {
  const known = names.find((name) => name !== undefined && Object.hasOwn(faultStatus, name));
  return known === undefined ? undefined : faultStatus[known];
}
