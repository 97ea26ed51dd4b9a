import { historyRules } from "../limits/chatHistory.js";
import { asFields, asList, asText, type Fields } from "../looseJSON.js";
import type { JSONValue, ProviderMetadata } from "../messages.js";
import type { Target } from "../protocol.js";
import type { FinishReason, StreamPart } from "../streamParts.js";
import { readCarriedFacts } from "./carriedFacts.js";
import { addDetails } from "./openaiChatDetails.js";
import type { ChatParts } from "./openaiChatParts.js";
import { createServerResults } from "./liteLLMServerCalls.js";
import { createToolCalls } from "./openaiChatToolCalls.js";
import { readLateItems, readReasoningItem, reasoningMetadata } from "./openaiResponsesReasoning.js";
import { readPassedParts } from "./passedParts.js";
import { proofOf, signedByGemini } from "./signatures.js";

type Parts = Generator<StreamPart, void, undefined>;

/** Reads the deltas of one answer, in whatever form the many providers of this protocol send them. */
export interface ChatDeltas {
  read(delta: Fields, chunk: Fields): Parts;
  /** The end of the text and the finished calls of tools, in order. */
  end(): Parts;
  /** Why the answer really ended, where that is another reason than the provider gave. */
  endOf(told: FinishReason | undefined): FinishReason | undefined;
}

/**
 * Begins with an answer in which nothing but text may have come.
 *
 * @param parts Where the text goes; owned by the answer.
 */
export function createChatDeltas(parts: ChatParts, target: Target): ChatDeltas {
  const tools = createToolCalls(target.provider);
  const sources = new Set<string>();
  const late: JSONValue[] = [];
  const { detailed } = historyRules(target.provider);
  const details: Fields[] = [];
  const served = createServerResults();

  function* read(delta: Fields, chunk: Fields): Parts {
    served.read(delta);
    if (detailed) addDetails(details, delta["reasoning_details"]);
    yield* addReasoning(delta);
    yield* addText(delta);
    const called = [...tools.read(delta, asText(chunk["id"]) ?? "")];
    if (called.length > 0) yield* parts.close();
    yield* called;
    const others = [
      ...asList(delta["images"]).flatMap((image) => imageParts(asFields(image))),
      ...readPassedParts(delta),
    ];
    // What is said after them stands after them.
    if (others.some(({ type }) => type === "file" || type.startsWith("tool-input"))) {
      yield* parts.close();
    }
    yield* others;
    for (const note of asList(delta["annotations"]).map(asFields)) {
      yield* addSource(asFields(note["url_citation"] ?? note));
    }
    for (const result of asList(chunk["search_results"])) yield* addSource(asFields(result));
    for (const url of asList(chunk["citations"])) yield* addSource({ url });
  }

  function* addReasoning(delta: Fields): Parts {
    const blocks = asList(delta["thinking_blocks"]).map(asFields);
    const items = asList(delta["reasoning_items"]);
    const facts = readCarriedFacts("reasoning", delta);
    if (blocks.some(proofOf)) return yield* addThinking(blocks, facts);
    // A LiteLLM proxy repeats them after everything else.
    const isLate = !parts.isOpen("reasoning") && !facts && (parts.hasAny() || tools.count() > 0);
    if (items.length > 0 && isLate) return void late.push(...readLateItems(items));
    if (items.length > 0) return yield* addItems(items, facts);
    yield* parts.add("reasoning", reasoningText(delta));
    if (facts && parts.isOpen("reasoning")) yield* endSigned("reasoning", facts);
  }

  /**
   * Signed thoughts as gateways carry them. What is open has had its text already, and ends with its signature. Whose they
   * are is told by the facts that come with them, if it is.
   */
  function* addThinking(blocks: readonly Fields[], facts: ProviderMetadata = {}): Parts {
    const [signer = target.provider] = Object.keys(facts);
    for (const block of blocks) {
      const proof = proofOf(block);
      if (proof && "redactedData" in proof) yield* parts.close();
      if (!parts.isOpen("reasoning")) yield* parts.add("reasoning", asText(block["thinking"]));
      yield* parts.begin("reasoning");
      if (proof) yield* endSigned("reasoning", { [signer]: proof });
    }
  }

  /** Encrypted thoughts, by the same rule. Whose they are is told by the facts that come with them, if it is. */
  function* addItems(items: readonly unknown[], facts: ProviderMetadata = {}): Parts {
    const [provider = target.provider] = Object.keys(facts);
    const pieces = items.flatMap(readReasoningItem);
    // What came before the piece that is open has ended already.
    for (const piece of parts.isOpen("reasoning") ? pieces.slice(-1) : pieces) {
      if (!parts.isOpen("reasoning")) yield* parts.add("reasoning", piece.text);
      yield* parts.begin("reasoning");
      const { providerMetadata } = reasoningMetadata(piece.facts, { provider });
      if (providerMetadata) parts.sign("reasoning", providerMetadata);
      yield* parts.close();
    }
  }

  function* addText(delta: Fields): Parts {
    yield* addContent(delta["content"]);
    const signed = signedByGemini(delta);
    if (signed) parts.sign("text", signed);
    const facts = readCarriedFacts("text", delta);
    if (facts && parts.isOpen("text")) yield* endSigned("text", facts);
    yield* parts.add("refusal", asText(delta["refusal"]));
  }

  function* addContent(content: unknown): Parts {
    if (!Array.isArray(content)) return yield* parts.add("text", asText(content));
    for (const item of content.map(asFields)) {
      // Mistral's word, and Databricks'.
      const thoughts = item["thinking"] ?? item["summary"];
      if (thoughts) yield* parts.add("reasoning", thinkingText(thoughts));
      else yield* parts.add("text", asText(item["text"]));
    }
  }

  function* endSigned(kind: "text" | "reasoning", facts: ProviderMetadata): Parts {
    parts.sign(kind, facts);
    yield* parts.close();
  }

  function* addSource(source: Fields): Parts {
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

  /** One of these parts carries home the thoughts that came too late for a part of their own. */
  function* end(): Parts {
    for (const part of [...parts.close(), ...tools.end()]) {
      const isCall = part.type === "tool-input-available";
      if (late.length > 0 && (isCall || part.type === "text-end")) {
        yield withFacts(part, { reasoningItems: late.splice(0) });
      } else if (details.length > 0 && isCall) {
        yield withFacts(part, { reasoningDetails: JSON.stringify(details.splice(0)) });
      } else yield part;
      yield* served.after(part);
    }
  }

  function withFacts<Part extends object>(part: Part, facts: Fields): Part {
    const { providerMetadata: told } = part as { providerMetadata?: ProviderMetadata };
    const own = { ...told?.[target.provider], ...facts };
    return { ...part, providerMetadata: { ...told, [target.provider]: own } };
  }

  return {
    read,
    end,
    // Some servers say "stop", or nothing, although they wait for a tool.
    endOf: (told = "stop") => (told === "stop" && tools.count() > 0 ? "tool-calls" : undefined),
  };
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
