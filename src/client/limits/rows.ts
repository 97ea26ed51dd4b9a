import type { Target } from "../protocol.js";

/** One row of a table of rules: the models (or providers) it is about, by name, and in what they depart from the usual. */
export type RuleRow<Rules> = readonly [names: RegExp, change: Partial<Rules>];

/** The rules for one name. Of several rows that fit, the later one wins rule by rule. */
export function applyRows<Rules extends object>(
  usual: Rules,
  rows: readonly RuleRow<Rules>[],
  name: string,
): Rules {
  const changes = rows.filter(([names]) => names.test(name)).map(([, change]) => change);
  return Object.assign({}, usual, ...changes) as Rules;
}

/** The name that tells what a target can do: of what it is called there, or of what stands behind a name that hides it. */
export function familyOf({ model, baseModel = model }: Target): string {
  return baseModel;
}
