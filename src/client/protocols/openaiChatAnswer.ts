import { ChatError } from "../errors.js";
import { errorFromObject } from "../httpErrors.js";
import { asFields, asList, asText, type Fields, isFields } from "../looseJSON.js";
import type { JSONValue, MessageMetadata, ProviderMetadata } from "../messages.js";
import type { Target } from "../protocol.js";
import type { FinishReason, StreamPart } from "../streamParts.js";
import { readCarriedFacts } from "./carriedFacts.js";
import { createToolCalls } from "./openaiChatToolCalls.js";
import { readCost, readUsage } from "./openaiChatUsage.js";
import { readLateItems, readReasoningItem, reasoningMetadata } from "./openaiResponsesReasoning.js";
import { readPassedParts } from "./passedParts.js";
import { proofOf, signedByGemini } from "./signatures.js";

/** One answer being put together from its chunks. */
export interface OpenAIChatAnswer {
  /** Turns one chunk (or a whole answer) into parts. Throws a `ChatError` for an error object, after its text. */
  read(chunk: Fields): Generator<StreamPart, void, undefined>;
  /** Whether the provider has said why it stopped. */
  isFinished(): boolean;
  /** What is left to say at the end, the `finish` part last. */
  end(): Generator<StreamPart, void, undefined>;
}

const finishReasons: Readonly<Record<string, FinishReason>> = {
  stop: "stop",
  eos: "stop",
  end_turn: "stop",
  stop_sequence: "stop",
  length: "length",
  max_tokens: "length",
  model_length: "length",
  tool_calls: "tool-calls",
  function_call: "tool-calls",
  content_filter: "content-filter",
};

type Kind = "text" | "refusal" | "reasoning";

/** Begins an answer. `target` is for error texts. */
export function createOpenAIChatAnswer(target: Target): OpenAIChatAnswer {
  const tools = createToolCalls();
  const sources = new Set<string>();
  let open: Kind | undefined;
  // Named, because a source may come in the middle of a text and must not end it.
  let id = "";
  let opened = 0;
  let signed: ProviderMetadata | undefined;
  const late: JSONValue[] = [];
  let finishReason: FinishReason | undefined;
  let metadata: MessageMetadata = {};

  function* close(proof?: ProviderMetadata): Generator<StreamPart, void, undefined> {
    const type = open === "reasoning" ? "reasoning-end" : "text-end";
    const providerMetadata = proof ?? (open === "text" ? signed : undefined);
    if (open) yield { type, id, ...(providerMetadata && { providerMetadata }) };
    if (open === "text") signed = undefined;
    open = undefined;
  }

  function* begin(kind: Kind): Generator<StreamPart, void, undefined> {
    if (open === kind) return;
    yield* close();
    id = `part-${(opened += 1)}`;
    // Kept apart from ordinary text, so that a refusal can be told from an answer.
    const refusal = kind === "refusal" ? { providerMetadata: { openai: { refusal: true } } } : {};
    yield { type: kind === "reasoning" ? "reasoning-start" : "text-start", id, ...refusal };
    open = kind;
  }

  function* add(kind: Kind, delta: string | undefined): Generator<StreamPart, void, undefined> {
    if (!delta) return;
    yield* begin(kind);
    yield { type: kind === "reasoning" ? "reasoning-delta" : "text-delta", id, delta };
  }

  function* addContent(content: unknown): Generator<StreamPart, void, undefined> {
    if (!Array.isArray(content)) return yield* add("text", asText(content));
    for (const item of content.map(asFields)) {
      if (item["type"] === "thinking") yield* add("reasoning", thinkingText(item["thinking"]));
      else yield* add("text", asText(item["text"]));
    }
  }

  /** Signed thoughts as gateways carry them. What is open has had its text already, and ends with its signature. */
  function* addThinking(blocks: readonly Fields[]): Generator<StreamPart, void, undefined> {
    for (const block of blocks) {
      const proof = proofOf(block);
      if (proof && "redactedData" in proof) yield* close();
      if (open !== "reasoning") yield* add("reasoning", asText(block["thinking"]));
      yield* begin("reasoning");
      if (proof) yield* close({ [target.provider]: proof });
    }
  }

  /** Encrypted thoughts, by the same rule. Whose they are is told by the facts that come with them, if it is. */
  function* addItems(
    items: readonly unknown[],
    facts: ProviderMetadata = {},
  ): Generator<StreamPart, void, undefined> {
    const [provider = target.provider] = Object.keys(facts);
    const pieces = items.flatMap(readReasoningItem);
    // What came before the piece that is open has ended already.
    for (const piece of open === "reasoning" ? pieces.slice(-1) : pieces) {
      if (open !== "reasoning") yield* add("reasoning", piece.text);
      yield* begin("reasoning");
      yield* close(reasoningMetadata(piece.facts, { provider }).providerMetadata);
    }
  }

  function* addReasoning(delta: Fields): Generator<StreamPart, void, undefined> {
    const blocks = asList(delta["thinking_blocks"]).map(asFields);
    const items = asList(delta["reasoning_items"]);
    const facts = readCarriedFacts("reasoning", delta);
    if (blocks.some(proofOf)) return yield* addThinking(blocks);
    // A LiteLLM proxy repeats them after everything else.
    const isLate = open !== "reasoning" && !facts && (opened > 0 || tools.count() > 0);
    if (items.length > 0 && isLate) return void late.push(...readLateItems(items));
    if (items.length > 0) return yield* addItems(items, facts);
    yield* add("reasoning", reasoningText(delta));
    if (facts && open === "reasoning") yield* close(facts);
  }

  function* addText(delta: Fields): Generator<StreamPart, void, undefined> {
    yield* addContent(delta["content"]);
    signed = signedByGemini(delta) ?? signed;
    const facts = readCarriedFacts("text", delta);
    if (facts && open === "text") yield* close({ ...signed, ...facts });
    yield* add("refusal", asText(delta["refusal"]));
  }

  function* addDelta(delta: Fields, answerId: string): Generator<StreamPart, void, undefined> {
    yield* addReasoning(delta);
    yield* addText(delta);
    const called = [...tools.read(delta, answerId)];
    if (called.length > 0) yield* close();
    yield* called;
    const others = [
      ...asList(delta["images"]).flatMap((image) => imageParts(asFields(image))),
      ...readPassedParts(delta),
    ];
    // What is said after them stands after them.
    if (others.some(({ type }) => type === "file" || type.startsWith("tool-input"))) yield* close();
    yield* others;
    for (const note of asList(delta["annotations"]).map(asFields)) {
      yield* addSource(asFields(note["url_citation"] ?? note));
    }
  }

  function* addSource(source: Fields): Generator<StreamPart, void, undefined> {
    const url = asText(source["url"]);
    if (!url || sources.has(url)) return;
    sources.add(url);
    yield {
      type: "source-url",
      sourceId: `source-${sources.size}`,
      url,
      title: asText(source["title"]),
    };
  }

  function* read(chunk: Fields): Generator<StreamPart, void, undefined> {
    // Several answers may run in one stream: only the first is shown.
    const choice = asFields(asList(chunk["choices"]).find((one) => !asFields(one)["index"]));
    const delta = choice["delta"] ?? choice["message"];
    if (isFields(delta)) yield* addDelta(delta, asText(chunk["id"]) ?? "");
    for (const result of asList(chunk["search_results"])) yield* addSource(asFields(result));
    for (const url of asList(chunk["citations"])) yield* addSource({ url });
    metadata = { ...metadata, ...readMetadata(chunk, choice) };
    const fault = chunk["error"] ?? choice["error"];
    if (fault || chunk["object"] === "error" || chunk["type"] === "error") {
      throw errorFromObject(fault ? { error: fault } : chunk, target);
    }
    const reason = asText(choice["finish_reason"]);
    if (reason) finishReason = readFinishReason(reason, target);
  }

  /** The end of the text and the calls. One of them carries home the thoughts that came too late for a part of their own. */
  function* endParts(): Generator<StreamPart, void, undefined> {
    for (const part of [...close(), ...tools.end()]) {
      const isCarrier = part.type === "text-end" || part.type === "tool-input-available";
      if (!isCarrier || late.length === 0) yield part;
      else {
        const reasoningItems = late.splice(0);
        const kept = { [target.provider]: { reasoningItems } };
        yield { ...part, providerMetadata: { ...part.providerMetadata, ...kept } };
      }
    }
  }

  function* end(): Generator<StreamPart, void, undefined> {
    yield* endParts();
    // Some servers say "stop" although they wait for a tool.
    const reason = finishReason === "stop" && tools.count() > 0 ? "tool-calls" : finishReason;
    yield {
      type: "finish",
      finishReason: reason ?? "unknown",
      ...(Object.keys(metadata).length > 0 ? { messageMetadata: metadata } : {}),
    };
  }

  return { read, isFinished: () => finishReason !== undefined, end };
}

