import { ChatError } from "../client/errors.js";

/** Where a request comes from: no page, a page of the gateway's own origin, one on the list, or any other. */
export type Caller = "no-page" | "same-origin" | "listed" | "foreign";

/** Checks the allow-list once. @throws TypeError for an entry that is not one exact origin. */
export function checkOrigins(origins: readonly string[]): ReadonlySet<string> {
  for (const origin of origins) {
    // A URL's host may hold a `*`, which would never match anything.
    if (origin.includes("*") || !URL.canParse(origin) || new URL(origin).origin !== origin) {
      throw new TypeError(
        `The gateway's "origins" takes exact origins such as "https://app.example.com"; "${origin}" is not one.`,
      );
    }
  }
  return new Set(origins);
}

/** Every name the request was sent to: its URL, its `Host`, and what proxies say it was before them. */
export function hostsOf(request: Request): string[] {
  const named = [request.headers.get("host"), request.headers.get("x-forwarded-host")]
    .flatMap((value) => value?.split(",") ?? [])
    .map((host) => host.trim().toLowerCase());
  return [new URL(request.url).host, ...named];
}

/** @see https://developer.mozilla.org/docs/Web/HTTP/Headers/Sec-Fetch-Site */
export function callerOf(request: Request, origins: ReadonlySet<string>): Caller {
  const origin = request.headers.get("origin");
  if (origin === null) {
    // Browsers leave `Origin` out of some requests that other sites cause, but not this header.
    const site = request.headers.get("sec-fetch-site");
    return site === "cross-site" || site === "same-site" ? "foreign" : "no-page";
  }
  if (origins.has(origin)) return "listed";
  const isOwn = URL.canParse(origin) && hostsOf(request).includes(new URL(origin).host);
  return isOwn ? "same-origin" : "foreign";
}

/** Answers a CORS preflight: what a listed page may send. @throws ChatError for any other page. */
export function answerPreflight(request: Request, origins: ReadonlySet<string>): Response {
  if (callerOf(request, origins) === "foreign") throw foreignOrigin(request);
  const asked = (request.headers.get("access-control-request-headers") ?? "")
    .split(",")
    .map((name) => name.trim().toLowerCase())
    .filter((name) => /^[a-z0-9-]{1,64}$/.test(name));
  return new Response(null, {
    status: 204,
    headers: {
      "access-control-allow-methods": "GET, POST, OPTIONS",
      // `*` would not cover `authorization`, so each header is named.
      "access-control-allow-headers": [
        ...new Set(["authorization", "content-type", ...asked]),
      ].join(", "),
      "access-control-max-age": "600",
    },
  });
}

/** Lets the page read the answer if it is on the list. `vary` keeps caches from mixing up pages. */
export function withCORS(
  response: Response,
  request: Request,
  origins: ReadonlySet<string>,
): Response {
  const headers = new Headers(response.headers);
  headers.append("vary", "origin");
  const origin = request.headers.get("origin");
  if (origin !== null && origins.has(origin)) {
    headers.set("access-control-allow-origin", origin);
    headers.set("access-control-allow-credentials", "true");
    headers.set("access-control-expose-headers", "retry-after, retry-after-ms, x-should-retry");
  }
  return new Response(response.body, {
    status: response.status,
    statusText: response.statusText,
    headers,
  });
}

/** The refusal of a page that is not on the list. */
export function foreignOrigin(request: Request): ChatError {
  const origin = request.headers.get("origin") ?? "another site";
  return new ChatError(
    "permission",
    `The gateway does not answer pages of ${origin}. Whoever runs it can add that origin to createGateway({ origins: […] }).`,
    { status: 403 },
  );
}
