import { asFields, asList, asText, type Fields } from "../looseJSON.js";
import type { JSONValue, ProviderMetadata, ReasoningPart } from "../messages.js";
import type { Target } from "../protocol.js";

/** What the model thought, as it goes back: encrypted, and in words where it came in words. */
export interface WireReasoning {
  type: "reasoning";
  id?: string;
  summary: { type: "summary_text"; text: string }[];
  content?: { type: "reasoning_text"; text: string }[];
  encrypted_content?: string;
}

/** The facts of a reasoning item that its parts carry. */
export interface ReasoningFacts {
  itemId?: string | undefined;
  encryptedContent?: string | undefined;
  /** Whether the text is what was thought, not a summary of it. */
  raw?: boolean | undefined;
}

/** `facts` as metadata of the provider they are of use to. */
export function reasoningMetadata(
  { itemId, encryptedContent, raw }: ReasoningFacts,
  { provider }: Pick<Target, "provider">,
): { providerMetadata?: ProviderMetadata } {
  const facts: Record<string, JSONValue> = {
    ...(itemId !== undefined && { itemId }),
    ...(encryptedContent !== undefined && { encryptedContent }),
    ...(raw && { raw }),
  };
  return Object.keys(facts).length > 0 ? { providerMetadata: { [provider]: facts } } : {};
}

/** What the parts of an item say of it, whichever provider wrote it; `undefined` for reasoning of another kind. */
export function itemFactsOf(metadata: ProviderMetadata | undefined): Fields | undefined {
  const facts = Object.values(metadata ?? {}).map(asFields);
  return facts.find((one) => one["itemId"] ?? encryptedOf(one));
}

/** The second name is the AI SDK's, in whose histories it may stand. */
function encryptedOf(facts: Fields): string | undefined {
  return asText(facts["encryptedContent"]) ?? asText(facts["reasoningEncryptedContent"]);
}

/** Adds a part to the reasoning items about to be written; the parts of one item come together again. */
export function addReasoning(
  items: WireReasoning[],
  part: ReasoningPart,
  facts: Fields | undefined,
): void {
  if (!facts) return;
  const id = asText(facts["itemId"]);
  const encrypted = encryptedOf(facts);
  const last = items.at(-1);
  const isSame = last?.id !== undefined && last.id === id;
  const item: WireReasoning = isSame ? last : { type: "reasoning", ...(id && { id }), summary: [] };
  if (!isSame) items.push(item);
  if (encrypted) item.encrypted_content = encrypted;
  if (!part.text) return;
  if (facts["raw"] !== true) item.summary.push({ type: "summary_text", text: part.text });
  else item.content = [...(item.content ?? []), { type: "reasoning_text", text: part.text }];
}

/** Takes a reasoning item apart again: one text with its facts for each piece, and an empty one for an item without words. */
export function readReasoningItem(item: unknown): { text: string; facts: ReasoningFacts }[] {
  const { id, summary, content, encrypted_content } = asFields(item);
  const textsOf = (list: unknown): string[] =>
    asList(list).flatMap((piece) => asText(asFields(piece)["text"]) ?? []);
  const raw = textsOf(content);
  const texts = raw.length > 0 ? raw : textsOf(summary);
  return (texts.length > 0 ? texts : [""]).map((text, index) => ({
    text,
    facts: {
      itemId: asText(id),
      raw: raw.length > 0,
      encryptedContent: index + 1 >= texts.length ? asText(encrypted_content) : undefined,
    },
  }));
}

/** The items of a list that can go back as they are. */
export function readLateItems(items: readonly unknown[]): JSONValue[] {
  return items.filter((item) => asText(asFields(item)["encrypted_content"])) as JSONValue[];
}

/** Whether an item says anything to the provider, which keeps nothing that could be looked up by an id. */
export function isTelling({ encrypted_content, content }: WireReasoning): boolean {
  return encrypted_content !== undefined || content !== undefined;
}
