import { asFields, asList, asText, type Fields } from "../looseJSON.js";
import type { JSONValue } from "../messages.js";
import type { StreamPart } from "../streamParts.js";
import { createMessagesCalls, type OpenCall } from "./anthropicMessagesCalls.js";
import { createMessagesSources } from "./anthropicMessagesSources.js";

type Parts = Generator<StreamPart, void, undefined>;

/** The content blocks of one answer. Those of types nobody knows yet are passed over. */
export interface MessagesBlocks {
  /** A block begins, with whatever it already holds. */
  open(index: number, block: Fields): Parts;
  /** More of a block. */
  add(index: number, delta: Fields): Parts;
  /** A block is complete. */
  close(index: number): Parts;
  /** Why the model refused, as text of its own. */
  refuse(explanation: string): Parts;
  /** Ends whatever is open and forgets the calls, before another message or at the end. */
  reset(): Parts;
  /** Whether the message has calls for the app to run. */
  hasOwnCalls(): boolean;
}

/** A run of thinking, with what proves that it is Anthropic's. */
interface OpenThinking {
  id: string;
  hasText: boolean;
  proof: Record<string, JSONValue> | undefined;
}

/** Begins without blocks. */
export function createMessagesBlocks(): MessagesBlocks {
  const calls = createMessagesCalls();
  const sources = createMessagesSources();
  const open = new Map<number, OpenCall | OpenThinking>();
  let text: string | undefined;
  let count = 0;
  let ownCalls = 0;

  const nextId = (kind: string): string => `${kind}-${(count += 1)}`;

  /** Blocks of text that follow each other are one text: citations cut sentences into blocks. */
  function* addText(delta: string | undefined): Parts {
    if (!delta) return;
    if (text === undefined) {
      text = nextId("text");
      yield { type: "text-start", id: text };
    }
    yield { type: "text-delta", id: text, delta };
  }

  function* endText(): Parts {
    if (text !== undefined) yield { type: "text-end", id: text };
    text = undefined;
  }

  function* addThinking(block: OpenThinking, delta: string | undefined): Parts {
    if (!delta) return;
    if (!block.hasText) yield { type: "reasoning-start", id: block.id };
    block.hasText = true;
    yield { type: "reasoning-delta", id: block.id, delta };
  }

  function* endThinking({ id, hasText, proof }: OpenThinking): Parts {
    if (!hasText && !proof) return;
    if (!hasText) yield { type: "reasoning-start", id };
    yield {
      type: "reasoning-end",
      id,
      ...(proof && { providerMetadata: { anthropic: proof } }),
    };
  }

  function* addSource(citation: unknown): Parts {
    const source = sources.read(asFields(citation));
    if (source) yield source;
  }

  function* openThinking(index: number, block: Fields): Parts {
    const signature = asText(block["signature"]);
    const redactedData = asText(block["data"]);
    const proof = redactedData ? { redactedData } : signature ? { signature } : undefined;
    const thinking = { id: nextId("reasoning"), hasText: false, proof };
    open.set(index, thinking);
    yield* addThinking(thinking, asText(block["thinking"]));
  }

  function* openCall(index: number, block: Fields): Parts {
    const call = calls.open(block);
    if (!call) return;
    if (call.isOwn) ownCalls += 1;
    open.set(index, call);
    yield call.start;
  }

  function* openBlock(index: number, block: Fields): Parts {
    yield* close(index);
    const type = asText(block["type"]) ?? "";
    if (type !== "text") yield* endText();
    if (type === "text") {
      yield* addText(asText(block["text"]));
      for (const citation of asList(block["citations"])) yield* addSource(citation);
    } else if (type === "thinking" || type === "redacted_thinking") {
      yield* openThinking(index, block);
    } else if (type.endsWith("tool_use")) yield* openCall(index, block);
    else if (type.endsWith("_tool_result")) yield* calls.result(block);
  }

  function* add(index: number, delta: Fields): Parts {
    const block = open.get(index);
    switch (delta["type"]) {
      case "text_delta":
        return yield* addText(asText(delta["text"]));
      case "citations_delta":
        return yield* addSource(delta["citation"]);
      case "thinking_delta":
        if (block && "proof" in block) yield* addThinking(block, asText(delta["thinking"]));
        return;
      case "signature_delta": {
        const signature = asText(delta["signature"]);
        if (block && "proof" in block && signature) block.proof = { signature };
        return;
      }
      case "input_json_delta": {
        const json = asText(delta["partial_json"]);
        if (block && "start" in block && json) yield block.add(json);
      }
    }
  }

  function* close(index: number): Parts {
    const block = open.get(index);
    open.delete(index);
    if (!block) return;
    if ("proof" in block) yield* endThinking(block);
    else yield block.end();
  }

  function* refuse(explanation: string): Parts {
    yield* endText();
    const id = nextId("refusal");
    yield { type: "text-start", id, providerMetadata: { anthropic: { refusal: true } } };
    yield { type: "text-delta", id, delta: explanation };
    yield { type: "text-end", id };
  }

  function* reset(): Parts {
    ownCalls = 0;
    yield* endText();
    for (const index of open.keys()) yield* close(index);
  }

  return { open: openBlock, add, close, refuse, reset, hasOwnCalls: () => ownCalls > 0 };
}
