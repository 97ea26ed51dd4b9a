import { errorFromObject } from "../httpErrors.js";
import { asFields, asList, asNumber, asText, type Fields } from "../looseJSON.js";
import type { MessageMetadata } from "../messages.js";
import type { Target } from "../protocol.js";
import type { FinishReason, StreamPart } from "../streamParts.js";
import { createOutputItem, type OutputItem } from "./openaiResponsesItem.js";
import { isOutcome } from "./openaiResponsesServerCall.js";
import { createSources } from "./openaiResponsesSources.js";
import type { TextKind } from "./openaiResponsesText.js";
import { readResponsesMetadata } from "./openaiResponsesUsage.js";

/** One answer being put together from its events. */
export interface OpenAIResponsesAnswer {
  /** Turns one event into parts. Throws a `ChatError` for an error and for a response that failed. */
  read(event: Fields): Generator<StreamPart, void, undefined>;
  /** Whether the provider has said how the answer ended. */
  isFinished(): boolean;
  /** What is left to say at the end, the `finish` part last. */
  end(): Generator<StreamPart, void, undefined>;
}

/** The events that carry text: of which kind, under which name, and where its index stands. */
const textEvents = new Map<string, { kind: TextKind; field: string; index: string }>(
  (
    [
      ["output_text", "text", "text", "content_index"],
      ["refusal", "refusal", "refusal", "content_index"],
      ["reasoning_summary_text", "summary", "text", "summary_index"],
      ["reasoning_text", "reasoning", "text", "content_index"],
    ] as const
  ).flatMap(([name, kind, field, index]) => [
    [`response.${name}.delta`, { kind, field: "delta", index }],
    [`response.${name}.done`, { kind, field, index }],
  ]),
);

const endings: ReadonlySet<string> = new Set([
  "response.completed",
  "response.incomplete",
  "response.failed",
  "response.cancelled",
  "response.done",
]);

const incompleteReasons: ReadonlyMap<unknown, FinishReason> = new Map([
  ["max_output_tokens", "length"],
  ["content_filter", "content-filter"],
]);

/** Begins an answer. `target` is for error texts, and owns the metadata of its parts. */
export function createOpenAIResponsesAnswer(target: Target): OpenAIResponsesAnswer {
  const items: OutputItem[] = [];
  // By index alone: some gateways change the id of an item with every event.
  const byIndex = new Map<number, OutputItem>();
  const sources = createSources();
  let lastIndex = 0;
  let finishReason: FinishReason | undefined;
  let metadata: MessageMetadata | undefined;

  function create(index: number): OutputItem {
    const item = createOutputItem(`${items.length}`, target);
    items.push(item);
    byIndex.set(index, item);
    return item;
  }

  function* read(event: Fields): Generator<StreamPart, void, undefined> {
    const type = asText(event["type"]) ?? "";
    lastIndex = asNumber(event["output_index"]) ?? lastIndex;
    const text = textEvents.get(type);
    if (text) {
      const item = byIndex.get(lastIndex) ?? create(lastIndex);
      const piece = asText(event[text.field]) ?? "";
      const index = asNumber(event[text.index]) ?? 0;
      yield* item.text[text.field === "delta" ? "add" : "settle"](text.kind, index, piece);
    } else if (type.startsWith("response.output_item.")) yield* readItem(type, event);
    else if (type === "response.output_text.annotation.added") {
      yield* sources.read(event["annotation"]);
    } else if (endings.has(type)) {
      const response = asFields(event["response"]);
      const said = type.slice("response.".length);
      yield* finish(response, said === "done" ? asText(response["status"]) : said);
    } else if (type === "error" || (type === "" && event["error"])) {
      throw errorFromObject(event, target);
    } else yield* readInput(type, event);
  }

  function* readItem(type: string, event: Fields): Generator<StreamPart, void, undefined> {
    const fields = asFields(event["item"]);
    const known = byIndex.get(lastIndex);
    if (type.endsWith(".added")) {
      // Text may have come before the item it belongs to was announced.
      const isAwaited = known && known.type() === undefined && !known.isEnded();
      yield* (isAwaited ? known : create(lastIndex)).begin(fields);
    } else if (type.endsWith(".done")) {
      // Some servers give several items the same index.
      const fits = (one: OutputItem): boolean => one.likelyType() === fields["type"];
      const isAnother = known && fields["type"] && !fits(known);
      const item = isAnother ? items.find((one) => fits(one) && !one.isEnded()) : known;
      yield* endItem(item ?? create(lastIndex), fields);
    }
  }

  function* endItem(item: OutputItem, fields: Fields): Generator<StreamPart, void, undefined> {
    yield* item.end(fields);
    for (const piece of asList(fields["content"]).map(asFields)) {
      for (const note of asList(piece["annotations"])) yield* sources.read(note);
    }
    if (!isOutcome(item.type() ?? "")) return;
    for (const other of items) {
      const call = other.serverCall();
      if (call && (yield* call.answer(fields))) return;
    }
  }

  /** The arguments of calls, and the work of the provider's own tools, as they come. */
  function* readInput(type: string, event: Fields): Generator<StreamPart, void, undefined> {
    const isFunction = type.startsWith("response.function_call_arguments.");
    const known = byIndex.get(lastIndex);
    const call = isFunction ? (known ?? create(lastIndex)).functionCall() : known?.call();
    if (!call || known?.isEnded()) return;
    const { delta, arguments: whole } = event;
    if (type.endsWith(".delta") && typeof delta === "string") yield* call.add(delta);
    else if (type.endsWith("_arguments.done") && typeof whole === "string") {
      yield* call.settle(whole);
    }
  }

  function* finish(
    response: Fields,
    status: string | undefined,
  ): Generator<StreamPart, void, undefined> {
    // Some servers say only at the end what an item holds, or that there is one.
    const told = [...items];
    for (const fields of asList(response["output"]).map(asFields)) {
      const at = told.findIndex((one) => one.likelyType() === fields["type"]);
      const [item = create(items.length)] = at < 0 ? [] : told.splice(at, 1);
      if (!item.isEnded()) yield* endItem(item, fields);
    }
    metadata = readResponsesMetadata(response["usage"]);
    if (status === "failed" || status === "cancelled") {
      const error = response["error"] ?? { message: `The answer was ${status}.` };
      throw errorFromObject({ error }, target);
    }
    finishReason = readFinishReason(status, response);
  }

  /** `undefined` while the provider is still at work, as it may be when an answer was fetched whole. */
  function readFinishReason(
    status: string | undefined,
    response: Fields,
  ): FinishReason | undefined {
    if (status === "queued" || status === "in_progress") return undefined;
    const { reason } = asFields(response["incomplete_details"]);
    // Some servers call it complete all the same.
    if (status === "incomplete" || reason) return incompleteReasons.get(reason) ?? "other";
    if (status !== "completed") return status === undefined ? "unknown" : "other";
    return items.some((item) => item.type() === "function_call") ? "tool-calls" : "stop";
  }

  function* end(): Generator<StreamPart, void, undefined> {
    for (const item of items) yield* item.end();
    yield {
      type: "finish",
      finishReason: finishReason ?? "unknown",
      ...(metadata && { messageMetadata: metadata }),
    };
  }

  return { read, isFinished: () => finishReason !== undefined, end };
}
