import { errorFromObject } from "../httpErrors.js";
import { asFields, asList, asNumber, asText, type Fields } from "../looseJSON.js";
import type { Target } from "../protocol.js";
import type { FinishReason, StreamPart } from "../streamParts.js";
import { createMessagesBlocks } from "./anthropicMessagesBlocks.js";
import { mergeUsage, readMessagesUsage } from "./anthropicMessagesUsage.js";

/** One answer being put together from its events. */
export interface MessagesAnswer {
  /** Turns one event, or a whole message, into parts. Throws a `ChatError` for an error. */
  read(event: Fields): Generator<StreamPart, void, undefined>;
  /** Whether the message has ended by the provider's word. */
  isComplete(): boolean;
  /** What is left to say at the end, the `finish` part last. */
  end(): Generator<StreamPart, void, undefined>;
}

/** @see https://platform.claude.com/docs/en/build-with-claude/handling-stop-reasons */
const finishReasons: Readonly<Record<string, FinishReason>> = {
  end_turn: "stop",
  stop_sequence: "stop",
  pause_turn: "stop",
  max_tokens: "length",
  model_context_window_exceeded: "length",
  tool_use: "tool-calls",
  refusal: "content-filter",
};

/** Begins an answer. `target` is for error texts. */
export function createMessagesAnswer(target: Target): MessagesAnswer {
  const blocks = createMessagesBlocks();
  let usage: Fields = {};
  let stopReason: string | undefined;
  let complete = false;

  /** A message begins, or is there as a whole. */
  function* begin(message: Fields): Generator<StreamPart, void, undefined> {
    yield* blocks.reset();
    complete = false;
    stopReason = undefined;
    usage = {};
    for (const block of asList(message["content"])) {
      yield* blocks.open(-1, asFields(block));
      yield* blocks.close(-1);
    }
    yield* update(message, message["usage"]);
  }

  function* update(delta: Fields, counts: unknown): Generator<StreamPart, void, undefined> {
    usage = mergeUsage(usage, counts);
    stopReason = asText(delta["stop_reason"]) ?? stopReason;
    const explanation = asText(asFields(delta["stop_details"])["explanation"]);
    if (stopReason === "refusal" && explanation) yield* blocks.refuse(explanation);
  }

  function* read(event: Fields): Generator<StreamPart, void, undefined> {
    // One stream may hold several messages; what else follows the end of one belongs to none.
    if (complete && event["type"] !== "message_start") return;
    const index = asNumber(event["index"]) ?? 0;
    switch (event["type"]) {
      case "message_start":
        return yield* begin(asFields(event["message"]));
      case "message":
        yield* begin(event);
        complete = true;
        return;
      case "content_block_start":
        return yield* blocks.open(index, asFields(event["content_block"]));
      case "content_block_delta":
        return yield* blocks.add(index, asFields(event["delta"]));
      case "content_block_stop":
        return yield* blocks.close(index);
      case "message_delta":
        return yield* update(asFields(event["delta"]), event["usage"]);
      case "message_stop":
        complete = true;
        return;
      default:
        if (event["error"]) throw errorFromObject(event, target);
    }
  }

  function* end(): Generator<StreamPart, void, undefined> {
    const finishReason = readFinishReason(stopReason, blocks.hasOwnCalls());
    yield* blocks.reset();
    const hasUsage = Object.keys(usage).length > 0;
    yield {
      type: "finish",
      finishReason,
      ...(hasUsage && { messageMetadata: { usage: readMessagesUsage(usage) } }),
    };
  }

  return { read, isComplete: () => complete, end };
}

function readFinishReason(reason: string | undefined, hasCalls: boolean): FinishReason {
  if (reason === undefined) return "unknown";
  // Some imitators say that the turn has ended although they wait for a tool.
  if (reason === "end_turn" && hasCalls) return "tool-calls";
  return Object.hasOwn(finishReasons, reason) ? (finishReasons[reason] ?? "other") : "other";
}
