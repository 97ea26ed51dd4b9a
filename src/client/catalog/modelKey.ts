import { parseModelId } from "./parseModelId.js";

/** A model's id without the provider it is addressed to, where the list says who that is. */
export function bareModelId(id: string, provider: string | undefined): string {
  const prefix = `${provider}/`;
  return provider && id.startsWith(prefix) ? id.slice(prefix.length) : id;
}

/**
 * One and the same text for all versions and spellings of a model: `claude-opus-4-20250514`, `claude-4-opus-20250514` and
 * `claude-opus-4-0` share theirs.
 *
 * @param id Without the provider in front.
 */
export function modelKey(id: string): string {
  return baseKey(parseModelId(id).base);
}

/** The same for the `base` of a parsed id. */
export function baseKey(base: string): string {
  return familyFirst(base).replace(/-0$/, "").replaceAll(".", "-");
}

/** Claude's older names put the version before the family. */
export function familyFirst(base: string): string {
  return base.replace(/claude-(\d+(?:[-.]\d+)?)-(opus|sonnet|haiku)\b/, "claude-$2-$1");
}
