import { vi } from "vitest";
import {
  openaiChat,
  type RetryNotice,
  streamChat,
  type StreamChatOptions,
  type StreamPart,
  type Target,
} from "../../src/client/index.js";
// Loaded before the first failure: no fake clock waits for an import.
import "../../src/client/failureWords.js";
import type { Answer } from "./readAnswer.js";

/** Where the tests of this folder send their requests. */
export const target: Target = {
  provider: "openai",
  name: "OpenAI",
  model: "gpt-4o",
  baseURL: "https://api.openai.com/v1",
  apiKey: "sk-planted-0123456789",
};

/** Begins an answer from `fetch`. */
export function startChat(
  fetch: StreamChatOptions["fetch"],
  options: Partial<StreamChatOptions> = {},
): AsyncGenerator<StreamPart> {
  const signal = new AbortController().signal;
  const request = { model: "openai/gpt-4o", messages: [] };
  return streamChat(openaiChat, request, target, { signal, fetch, ...options });
}

/** The waits an answer announced. */
export function notices(answer: Answer): RetryNotice[] {
  return answer.parts.flatMap((part) =>
    part.type === "data-retry" && "data" in part ? [part.data as RetryNotice] : [],
  );
}

/** Reads to the end while the fake clock runs. */
export async function settle(reading: Promise<Answer>): Promise<Answer> {
  await vi.runAllTimersAsync();
  return reading;
}
