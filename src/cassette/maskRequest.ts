import { maskKeys, redacted } from "../client/redact.js";
import type { RecordedRequest } from "./cassette.js";

/** The headers that say nothing secret; the value of any other is masked, since an app may send whatever it likes. */
const openHeaders =
  /^(?:accept|accept-.*|anthropic-(?:version|beta|dangerous-direct-browser-access)|cache-control|content-(?:type|length)|host|http-referer|openai-beta|user-agent|x-amz-(?:date|content-sha256)|x-title)$/;

/** Names of headers, query parameters and fields whose values are secrets. */
const secretName =
  /auth|api[-_]?key|^key$|access[-_]?key|private[-_]?key|token$|secret|passw(?:or)?d|cookie|credential|signature|^sig$|session/i;

/** The same for a field in JSON, in a body or in the arguments of a tool: what a model counts in tokens is no secret. */
const secretField =
  /(?:api|access|private|secret)[-_]?key(?:[-_]?id)?|(?:auth|access|refresh|session|security|id)[-_]?token|secret|passw(?:or)?d|credentials?|authorization|cookie/
    .source;

const secretFields: readonly RegExp[] = [
  new RegExp(String.raw`("[\w-]*(?:${secretField})[\w-]*"\s*:\s*")((?:[^"\\]|\\.)+)`, "gi"),
  // JSON within JSON, as the arguments of a call are sent.
  new RegExp(String.raw`(\\+"[\w-]*(?:${secretField})[\w-]*\\+"\s*:\s*\\+")(.+?)(?=\\+")`, "gi"),
];

/** The secrets a request shows by where they stand or how they look, for they may be repeated anywhere, by the server too. */
export function secretsOf({ url, headers, body = "" }: RecordedRequest): string[] {
  const found = Object.entries(headers).flatMap(([name, value]) =>
    !openHeaders.test(name) && (secretName.test(name) || /^\S{20,}$/.test(value))
      ? [value.replace(/^(?:Bearer|Basic)\s+/i, "")]
      : [],
  );
  for (const [, name = "", value = ""] of url.matchAll(/[?&]([^=&#]+)=([^&#]+)/g)) {
    if (secretName.test(name)) found.push(value, decoded(value));
  }
  for (const field of secretFields) {
    for (const [, , value = ""] of body.matchAll(field)) found.push(value);
  }
  const collect = (key: string): string => {
    found.push(key);
    return redacted;
  };
  maskKeys(body, [], collect);
  return found.flatMap((secret) => [secret, JSON.stringify(secret).slice(1, -1)]);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** A request without its secrets, and without those of others that it repeats. */
export function maskRequest(
  { method, url, headers, body }: RecordedRequest,
  secrets: readonly string[],
): RecordedRequest {
  const open = url
    .replace(/^(\w+:\/\/)[^/?#@]*@/, `$1${redacted}@`)
    .replace(/([?&])([^=&#]+)=([^&#]+)/g, (found, before: string, name: string) =>
      secretName.test(name) ? `${before}${name}=${redacted}` : found,
    );
  return {
    method,
    url: maskText(open, secrets),
    headers: Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name, maskHeader(name, value, secrets)]),
    ),
    ...(body !== undefined && { body: maskText(body, secrets) }),
  };
}

function maskHeader(name: string, value: string, secrets: readonly string[]): string {
  if (openHeaders.test(name)) return maskText(value, secrets);
  // The scheme is kept: it says what kind of secret is wanted.
  const scheme = /^(?:Bearer|Basic|AWS4-HMAC-SHA256)(?=\s)/i.exec(value)?.[0];
  return scheme ? `${scheme} ${redacted}` : redacted;
}

/** The headers of an answer without what may identify somebody. */
export function maskAnswerHeaders(
  headers: Readonly<Record<string, string>>,
  secrets: readonly string[],
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name,
      /cookie|auth|secret|credential|organization|api-?key|token$/.test(name)
        ? redacted
        : maskText(value, secrets),
    ]),
  );
}

/** A text without keys. @param mask What stands in the place of each. Default: `[redacted]`. */
export function maskText(
  text: string,
  secrets: readonly string[],
  mask: (key: string) => string = () => redacted,
): string {
  let result = maskKeys(text, secrets, mask);
  for (const field of secretFields) {
    result = result.replace(field, (_found, before: string, key: string) => before + mask(key));
  }
  return result;
}
