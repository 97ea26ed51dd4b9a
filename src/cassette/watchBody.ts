/** Who hears of a body while somebody else reads it. */
export interface BodyWatcher {
  /** The bytes belong to the reader: copy what is to be kept. */
  onBytes: (bytes: Uint8Array) => void;
  /** Called once. @param cause Why it `failed`. */
  onEnd: (end: "complete" | "cancelled" | "failed", cause?: unknown) => void;
}

/** The same response, whose body is watched while it is read. Nothing is read that its reader does not ask for. */
export function watchBody(response: Response, { onBytes, onEnd }: BodyWatcher): Response {
  const { status, statusText, headers, body } = response;
  if (!body) {
    onEnd("complete");
    return response;
  }
  const reader = body.getReader();
  let isOver = false;
  // A read may still settle when the reader has left.
  const end: BodyWatcher["onEnd"] = (...how) => {
    if (!isOver) onEnd(...how);
    isOver = true;
  };
  const watched = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          const { done, value } = await reader.read();
          if (isOver) return;
          if (done) {
            controller.close();
            end("complete");
          } else {
            onBytes(value);
            controller.enqueue(value);
          }
        } catch (error) {
          end("failed", error);
          controller.error(error);
        }
      },
      cancel(reason) {
        end("cancelled");
        return reader.cancel(reason);
      },
    },
    { highWaterMark: 0 },
  );
  return new Response(watched, { status, statusText, headers });
}
