/** Options of `chatCompletionsResponse`. */
export interface ChatCompletionsOptions {
  /** Awaited after each delta, with its index: the producer's brake. Default: none. */
  pace?: ((index: number) => Promise<unknown>) | undefined;
  /** Default: "stop". `null` leaves the end out, as a dropped connection does. */
  finishReason?: string | null | undefined;
}

/**
 * A streamed answer in the OpenAI format, for any server of a test: `http.post("*\/chat/completions", () =>
 * chatCompletionsResponse(["Hel", "lo"]))` with MSW.
 *
 * @see https://platform.openai.com/docs/api-reference/chat-streaming
 */
export function chatCompletionsResponse(
  deltas: readonly string[],
  { pace, finishReason = "stop" }: ChatCompletionsOptions = {},
): Response {
  const encoder = new TextEncoder();
  const event = (choice: object): Uint8Array =>
    encoder.encode(`data: ${JSON.stringify({ choices: [{ index: 0, ...choice }] })}\n\n`);
  const body = new ReadableStream<Uint8Array>({
    async start(controller) {
      for (const [index, content] of deltas.entries()) {
        controller.enqueue(event({ delta: { content } }));
        await pace?.(index);
      }
      if (finishReason !== null) {
        controller.enqueue(event({ delta: {}, finish_reason: finishReason }));
        controller.enqueue(encoder.encode("data: [DONE]\n\n"));
      }
      controller.close();
    },
  });
  return new Response(body, { headers: { "content-type": "text/event-stream" } });
}
