import { asFields, asList } from "../looseJSON.js";
import type {
  FilePart,
  ProviderMetadata,
  ReasoningPart,
  TextPart,
  UIMessagePart,
} from "../messages.js";
import { isAnswered, isCall } from "./answeredCalls.js";
import { carriedFacts } from "./carriedFacts.js";
import type { CarriedServerCalls } from "./openaiChatServerCalls.js";
import {
  addReasoning,
  isTelling,
  itemFactsOf,
  type WireReasoning,
} from "./openaiResponsesReasoning.js";
import { isServerCall } from "./serverCalls.js";
import { type ThinkingBlock, thoughtSignatureOf, toThinkingBlock } from "./signatures.js";

/**
 * What goes with an answer through a gateway, in the fields of LiteLLM, so that the provider behind it gets its own
 * thinking back.
 *
 * @see https://docs.litellm.ai/docs/reasoning_content
 */
export interface CarriedMessage {
  /** What was thought, in words. */
  reasoning_content?: string;
  /** Claude's thoughts, signed. */
  thinking_blocks?: ThinkingBlock[];
  /** The encrypted thoughts of OpenAI Responses. */
  reasoning_items?: WireReasoning[];
  /** Images that the model made. */
  images?: CarriedImage[];
  provider_specific_fields?: CarriedServerCalls & {
    /** Gemini's, of a text. */
    thought_signatures?: string[];
    provider_metadata?: ProviderMetadata;
    /** Of the result of a tool: that it failed. */
    is_error?: true;
  };
}

/** What goes with one call. */
export interface CarriedCall {
  provider_specific_fields?: {
    /** Gemini's. */
    thought_signature?: string;
    provider_metadata?: ProviderMetadata;
  };
}

/** An image that a model made. */
export interface CarriedImage {
  type: "image_url";
  image_url: { url: string };
  provider_specific_fields?: { provider_metadata: ProviderMetadata };
}

/**
 * The parts of one step, cut so that each piece can be one message: thoughts, and then server calls, or text and calls of
 * the app's own. So what came between texts stays between them, also with LiteLLM, which puts messages in a row together
 * again.
 */
export function runsOf(step: readonly UIMessagePart[]): UIMessagePart[][] {
  let run: UIMessagePart[] = [];
  const runs = [run];
  for (const part of step) {
    const text = run.findLast((one) => one.type === "text");
    const isServed = run.some(isServerCall);
    const isApart =
      part.type === "reasoning"
        ? (text ?? isServed) && goesBack(part)
        : isServerCall(part)
          ? (text ?? run.some(isAnswered))
          : part.type === "text" && (isServed || (text && textFacts(part) !== textFacts(text)));
    if (isApart) runs.push((run = []));
    run.push(part);
  }
  return runs;
}

/** Whether some provider wants to see a thought again. */
function goesBack({ text, providerMetadata }: ReasoningPart): boolean {
  return Boolean(
    toThinkingBlock(text, providerMetadata) ?? carriedFacts("reasoning", providerMetadata),
  );
}

/** What one message can say of one text alone. */
function textFacts({ providerMetadata }: TextPart): string {
  return JSON.stringify([
    thoughtSignatureOf(providerMetadata),
    carriedFacts("text", providerMetadata),
  ]);
}

/** What goes with the message that one run becomes. */
export function carryRun(run: readonly UIMessagePart[]): CarriedMessage {
  const message: CarriedMessage = {};
  const items: WireReasoning[] = [];
  const tell = (facts: ProviderMetadata | undefined): void => {
    const fields = facts && (message.provider_specific_fields ??= {});
    if (fields) fields.provider_metadata = Object.assign(fields.provider_metadata ?? {}, facts);
  };
  for (const part of run) {
    if (part.type === "reasoning") {
      const block = toThinkingBlock(part.text, part.providerMetadata);
      const item = itemFactsOf(part.providerMetadata);
      const plain = block || item ? undefined : carriedFacts("reasoning", part.providerMetadata);
      if (block || plain) message.reasoning_content = (message.reasoning_content ?? "") + part.text;
      if (block) (message.thinking_blocks ??= []).push(block);
      else addReasoning(items, part, item);
      tell(plain);
    } else if (part.type === "text") {
      const signature = thoughtSignatureOf(part.providerMetadata);
      if (signature) {
        const fields = (message.provider_specific_fields ??= {});
        (fields.thought_signatures ??= []).push(signature);
      }
      tell(carriedFacts("text", part.providerMetadata));
    } else if (isInlineImage(part)) (message.images ??= []).push(toCarriedImage(part));
    items.push(...lateItemsOf(part));
  }
  const told = items.filter(isTelling);
  return told.length > 0 ? { ...message, reasoning_items: told } : message;
}

/** Items that a gateway told of after everything else: a text or a call carries them. */
function lateItemsOf(part: UIMessagePart): WireReasoning[] {
  const metadata = isCall(part) ? part.callProviderMetadata : (part as TextPart).providerMetadata;
  const items = Object.values(metadata ?? {}).flatMap((facts) =>
    asList(asFields(facts)["reasoningItems"]),
  );
  return items as WireReasoning[];
}

/** Gateways fetch nothing. */
function isInlineImage(part: UIMessagePart): part is FilePart {
  return (
    part.type === "file" && part.mediaType.startsWith("image/") && part.url.startsWith("data:")
  );
}

/** An image that a model made, with what its provider wants to see again. */
export function toCarriedImage({
  url,
  providerMetadata,
}: {
  url: string;
  providerMetadata?: ProviderMetadata | undefined;
}): CarriedImage {
  const facts = carriedFacts("file", providerMetadata);
  return {
    type: "image_url",
    image_url: { url },
    ...(facts && { provider_specific_fields: { provider_metadata: facts } }),
  };
}

/** What goes with one call. */
export function carryCall(metadata: ProviderMetadata | undefined): CarriedCall {
  const thought_signature = thoughtSignatureOf(metadata);
  const provider_metadata = carriedFacts("call", metadata);
  if (!thought_signature && !provider_metadata) return {};
  return {
    provider_specific_fields: {
      ...(thought_signature && { thought_signature }),
      ...(provider_metadata && { provider_metadata }),
    },
  };
}
