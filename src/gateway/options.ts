import type { DirectClientOptions } from "../client/index.js";

/** How a gateway is set up. Everything is optional; without `authorize` it serves this machine alone. */
export interface GatewayOptions extends Pick<
  DirectClientOptions,
  "keys" | "providers" | "fetch" | "timeouts"
> {
  /**
   * Decides who may spend the keys; asked for every request but a CORS preflight. `true` lets it through, `false` answers
   * 401, a `Response` is sent as it is, a throw answers 500. It may read headers and cookies, not the body.
   * Default: only requests from this machine to a loopback `Host`, from a page of the same origin or from no page, are
   * answered.
   */
  authorize?: ((request: Request) => boolean | Response | Promise<boolean | Response>) | undefined;
  /** The models that may be used: exact names, or `provider/*`. Default: all of the providers that have a key. */
  models?: readonly string[] | undefined;
  /** Most tokens of one answer, 1 or more: larger wishes are cut to it, and it is the default. Default: no cap. */
  maxOutputTokens?: number | undefined;
  /**
   * Pages of other origins that may call, such as `https://app.example.com`: exact, no wildcards. Pages of the gateway's
   * own origin always may. Default: none.
   */
  origins?: readonly string[] | undefined;
  /**
   * The environment keys and base URLs are read from, such as `OPENAI_API_KEY`. Default: `process.env` where there is one.
   */
  env?: Readonly<Record<string, string | undefined>> | undefined;
  /** Largest request body, in bytes. Default: 20 MB (20,000,000). */
  maxBodyBytes?: number | undefined;
  /** Longest a request body may take to arrive, in milliseconds. Default: 60,000. */
  bodyTimeoutMs?: number | undefined;
}

/** What `createGateway` returns: any fetch-style host can run it. It never rejects. */
export type GatewayHandler = (request: Request) => Promise<Response>;
