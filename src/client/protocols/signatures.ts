import { asFields, asList, asText, type Fields } from "../looseJSON.js";
import type { ProviderMetadata, ReasoningPart, UIMessage } from "../messages.js";

/** One thought as LiteLLM carries it: with the signature its provider wants to see again, or encrypted. */
export type ThinkingBlock =
  | { type: "thinking"; thinking: string; signature: string }
  | { type: "redacted_thinking"; data: string };

/** What makes a thought go back as it came, in the words of `providerMetadata`. */
export type ThinkingProof = { signature: string } | { redactedData: string };

/** Whose reasoning goes in thinking blocks: Claude's, wherever it runs, and what a gateway carried in them. */
const signers = ["anthropic", "bedrock", "gateway", "litellm_proxy"] as const;

/**
 * Writes reasoning as a thinking block; `undefined` for reasoning that nobody signed.
 *
 * @see https://docs.litellm.ai/docs/reasoning_content
 */
export function toThinkingBlock(
  text: string,
  metadata: ProviderMetadata | undefined,
): ThinkingBlock | undefined {
  const proof = toProof(signers.map((signer) => metadata?.[signer]).find(Boolean));
  if (!proof) return undefined;
  return "redactedData" in proof
    ? { type: "redacted_thinking", data: proof.redactedData }
    : { type: "thinking", thinking: text, signature: proof.signature };
}

/** Who signed a thought: whose name its proof stands under. */
export function signerOf(metadata: ProviderMetadata | undefined): string | undefined {
  return signers.find((signer) => toProof(metadata?.[signer]));
}

/**
 * What makes a thought go back to `owner`, where Claude runs: its own proof, or what a gateway brought of Claude's, which
 * knows its signatures wherever it runs.
 *
 * @param message Whose thought it is.
 */
export function claudeProofOf(
  { providerMetadata: facts }: ReasoningPart,
  owner: "anthropic" | "bedrock",
  { metadata }: UIMessage,
): ThinkingProof | undefined {
  const isClaudes = /claude/i.test(metadata?.model ?? "");
  const carried = isClaudes ? (facts?.["gateway"] ?? facts?.["litellm_proxy"]) : undefined;
  return toProof(facts?.[owner] ?? carried);
}

function toProof(facts: unknown): ThinkingProof | undefined {
  const { redactedData, signature } = asFields(facts);
  const data = asText(redactedData);
  if (data) return { redactedData: data };
  const text = asText(signature);
  return text ? { signature: text } : undefined;
}

/** What a thinking block proves; `undefined` for the beginning of one, whose signature is still to come. */
export function proofOf(block: Fields): ThinkingProof | undefined {
  const redactedData = asText(block["data"]);
  if (redactedData) return { redactedData };
  const signature = asText(block["signature"]);
  return signature ? { signature } : undefined;
}

/** The signature that Gemini gave to a text or a call. */
export function thoughtSignatureOf(metadata: ProviderMetadata | undefined): string | undefined {
  return asText(metadata?.["google"]?.["thoughtSignature"]);
}

/**
 * Gemini's signature in the `provider_specific_fields` of a call or, as the last of a list, of a message.
 *
 * @see https://docs.litellm.ai/blog/gemini_3
 */
export function signedByGemini(holder: Fields): ProviderMetadata | undefined {
  const fields = asFields(holder["provider_specific_fields"]);
  const thoughtSignature =
    asText(fields["thought_signature"]) ?? asText(asList(fields["thought_signatures"]).at(-1));
  return thoughtSignature ? { google: { thoughtSignature } } : undefined;
}
