import { ChatError } from "../client/errors.js";
import type { MessageMetadata, MessageStatus } from "../client/messages.js";
import type { FinishReason, StreamPart } from "../client/streamParts.js";
import type { StoredMessage, StoredPart } from "./storedMessage.js";

/** How an answer ended. */
export interface Ending {
  status: MessageStatus;
  finishReason?: FinishReason | undefined;
  metadata?: MessageMetadata | undefined;
  error?: ChatError | undefined;
}

/** The last part of a stream. */
export type FinishPart = Extract<StreamPart, { type: "finish" }>;

/** How an answer ended, by the last part of its stream. */
export function finishOf(
  { finishReason, messageMetadata: metadata }: FinishPart,
  answer: StoredMessage | undefined,
): Ending {
  const error = faultOf(finishReason, answer);
  const status = error ? "error" : finishReason === "length" ? "length" : "complete";
  return { status, finishReason, metadata, error };
}

/** A proper end can still be no answer. */
function faultOf(
  reason: FinishReason | undefined,
  answer: StoredMessage | undefined,
): ChatError | undefined {
  if (reason === "error") {
    return new ChatError(
      "server",
      "The model broke the answer off with an error of its own. Try again in a moment.",
    );
  }
  if (reason === "content-filter" && !answer?.parts.some(isRefusal)) {
    return new ChatError(
      "content_policy",
      "The provider's content filter stopped the answer. Put the question differently.",
    );
  }
  if (!answer)
    return new ChatError(
      "server",
      "The model sent an empty answer. Try again, or choose another model.",
    );
  return undefined;
}

/** A refusal in words is an answer. */
function isRefusal(part: StoredPart): boolean {
  const metadata = "providerMetadata" in part ? part.providerMetadata : undefined;
  return Object.values(metadata ?? {}).some(({ refusal }) => refusal === true);
}
