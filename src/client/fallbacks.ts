import { toChatError } from "./foreignErrors.js";
import { isFraming, isTransient } from "./framing.js";
import type { MessageMetadata, Refusal } from "./messages.js";
import type { StreamPart } from "./streamParts.js";

/** What a model is called in metadata. */
type Label = Pick<MessageMetadata, "model" | "provider">;

/**
 * Asks one model after the other until one begins to answer. A failure after the first content is final, and so is that of
 * the last model. Which model answered, and which refused, is told in the message's metadata.
 *
 * @param models The first is asked first; at least one.
 * @param open Begins the answer of one model.
 * @param labelOf What the metadata says of it.
 */
export async function* streamWithFallbacks(
  models: readonly string[],
  open: (model: string) => AsyncIterable<StreamPart>,
  labelOf: (model: string) => Label,
): AsyncGenerator<StreamPart, void, undefined> {
  const refusals: Refusal[] = [];
  for (const [index, model] of models.entries()) {
    let hasContent = false;
    try {
      if (refusals.length > 0) {
        yield {
          type: "message-metadata",
          messageMetadata: { ...labelOf(model), refusals: [...refusals] },
        };
      }
      for await (const part of open(model)) {
        hasContent ||= !isFraming(part) && !isTransient(part);
        yield part;
      }
      return;
    } catch (thrown) {
      const error = toChatError(thrown);
      const isLast = index === models.length - 1;
      if (hasContent || isLast || error.code === "aborted") throw error;
      refusals.push({ model, code: error.code, message: error.message });
    }
  }
}
