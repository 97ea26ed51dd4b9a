import type { ChatClient } from "../client/types.js";
import type { AllowList } from "./allowList.js";
import { jsonResponse } from "./errorAnswer.js";
import { readCompletion } from "./readCompletion.js";
import { streamAnswer } from "./streamAnswer.js";
import { toChunks } from "./toChunks.js";
import { toCompletion } from "./wholeAnswer.js";

/** What answering a completion needs to know of the gateway. */
export interface CompletionSettings {
  client: ChatClient;
  allows: AllowList;
  maxOutputTokens: number | undefined;
  secrets: readonly string[];
}

/**
 * Answers `POST /chat/completions`, streamed or whole. The request to the provider is closed as soon as the caller
 * leaves: when `signal` is aborted or the stream cancelled.
 *
 * @throws ChatError for a fault before the first content.
 */
export async function answerCompletion(
  body: Readonly<Record<string, unknown>>,
  signal: AbortSignal,
  { client, allows, maxOutputTokens, secrets }: CompletionSettings,
): Promise<Response> {
  const { chat, stream, includeUsage } = readCompletion(body, allows, maxOutputTokens);
  const upstream = new AbortController();
  const abort = () => upstream.abort();
  if (signal.aborted) abort();
  signal.addEventListener("abort", abort, { once: true });
  const head = {
    id: `chatcmpl-${crypto.randomUUID()}`,
    created: Math.floor(Date.now() / 1000),
    model: chat.model,
  };
  const parts = client.stream(chat, { signal: upstream.signal });
  if (!stream)
    return jsonResponse(await toCompletion(toChunks(parts, head, { includeUsage: true }), head));
  return streamAnswer(toChunks(parts, head, { includeUsage }), { secrets, abort });
}
