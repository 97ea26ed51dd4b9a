import { asText } from "../looseJSON.js";
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
  target: Target,
): { providerMetadata?: ProviderMetadata } {
  const facts: Record<string, JSONValue> = {
    ...(itemId !== undefined && { itemId }),
    ...(encryptedContent !== undefined && { encryptedContent }),
    ...(raw && { raw }),
  };
  return Object.keys(facts).length > 0 ? { providerMetadata: { [target.provider]: facts } } : {};
}

/** Adds a part to the reasoning items about to be written; the parts of one item come together again. */
export function addReasoning(items: WireReasoning[], part: ReasoningPart, target: Target): void {
  const facts = part.providerMetadata?.[target.provider];
  if (!facts) return;
  const id = asText(facts["itemId"]);
  // The second name is the AI SDK's, in whose histories it may stand.
  const encrypted = asText(facts["encryptedContent"]) ?? asText(facts["reasoningEncryptedContent"]);
  const last = items.at(-1);
  const isSame = last?.id !== undefined && last.id === id;
  const item: WireReasoning = isSame ? last : { type: "reasoning", ...(id && { id }), summary: [] };
  if (!isSame) items.push(item);
  if (encrypted) item.encrypted_content = encrypted;
  if (!part.text) return;
  if (facts["raw"] !== true) item.summary.push({ type: "summary_text", text: part.text });
  else item.content = [...(item.content ?? []), { type: "reasoning_text", text: part.text }];
}

/** Whether an item says anything to the provider, which keeps nothing that could be looked up by an id. */
export function isTelling({ encrypted_content, content }: WireReasoning): boolean {
  return encrypted_content !== undefined || content !== undefined;
}
