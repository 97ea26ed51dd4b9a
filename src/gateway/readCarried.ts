import { asFields, asList, asText, type Fields } from "../client/looseJSON.js";
import type {
  DynamicToolPart,
  FilePart,
  ProviderMetadata,
  ReasoningPart,
  TextPart,
} from "../client/messages.js";
import { parseModelName } from "../client/modelName.js";
import { readCarriedFacts } from "../client/protocols/carriedFacts.js";
import {
  readReasoningItem,
  reasoningMetadata,
} from "../client/protocols/openaiResponsesReasoning.js";
import { proofOf, signedByGemini } from "../client/protocols/signatures.js";
import { readContent } from "./readContent.js";

/**
 * Thoughts that a caller brings back: signed, encrypted or, where a provider takes them so, in words. They are history and
 * nothing else: a provider that did not write them finds nothing of its own in them.
 *
 * @param model The model that is asked: encrypted items do not say whose they are.
 */
export function readThoughts(entry: Fields, model: string): ReasoningPart[] {
  const proven = [
    ...asList(entry["thinking_blocks"]).flatMap((block) => readBlock(asFields(block))),
    ...asList(entry["reasoning_items"]).flatMap((item) => readItem(item, model)),
  ];
  const text = asText(entry["reasoning_content"]);
  if (proven.length > 0 || !text) return proven;
  return [{ type: "reasoning", text, ...metadata(readCarriedFacts("reasoning", entry)) }];
}

function readBlock(block: Fields): ReasoningPart[] {
  const proof = proofOf(block);
  if (!proof) return [];
  const text = asText(block["thinking"]) ?? "";
  // Claude knows its signatures wherever it runs.
  return [{ type: "reasoning", text, ...metadata({ anthropic: proof, bedrock: proof }) }];
}

function readItem(item: unknown, model: string): ReasoningPart[] {
  const provider = providerOf(model);
  return readReasoningItem(item).map(({ text, facts }) => ({
    type: "reasoning",
    text,
    ...reasoningMetadata(facts, { provider }),
  }));
}

/** Any prefix counts: the gateway may have providers of its own. A name without one fails later, with the reason. */
function providerOf(model: string): string {
  try {
    return parseModelName(model, () => true).provider;
  } catch {
    return "";
  }
}

/** The content of a message with what its provider said of the texts. Gemini signs the last. */
export function withTextFacts(
  content: readonly (TextPart | FilePart)[],
  entry: Fields,
): (TextPart | FilePart)[] {
  const facts = readCarriedFacts("text", entry);
  const signed = signedByGemini(entry);
  const last = content.findLast((part) => part.type === "text");
  return content.map((part) =>
    part.type === "text"
      ? {
          ...part,
          ...metadata({ ...part.providerMetadata, ...facts, ...(part === last && signed) }),
        }
      : part,
  );
}

/** Images that the model itself made. @throws ChatError with status 400 that names the image. */
export function readOwnImages(entry: Fields, at: string): FilePart[] {
  const images = asList(entry["images"]);
  return readContent(images, `${at}.images`).flatMap((part, index) =>
    part.type === "file"
      ? [{ ...part, ...metadata(readCarriedFacts("file", asFields(images[index]))) }]
      : [],
  );
}

/** What a provider said of one of its calls. */
export function callFacts(call: Fields): Pick<DynamicToolPart, "callProviderMetadata"> {
  const facts = { ...signedByGemini(call), ...readCarriedFacts("call", call) };
  return Object.keys(facts).length > 0 ? { callProviderMetadata: facts } : {};
}

function metadata(facts: ProviderMetadata | undefined): { providerMetadata?: ProviderMetadata } {
  return facts && Object.keys(facts).length > 0 ? { providerMetadata: facts } : {};
}