function readFinishReason(reason: string, target: Target): FinishReason {
  const name = target.name ?? target.provider;
  const context = { provider: target.provider, model: target.model };
  if (reason === "error") {
    throw new ChatError(
      "server",
      `${name} broke the answer off with an error of its own. Try again in a moment.`,
      context,
    );
  }
  if (reason === "insufficient_system_resource") {
    throw new ChatError(
      "overloaded",
      `${name} broke the answer off because it is overloaded. Try again in a moment.`,
      context,
    );
  }
  return Object.hasOwn(finishReasons, reason) ? (finishReasons[reason] ?? "other") : "other";
}

/** Reasoning has many names, and some servers send it under two of them: the first that holds text counts. */
function reasoningText(delta: Fields): string | undefined {
  const details = asList(delta["reasoning_details"]).map(asFields);
  return (
    asText(delta["reasoning_content"]) ??
    asText(delta["reasoning"]) ??
    asText(
      details.map((detail) => asText(detail["text"]) ?? asText(detail["summary"]) ?? "").join(""),
    ) ??
    thinkingText(delta["thinking_blocks"])
  );
}

function thinkingText(thinking: unknown): string | undefined {
  if (!Array.isArray(thinking)) return asText(thinking);
  const pieces = thinking.map(asFields);
  return asText(
    pieces.map((piece) => asText(piece["text"]) ?? asText(piece["thinking"]) ?? "").join(""),
  );
}

function imageParts(image: Fields): StreamPart[] {
  const url = asText(asFields(image["image_url"])["url"]);
  if (!url) return [];
  const mediaType = /^data:([^;,]+)/.exec(url)?.[1] ?? "image/*";
  const providerMetadata = readCarriedFacts("file", image);
  return [{ type: "file", url, mediaType, ...(providerMetadata && { providerMetadata }) }];
}

function readMetadata(chunk: Fields, choice: Fields): MessageMetadata {
  const raw = chunk["usage"] ?? asFields(chunk["x_groq"])["usage"] ?? choice["usage"];
  if (!isFields(raw)) return {};
  const cost = readCost(raw);
  return { usage: readUsage(raw), ...(cost === undefined ? {} : { cost }) };
}
