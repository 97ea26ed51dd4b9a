import { asFields, type Fields, isFields } from "../looseJSON.js";
import type { JSONValue, ProviderMetadata } from "../messages.js";

/** A kind of part that a provider may want to see again with what it said of it. */
export type CarriedKind = "reasoning" | "text" | "call" | "file";

/** What it may say, in the words of `providerMetadata`, where LiteLLM has no field for it. */
const factNames: Readonly<Record<CarriedKind, readonly string[]>> = {
  // Ollama and Cohere take it back as it was thought, OpenAI Responses in pieces of an item, Gemini signed.
  // What Claude signed stands in its thinking blocks; here is told that it did.
  reasoning: ["thinking", "itemId", "raw", "thoughtSignature", "signed"],
  text: ["phase"],
  // Cohere's plan, where Claude's code called from, and what OpenRouter tells of the thoughts before.
  call: ["toolPlan", "caller", "reasoningDetails"],
  file: ["thoughtSignature", "thought"],
};

/**
 * What of `metadata` goes through a gateway with a part of that kind: texts, `true` and small objects of texts under the
 * names above, whoever sent it; `undefined` where nothing does.
 */
export function carriedFacts(kind: CarriedKind, metadata: unknown): ProviderMetadata | undefined {
  const owners = Object.entries(asFields(metadata)).flatMap(([provider, said]) => {
    const facts = factNames[kind].flatMap((name): [string, JSONValue][] => {
      const value = asFields(said)[name];
      const isSaid = value === true || (typeof value === "string" && value) || isTexts(value);
      return isSaid ? [[name, value as JSONValue]] : [];
    });
    const isNamed = /^[a-z][\w.-]{0,63}$/i.test(provider);
    return isNamed && facts.length > 0 ? [[provider, Object.fromEntries(facts)]] : [];
  });
  return owners.length > 0 ? Object.fromEntries(owners) : undefined;
}

/** The same out of the `provider_specific_fields` of a message, a delta, a call or an image. */
export function readCarriedFacts(kind: CarriedKind, holder: Fields): ProviderMetadata | undefined {
  return carriedFacts(kind, asFields(holder["provider_specific_fields"])["provider_metadata"]);
}

function isTexts(value: unknown): boolean {
  const texts = isFields(value) ? Object.values(value) : [];
  return texts.length > 0 && texts.length < 5 && texts.every((text) => typeof text === "string");
}
