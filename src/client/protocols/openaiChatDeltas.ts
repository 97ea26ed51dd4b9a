import { asFields, asList, asText, type Fields } from "../looseJSON.js";
import type { StreamPart } from "../streamParts.js";
import type { Target } from "../protocol.js";
import type { ChatParts } from "./openaiChatParts.js";
import { createToolCalls } from "./openaiChatToolCalls.js";
import { proofOf, signedByGemini } from "./signatures.js";

type Parts = Generator<StreamPart, void, undefined>;

/** Reads the deltas of one answer, in whatever form the many providers of this protocol send them. */
export interface ChatDeltas {
  read(delta: Fields, chunk: Fields): Parts;
  /** The finished calls of tools, in order. */
  end(): Parts;
  hasCalls(): boolean;
}

/**
 * Begins with an answer in which nothing but text may have come.
 *
 * @param parts Where the text goes; owned by the answer.
 */
export function createChatDeltas(parts: ChatParts, target: Target): ChatDeltas {
  const tools = createToolCalls();
  const sources = new Set<string>();

  function* read(delta: Fields, chunk: Fields): Parts {
    const blocks = asList(delta["thinking_blocks"]).map(asFields);
    if (blocks.some(proofOf)) yield* addThinking(blocks);
    else yield* parts.add("reasoning", reasoningText(delta));
    yield* addContent(delta["content"]);
    parts.sign("text", signedByGemini(delta));
    yield* parts.add("refusal", asText(delta["refusal"]));
    const called = [...tools.read(delta, asText(chunk["id"]) ?? "")];
    if (called.length > 0) yield* parts.close();
    yield* called;
    for (const image of asList(delta["images"])) yield* imageParts(asFields(image));
    for (const note of asList(delta["annotations"]).map(asFields)) {
      yield* addSource(asFields(note["url_citation"] ?? note));
    }
    for (const result of asList(chunk["search_results"])) yield* addSource(asFields(result));
    for (const url of asList(chunk["citations"])) yield* addSource({ url });
  }

  function* addContent(content: unknown): Parts {
    if (!Array.isArray(content)) return yield* parts.add("text", asText(content));
    for (const item of content.map(asFields)) {
      if (item["type"] === "thinking") {
        yield* parts.add("reasoning", thinkingText(item["thinking"]));
      } else yield* parts.add("text", asText(item["text"]));
    }
  }

  /** Signed thoughts as gateways carry them. What is open has had its text already, and ends with its signature. */
  function* addThinking(blocks: readonly Fields[]): Parts {
    for (const block of blocks) {
      const proof = proofOf(block);
      if (proof && "redactedData" in proof) yield* parts.close();
      if (!parts.isOpen("reasoning")) yield* parts.add("reasoning", asText(block["thinking"]));
      yield* parts.begin("reasoning");
      if (!proof) continue;
      parts.sign("reasoning", { [target.provider]: proof });
      yield* parts.close();
    }
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

  return { read, end: () => tools.end(), hasCalls: () => tools.count() > 0 };
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

function* imageParts(image: Fields): Generator<StreamPart, void, undefined> {
  const url = asText(asFields(image["image_url"])["url"]);
  if (!url) return;
  yield { type: "file", url, mediaType: /^data:([^;,]+)/.exec(url)?.[1] ?? "image/*" };
}
