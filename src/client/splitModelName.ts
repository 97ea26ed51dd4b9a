import type { ParsedModelName } from "./modelName.js";
import { findProvider } from "./providers.js";

/** Which provider serves a name that does not say it. */
const families: readonly (readonly [RegExp, string])[] = [
  [/^(?:gpt-|chatgpt-|o\d(?:-|$)|ft:gpt-)/, "openai"],
  [/^claude-/, "anthropic"],
  [/^gemini-/, "gemini"],
];

/** What `parseModelName` says of a name that is no address; `undefined` for one that belongs to nobody. */
export function splitModelName(
  name: string,
  isProvider: (prefix: string) => boolean,
): ParsedModelName | undefined {
  const [, prefix = "", rest = ""] = /^([^/]+)\/(.*)$/s.exec(name) ?? [];
  if (prefix && isProvider(prefix)) {
    const provider = findProvider(prefix)?.id ?? prefix;
    const responses = /^responses\/(.+)/.exec(rest)?.[1];
    if (responses) return { provider, model: responses, protocol: "openai-responses" };
    return rest ? { provider, model: rest } : undefined;
  }
  const family = families.find(([pattern]) => pattern.test(name));
  return family && { provider: family[1], model: name };
}
