import { errorFromObject } from "../httpErrors.js";
import { asFields, asNumber, asText, type Fields, isFields } from "../looseJSON.js";
import type { Usage } from "../messages.js";
import type { Target } from "../protocol.js";
import type { FinishReason, StreamPart } from "../streamParts.js";
import { createCohereSources } from "./cohereChatSources.js";
import { createToolCalls } from "./openaiChatToolCalls.js";
import { createTextParts } from "./textParts.js";

/** One answer being put together from its events. */
export interface CohereChatAnswer {
  /** Turns one event, or a whole answer, into parts. Throws a `ChatError` for an error. */
  read(event: Fields): Generator<StreamPart, void, undefined>;
  /** Whether the message has ended by Cohere's word. */
  isComplete(): boolean;
  /** What is left to say at the end, the `finish` part last. */
  end(): Generator<StreamPart, void, undefined>;
}

const finishReasons: Readonly<Record<string, FinishReason>> = {
  COMPLETE: "stop",
  STOP_SEQUENCE: "stop",
  MAX_TOKENS: "length",
  TOOL_CALL: "tool-calls",
};

/** Finish reasons that are errors, and what to say where Cohere says no more. */
const errorReasons: Readonly<Record<string, string>> = {
  ERROR: "",
  TIMEOUT: "Request timed out",
};

/** Marks reasoning that goes back to Cohere with the history. */
const ownReasoning = { cohere: { thinking: true } };

/** Begins an answer. `target` is for error texts. */
export function createCohereChatAnswer(target: Target): CohereChatAnswer {
  const texts = createTextParts();
  const tools = createToolCalls();
  const sources = createCohereSources();
  let answerId = "";
  let toolPlan = "";
  let usage: Usage | undefined;
  let finishReason: FinishReason = "unknown";
  let complete = false;

  /** A delta holds one of each where a whole message holds lists. */
  function* readMessage(message: Fields, index?: number): Generator<StreamPart, void, undefined> {
    const { content, tool_calls: calls } = message;
    for (const piece of asArray(content)) {
      yield* texts.add("reasoning", asText(piece["thinking"]), ownReasoning);
      yield* texts.add("text", asText(piece["text"]));
      if (Array.isArray(content)) yield* texts.close();
    }
    toolPlan += asText(message["tool_plan"]) ?? "";
    const delta = { tool_calls: asArray(calls).map((call) => ({ index, ...call })) };
    const called = [...tools.read(delta, answerId)];
    if (called.length > 0) yield* texts.close();
    yield* called;
    yield* sources.read(message["citations"]);
  }

  function* read(event: Fields): Generator<StreamPart, void, undefined> {
    const delta = asFields(event["delta"]);
    const isWhole = isFields(event["message"]);
    answerId = asText(event["id"]) ?? answerId;
    yield* readMessage(
      isWhole ? asFields(event["message"]) : asFields(delta["message"]),
      asNumber(event["index"]),
    );
    const { type } = event;
    if (event["error"] || type === "error" || (!isWhole && asText(event["message"]))) {
      throw errorFromObject(event, target);
    }
    if (type === "content-end") yield* texts.close();
    if (type === "message-end" || isWhole) finish(isWhole ? event : delta);
  }

  function finish(last: Fields): void {
    const reason = asText(last["finish_reason"]) ?? "";
    if (Object.hasOwn(errorReasons, reason)) {
      const message = asText(last["error"]) ?? errorReasons[reason];
      throw errorFromObject({ error: { message } }, target);
    }
    const known = Object.hasOwn(finishReasons, reason) ? finishReasons[reason] : undefined;
    finishReason = known ?? (reason ? "other" : "unknown");
    usage = readUsage(asFields(last["usage"]));
    complete = true;
  }

  function* end(): Generator<StreamPart, void, undefined> {
    yield* texts.close();
    for (const part of tools.end()) {
      // The plan belongs to all calls of a message; one of them carries it home.
      const isCarrier = toolPlan !== "" && part.type === "tool-input-available";
      yield isCarrier ? { ...part, providerMetadata: { cohere: { toolPlan } } } : part;
      if (isCarrier) toolPlan = "";
    }
    yield { type: "finish", finishReason, ...(usage && { messageMetadata: { usage } }) };
  }

  return { read, isComplete: () => complete, end };
}

function asArray(value: unknown): Fields[] {
  return (Array.isArray(value) ? value : [value]).filter(isFields);
}

/** Token counts. What Cohere bills for is another measure, and no substitute where they are missing. */
function readUsage(raw: Fields): Usage | undefined {
  const tokens = asFields(raw["tokens"]);
  const inputTokens = asNumber(tokens["input_tokens"]);
  const outputTokens = asNumber(tokens["output_tokens"]);
  if (inputTokens === undefined && outputTokens === undefined) return undefined;
  return { inputTokens, outputTokens, cachedInputTokens: asNumber(raw["cached_tokens"]) };
}
