import { toChatError } from "./foreignErrors.js";
import type { StreamPart } from "./streamParts.js";
import type { ChatRequest, ConnectionTest } from "./types.js";

/** The smallest request every model answers: some refuse fewer than 16 tokens. */
export function testRequest(model: string): ChatRequest {
  return {
    model,
    messages: [{ id: "test", role: "user", parts: [{ type: "text", text: "Hi" }] }],
    config: { maxTokens: 16 },
  };
}

/**
 * Runs one small answer to its end and says whether it came; an answer cut short by its token limit counts.
 *
 * @throws ChatError `aborted` alone: every other failure is the result.
 */
export async function testStream(
  model: string,
  stream: AsyncIterable<StreamPart>,
): Promise<ConnectionTest> {
  const startedAt = Date.now();
  return testResult(model, async () => {
    for await (const _part of stream);
    return { success: true, model, durationMs: Date.now() - startedAt };
  });
}

/** Turns a test that throws into a result that says why. Throws `aborted` alone. */
export async function testResult(
  model: string,
  test: () => Promise<ConnectionTest>,
): Promise<ConnectionTest> {
  try {
    return await test();
  } catch (thrown) {
    const error = toChatError(thrown);
    if (error.code === "aborted") throw error;
    const { message, code, details } = error;
    return { success: false, model, error: message, code, ...(details ? { details } : {}) };
  }
}
