import { ChatError } from "../client/errors.js";
import { badRequest } from "./errorAnswer.js";

/** Bounds on a request body. */
export interface BodyLimits {
  maxBodyBytes: number;
  bodyTimeoutMs: number;
}

/** Deeper than any schema or argument; far less than what a reader can bear. */
const maxDepth = 200;

/** Whether a value is nested more deeply than a request may be. */
export function isDeep(value: unknown, levels: number = maxDepth): boolean {
  if (typeof value !== "object" || value === null) return false;
  return levels === 0 || Object.values(value).some((inner) => isDeep(inner, levels - 1));
}

/**
 * Reads a JSON object from a request. Other content types are refused: a page may send `text/plain` anywhere without a
 * preflight.
 *
 * @throws ChatError with status 415, 413, 408 or 400.
 */
export async function readJSON(
  request: Request,
  limits: BodyLimits,
): Promise<Record<string, unknown>> {
  const mediaType = request.headers.get("content-type")?.split(";", 1)[0]?.trim().toLowerCase();
  if (mediaType !== "application/json") {
    throw badRequest(
      "The gateway reads JSON only. Send the body with the header content-type: application/json.",
      undefined,
      415,
    );
  }
  if (Number(request.headers.get("content-length")) > limits.maxBodyBytes) throw tooLarge(limits);
  const value = parse(await readBytes(request, limits));
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw badRequest("The body is not a JSON object. Send an object such as { model, messages }.");
  }
  if (isDeep(value))
    throw badRequest(
      `The body is nested deeper than ${maxDepth} levels. Make its schemas flatter.`,
    );
  return value as Record<string, unknown>;
}

async function readBytes(request: Request, limits: BodyLimits): Promise<Uint8Array[]> {
  const chunks: Uint8Array[] = [];
  const reader = request.body?.getReader();
  if (!reader) return chunks;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(tooSlow(limits)), limits.bodyTimeoutMs);
  });
  try {
    for (let size = 0; ;) {
      const { done, value } = await Promise.race([reader.read(), late]);
      if (done) return chunks;
      size += value.byteLength;
      if (size > limits.maxBodyBytes) throw tooLarge(limits);
      chunks.push(value);
    }
  } finally {
    clearTimeout(timer);
    reader.cancel().catch(() => {});
  }
}

function parse(chunks: readonly Uint8Array[]): unknown {
  if (chunks.length === 0) {
    throw badRequest(
      "The body is empty. Send a JSON object; on a server with a body parser, mount the gateway before the parser.",
    );
  }
  try {
    const decoder = new TextDecoder("utf-8", { fatal: true });
    const text = chunks.map((chunk) => decoder.decode(chunk, { stream: true })).join("");
    return JSON.parse(text + decoder.decode());
  } catch {
    throw badRequest("The body is not valid JSON in UTF-8. Check how it was serialised.");
  }
}

function tooLarge({ maxBodyBytes }: BodyLimits): ChatError {
  return badRequest(
    `The request is larger than the ${maxBodyBytes / 1_000_000} MB this gateway takes. Send fewer or smaller images, or start a new chat.`,
    undefined,
    413,
  );
}

function tooSlow({ bodyTimeoutMs }: BodyLimits): ChatError {
  return new ChatError(
    "timeout",
    `The request did not arrive within ${bodyTimeoutMs / 1000} seconds. Try again on a faster connection, or send smaller images.`,
    { status: 408 },
  );
}
