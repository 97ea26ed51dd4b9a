import { createDirectClient, type DirectClientOptions } from "../../src/client/index.js";
import { type Answer, readAnswer } from "./readAnswer.js";
import { chatStream, scriptedFetch, type SentRequest } from "./scriptedFetch.js";

/** Asks a model through a direct client: what was answered, and what was sent. */
export async function askDirectly(
  model: string,
  options: DirectClientOptions,
): Promise<{ answer: Answer; requests: SentRequest[] }> {
  const { fetch, requests } = scriptedFetch(() => chatStream("ok"));
  const client = createDirectClient({ fetch, ...options });
  const answer = await readAnswer(
    client.stream({ model, messages: [] }, { signal: new AbortController().signal }),
  );
  return { answer, requests };
}
