import type { ChatError } from "../client/errors.js";
import { isChatError } from "../client/errors.js";
import { errorFromResponse } from "../client/failures.js";
import { loadProtocol } from "../client/loadProtocol.js";
import { asFields, asText } from "../client/looseJSON.js";
import type { MessageMetadata } from "../client/messages.js";
import type { Target } from "../client/protocol.js";
import { findProvider, providerTable } from "../client/providers.js";
import { readUIMessageStream } from "../client/protocols/uiMessageStream.js";
import type { StreamPart } from "../client/streamParts.js";
import type { Exchange, RecordedChunk } from "./cassette.js";
import { bytesOf } from "./maskChunks.js";
import { replayBody } from "./replayBody.js";
import { parseBody } from "./parseBody.js";

/** What Polylogue makes of a recorded answer. */
export interface ExchangeReading {
  /** Who was asked, by the address. Default: `gateway`. */
  provider: string;
  /** The model's name in the request. */
  model?: string | undefined;
  /** In order. Empty for what is no answer of a model, such as a list of models. */
  parts: StreamPart[];
  /** When the first content was there, in milliseconds after the request left. */
  firstTokenMs?: number | undefined;
  /** When the last piece was there, in milliseconds after the request left. */
  lastMs?: number | undefined;
  /** Counted tokens, and the cost where the provider names it. */
  metadata?: MessageMetadata | undefined;
  error?: ChatError | undefined;
}

/** Which protocol an address speaks, by the end of its path. */
const protocols: readonly (readonly [end: RegExp, id: string])[] = [
  [/\/chat\/completions$/, "openai-chat"],
  [/\/responses$/, "openai-responses"],
  [/\/messages$/, "anthropic-messages"],
  [/:(?:streamG|g)enerateContent$/, "gemini-generate"],
  [/\/converse(?:-stream)?$/, "bedrock-converse"],
  [/\/v2\/chat$/, "cohere-chat"],
  [/\/api\/chat$/, "ollama-chat"],
];

/** Reads a recorded answer as the client does. Never throws: what went wrong is its `error`. */
export async function readExchange({ request, response }: Exchange): Promise<ExchangeReading> {
  const path = request.url.replace(/[?#].*$/s, "");
  const target = targetOf(path, request.body);
  const reading: ExchangeReading = {
    provider: target.provider,
    model: target.model || undefined,
    parts: [],
  };
  if (!response) return reading;
  const { status, headers, chunks } = response;
  reading.lastMs = chunks.at(-1)?.atMs;
  if (status < 200 || status > 299) {
    const body = chunks.map((chunk) => bytesOf(chunk));
    reading.error = await errorFromResponse(
      new Response(new Blob(body), { headers, status }),
      target,
    );
    return reading;
  }
  const isUIMessages = request.method === "POST" && headers["x-vercel-ai-ui-message-stream"];
  const id = isUIMessages ? "ui" : protocols.find(([end]) => end.test(path))?.[1];
  if (!id || request.method !== "POST") return reading;
  try {
    await read(id, chunks, target, reading);
  } catch (error) {
    if (isChatError(error)) reading.error = error;
  }
  return reading;
}

async function read(
  id: string,
  chunks: readonly RecordedChunk[],
  target: Target,
  reading: ExchangeReading,
): Promise<void> {
  let atMs = 0;
  const bytes = replayBody(chunks, {
    wait(at) {
      atMs = at;
      return Promise.resolve();
    },
  });
  const parts =
    id === "ui" ? readUIMessageStream(bytes) : (await loadProtocol(id)).readStream(bytes, target);
  for await (const part of parts) {
    reading.parts.push(part);
    if (isContent(part)) reading.firstTokenMs ??= atMs;
    if ("messageMetadata" in part && part.messageMetadata) {
      reading.metadata = { ...reading.metadata, ...part.messageMetadata };
    }
  }
}

function isContent({ type }: StreamPart): boolean {
  return /-delta$|^tool-input-|^file$/.test(type);
}

function targetOf(path: string, body: string | undefined): Target {
  const known = providerTable.find(({ baseURL }) => baseURL && path.startsWith(`${baseURL}/`));
  const other = /bedrock-runtime\.[\w-]+\.amazonaws/.test(path) ? "bedrock" : "gateway";
  const { id, name } = known ?? findProvider(other) ?? { id: other, name: "The server" };
  const inPath = /\/models?\/([^/:]+(?::\d+)?)/.exec(decoded(path))?.[1];
  const model = asText(asFields(parseBody(body))["model"]) ?? inPath ?? "";
  return { provider: id, name, model, baseURL: known?.baseURL ?? path };
}

/** As it is where it is no escaped text. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
