import { asFields, asNumber, asText, type Fields, isFields } from "../looseJSON.js";
import type { Usage } from "../messages.js";
import type { FinishReason, StreamPart } from "../streamParts.js";
import { type ConverseAnswerBlock, openBlock } from "./bedrockConverseBlocks.js";
import { createCitations } from "./bedrockConverseCitations.js";

/** One event of a ConverseStream answer. */
export interface ConverseEvent {
  /** `messageStart`, `contentBlockDelta` and so on. */
  type: string;
  fields: Fields;
}

/** One answer being put together from its events. */
export interface ConverseAnswer {
  read(event: ConverseEvent): Generator<StreamPart, void, undefined>;
  /** Whether the model has stopped; only counts may follow. */
  isFinished(): boolean;
  /** What is left to say at the end, the `finish` part last. */
  end(): Generator<StreamPart, void, undefined>;
}

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_MessageStopEvent.html */
const finishReasons: Readonly<Record<string, FinishReason>> = {
  end_turn: "stop",
  stop_sequence: "stop",
  max_tokens: "length",
  model_context_window_exceeded: "length",
  tool_use: "tool-calls",
  content_filtered: "content-filter",
  guardrail_intervened: "content-filter",
  refusal: "content-filter",
};

/** Begins an answer. */
export function createConverseAnswer(): ConverseAnswer {
  const blocks = new Map<number, ConverseAnswerBlock>();
  const citations = createCitations();
  /** A text whose block has ended: citations cut sentences into blocks, so the next may go on with it. */
  let text: ConverseAnswerBlock | undefined;
  let hasCalls = false;
  let isFinished = false;
  let stopReason: string | undefined;
  let usage: Usage | undefined;

  function* open(index: number, start: Fields): Generator<StreamPart, void, undefined> {
    const block = openBlock(start, String(index));
    if (!block) return;
    yield* close(index);
    if (block.kind === "text" && text) {
      blocks.set(index, text);
      text = undefined;
      return;
    }
    yield* endText();
    blocks.set(index, block);
    hasCalls ||= block.kind === "call";
    yield* block.start();
  }

  function* close(index: number): Generator<StreamPart, void, undefined> {
    const block = blocks.get(index);
    blocks.delete(index);
    if (block?.kind !== "text") return yield* block?.end() ?? [];
    yield* endText();
    text = block;
  }

  function* endText(): Generator<StreamPart, void, undefined> {
    if (text) yield* text.end();
    text = undefined;
  }

  function* add(index: number, delta: Fields): Generator<StreamPart, void, undefined> {
    // Only calls, their results and images are announced; text and reasoning begin with their first delta.
    if (!blocks.get(index)?.takes(delta)) yield* open(index, delta);
    const block = blocks.get(index);
    if (block?.takes(delta)) yield* block.add(delta);
    if (isFields(delta["citation"])) yield* citations.read(delta["citation"]);
  }

  function* read({ type, fields }: ConverseEvent): Generator<StreamPart, void, undefined> {
    const index = asNumber(fields["contentBlockIndex"]) ?? 0;
    switch (type) {
      case "contentBlockStart":
        return yield* open(index, asFields(fields["start"]));
      case "contentBlockDelta":
        return yield* add(index, asFields(fields["delta"]));
      case "contentBlockStop":
        return yield* close(index);
      case "messageStop":
        isFinished = true;
        stopReason = asText(fields["stopReason"]);
        return;
      case "metadata":
        if (isFields(fields["usage"])) usage = readUsage(fields["usage"]);
    }
  }

  function* end(): Generator<StreamPart, void, undefined> {
    for (const index of blocks.keys()) yield* close(index);
    yield* endText();
    yield {
      type: "finish",
      finishReason: finishReason(stopReason, hasCalls),
      ...(usage && { messageMetadata: { usage } }),
    };
  }

  return { read, isFinished: () => isFinished, end };
}

function finishReason(reason: string | undefined, hasCalls: boolean): FinishReason {
  if (reason === undefined) return "unknown";
  const known = (Object.hasOwn(finishReasons, reason) && finishReasons[reason]) || "other";
  // Some models say that their turn is over although they wait for a tool.
  return known === "stop" && hasCalls ? "tool-calls" : known;
}

/** Bedrock counts what it read from its cache and wrote to it apart from the rest of the request. */
function readUsage(raw: Fields): Usage {
  const fresh = asNumber(raw["inputTokens"]);
  const cached = asNumber(raw["cacheReadInputTokens"]) ?? asNumber(raw["cacheReadInputTokenCount"]);
  const written =
    asNumber(raw["cacheWriteInputTokens"]) ?? asNumber(raw["cacheWriteInputTokenCount"]);
  return {
    inputTokens: fresh === undefined ? undefined : fresh + (cached ?? 0) + (written ?? 0),
    outputTokens: asNumber(raw["outputTokens"]),
    cachedInputTokens: cached,
    totalTokens: asNumber(raw["totalTokens"]),
  };
}
