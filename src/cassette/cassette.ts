import { ChatError } from "../client/errors.js";
import { asFields, isFields } from "../client/looseJSON.js";

/** What passed between a chat and its servers, keys masked: plain JSON, to be kept, sent on and replayed. */
export interface Cassette {
  /** 1 so far. A file of a later version is refused. */
  version: number;
  /** Oldest first, in the order the requests left. */
  exchanges: Exchange[];
}

/** One request and what came back. */
export interface Exchange {
  request: RecordedRequest;
  /** When the request left, in milliseconds since 1970-01-01 UTC. */
  startedAt: number;
  /** Absent where no answer came. */
  response?: RecordedResponse | undefined;
  /**
   * How it ended: `complete` when the server had said everything, `cancelled` when the reader left before, `failed` when
   * the connection broke, `open` while it runs.
   */
  end: "open" | "complete" | "cancelled" | "failed";
  /** What the platform said of a `failed` one. */
  error?: string | undefined;
}

/** A request as it left, keys masked. */
export interface RecordedRequest {
  method: string;
  url: string;
  /** Names in lower case. */
  headers: Record<string, string>;
  body?: string | undefined;
}

/** An answer as it came, keys masked. */
export interface RecordedResponse {
  status: number;
  /** Names in lower case. */
  headers: Record<string, string>;
  /** When the head of the answer was there, in milliseconds after the request left. */
  afterMs: number;
  chunks: RecordedChunk[];
}

/** One piece of a body, as the network cut it: text where it is UTF-8 by itself, else the bytes in base64. */
export interface RecordedChunk {
  /** When it came, in milliseconds after the request left. */
  atMs: number;
  text?: string | undefined;
  base64?: string | undefined;
}

/** The newest version, which is what a recorder writes. */
export const cassetteVersion = 1;

/**
 * Reads a cassette out of a file: its text, or what `JSON.parse` made of it. Exchanges of no recognizable shape are left
 * out.
 *
 * @throws ChatError `bad_request` for anything but a cassette of a version known here.
 */
export function readCassette(value: unknown): Cassette {
  const { version, exchanges } = asFields(typeof value === "string" ? parse(value) : value);
  if (typeof version !== "number" || !Array.isArray(exchanges)) {
    throw new ChatError("bad_request", "This is not a cassette. Give what a recorder has saved.");
  }
  if (version > cassetteVersion) {
    throw new ChatError(
      "bad_request",
      `The cassette has version ${version}, and this version of Polylogue reads those up to ${cassetteVersion}. Update Polylogue, or record the chat anew.`,
    );
  }
  return { version: cassetteVersion, exchanges: exchanges.filter(isExchange) };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    throw new ChatError("bad_request", "The cassette is not valid JSON. Save it anew.", { cause });
  }
}

function isExchange(value: unknown): value is Exchange {
  const { request, response } = asFields(value);
  const { method, url, headers, body = "" } = asFields(request);
  const texts = [method, url, body];
  if (!texts.every((text) => typeof text === "string") || !isFields(headers)) return false;
  if (response === undefined) return true;
  const { status, headers: answered, chunks } = asFields(response);
  const isHead = Number.isInteger(status) && Number(status) > 199 && Number(status) < 600;
  return isHead && isFields(answered) && Array.isArray(chunks) && chunks.every(isFields);
}
