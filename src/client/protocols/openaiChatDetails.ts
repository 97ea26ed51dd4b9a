import { asFields, asList, asText, type Fields } from "../looseJSON.js";

/** Where the words stand of details that come in pieces. */
const wordsIn: Readonly<Record<string, string>> = {
  "reasoning.text": "text",
  "reasoning.summary": "summary",
};

/**
 * Adds to the details of what was thought, as OpenRouter tells them: the pieces of one thought come together again.
 *
 * @see https://openrouter.ai/docs/use-cases/reasoning-tokens
 */
export function addDetails(details: Fields[], told: unknown): void {
  for (const detail of asList(told).map(asFields)) {
    const { type, index, signature } = detail;
    const words = wordsIn[String(type)];
    const last = asFields(details.at(-1));
    if (words && last["type"] === type && last["index"] === index) {
      details[details.length - 1] = {
        ...last,
        ...(asText(signature) && { signature }),
        [words]: (asText(last[words]) ?? "") + (asText(detail[words]) ?? ""),
      };
    } else details.push(detail);
  }
}
