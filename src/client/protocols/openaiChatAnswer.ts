import { asFields, asList, asNumber, asText, type Fields, isFields } from "../looseJSON.js";
import type { MessageMetadata, ProviderMetadata } from "../messages.js";
import type { FinishReason, StreamPart } from "../streamParts.js";
import type { ChatDeltas } from "./openaiChatDeltas.js";
import { type ChatParts, createChatParts } from "./openaiChatParts.js";
import { readUsage } from "./openaiChatUsage.js";

/** One answer being put together from its chunks. */
export interface OpenAIChatAnswer {
  /** Turns one chunk (or a whole answer) into parts, and returns what it reports as gone wrong. */
  read(chunk: Fields): Generator<StreamPart, Fields | undefined, undefined>;
  /** Whether the provider has said why it stopped. */
  isFinished(): boolean;
  /** What is left to say at the end, the `finish` part last. */
  end(): Generator<StreamPart, void, undefined>;
  /** Whether `read` would miss something in this chunk until `readAll` was called. */
  isBeyond(chunk: Fields): boolean;
  /** From now on reads deltas of every form, where it has read plain text alone. */
  readAll(createDeltas: (parts: ChatParts) => ChatDeltas): void;
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

/** Reasons that are none: the provider itself could not go on. */
const brokenOff = /^(?:error|insufficient_system_resource)$/;

/** Begins an answer. `ownThoughts` is what reasoning that nobody signed carries. */
export function createOpenAIChatAnswer(ownThoughts?: ProviderMetadata): OpenAIChatAnswer {
  const parts = createChatParts(ownThoughts);
  let deltas: ChatDeltas | undefined;
  let finishReason: FinishReason | undefined;
  let metadata: MessageMetadata = {};

  function* read(chunk: Fields): Generator<StreamPart, Fields | undefined, undefined> {
    const choice = choiceOf(chunk);
    const delta = deltaOf(choice);
    if (deltas) yield* deltas.read(delta, chunk);
    else {
      yield* parts.add(
        "reasoning",
        asText(delta["reasoning_content"]) ?? asText(delta["reasoning"]),
      );
      yield* parts.add("text", asText(delta["content"]));
      yield* parts.add("refusal", asText(delta["refusal"]));
    }
    const counts = chunk["usage"] ?? asFields(chunk["x_groq"])["usage"] ?? choice["usage"];
    if (isFields(counts)) {
      // OpenRouter and some proxies say what the answer cost, in US dollars; Perplexity does so with its parts.
      const { cost: told } = counts;
      const cost = asNumber(asFields(told)["total_cost"] ?? told) ?? metadata.cost;
      metadata = { usage: readUsage(counts), cost };
    }
    const error = chunk["error"] ?? choice["error"];
    if (error) return { error };
    // Some servers send the error itself in place of a chunk.
    if (!chunk["choices"] && asText(chunk["message"])) return chunk;
    const reason = asText(choice["finish_reason"]);
    if (reason && brokenOff.test(reason)) return { error: { code: reason } };
    if (reason) {
      finishReason = (Object.hasOwn(finishReasons, reason) && finishReasons[reason]) || "other";
    }
    return undefined;
  }

  function* end(): Generator<StreamPart, void, undefined> {
    yield* deltas ? deltas.end() : parts.close();
    yield {
      type: "finish",
      finishReason: deltas?.endOf(finishReason) ?? finishReason ?? "unknown",
      ...(metadata.usage && { messageMetadata: metadata }),
    };
  }

  return {
    read,
    isFinished: () => finishReason !== undefined,
    end,
    isBeyond: (chunk) =>
      !deltas &&
      [
        chunk["citations"],
        chunk["search_results"],
        ...Object.values(deltaOf(choiceOf(chunk))),
      ].some(isMoreThanText),
    readAll: (createDeltas) => (deltas = createDeltas(parts)),
  };
}

/** Several answers may run in one stream: only the first is shown. */
function choiceOf(chunk: Fields): Fields {
  return asFields(asList(chunk["choices"]).find((one) => !asFields(one)["index"]));
}

function deltaOf(choice: Fields): Fields {
  return asFields(choice["delta"] ?? choice["message"]);
}

/** Whether a field holds something, and is not a text. */
function isMoreThanText(value: unknown): boolean {
  return isFields(value) || asList(value).length > 0;
}
