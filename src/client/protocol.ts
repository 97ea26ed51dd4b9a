import type { ChatError } from "./errors.js";
import type { BrowserAccess } from "./providerRows.js";
import type { StreamPart } from "./streamParts.js";
import type { ChatRequest } from "./types.js";

/** Where a request goes and what it is called there. */
export interface Target {
  /** The row of the provider table, or `gateway`: for labels, limits and error texts. */
  provider: string;
  /** The model's name as this endpoint wants it. */
  model: string;
  /** The model behind a name that hides it, such as an Azure deployment's: whose limits and rules count. Default: `model`. */
  baseModel?: string | undefined;
  /** What the provider's SDK calls its base URL, without a trailing slash. */
  baseURL: string;
  apiKey?: string | undefined;
  /** Whether `apiKey` is a bearer token, at a provider whose keys go into a header of their own. Default: false. */
  isToken?: boolean | undefined;
  /** Sent as they are, over the protocol's own. */
  headers?: Readonly<Record<string, string>> | undefined;
  /** The provider's name for people, in error texts. Default: `provider`. */
  name?: string | undefined;
  /** For error texts: the environment variables that may hold the key, best first. */
  keyVariables?: readonly string[] | undefined;
  /** For error texts: what web pages may do with this server. */
  browser?: BrowserAccess | undefined;
  /** Azure: the `api-version` query parameter of a deployment URL. */
  apiVersion?: string | undefined;
  /** Bedrock: what signs a request where there is no bearer key in `apiKey`. */
  aws?: AwsAccess | undefined;
}

/** What signs a request to AWS. */
export interface AwsAccess {
  /** Such as `us-east-1`. */
  region: string;
  credentials: AwsCredentials;
}

/** The keys of an AWS identity. */
export interface AwsCredentials {
  accessKeyId: string;
  secretAccessKey: string;
  /** Of temporary credentials. */
  sessionToken?: string | undefined;
}

/** One HTTP request, ready for `fetch`: a POST of JSON, or a GET where `body` is `undefined`. */
export interface WireRequest {
  url: string;
  headers: Record<string, string>;
  body: unknown;
}

/**
 * One wire protocol. Both functions are pure: no I/O, no clock.
 *
 * Input is strict, answers are read leniently: an unknown event is ignored, an unknown finish reason is `other`, a missing
 * field never throws.
 */
export interface Protocol {
  readonly id: string;
  /** @throws ChatError for a conversation this protocol cannot carry. */
  toRequest(request: ChatRequest, target: Target, options?: { stream?: boolean }): WireRequest;
  /** Signs the finished request, where the provider wants more than a key in a header. Asked anew for each repetition. */
  sign?(wire: WireRequest, target: Target): Promise<WireRequest>;
  /**
   * Makes the error of a refused request, where the provider says more about it than the status and the usual body.
   * Default: `errorFromResponse`. Reads and closes the body.
   */
  readError?: (response: Response, target: Target) => Promise<ChatError>;
  /**
   * Reads an answer, streamed or not (the bytes are sniffed, the content type is not trusted). Ends with exactly one
   * `finish` part or one thrown `ChatError`; leaving the loop cancels `bytes`.
   */
  readStream(
    bytes: ReadableStream<Uint8Array>,
    target: Target,
  ): AsyncGenerator<StreamPart, void, undefined>;
}
