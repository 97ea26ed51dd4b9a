import type { PreflightFacts, PreflightFinding, RemedyId } from "./preflight.js";
import { preflightMessage } from "./preflightMessage.js";

/** Who a finding is about, by their names for people. */
export type About = Pick<PreflightFacts, "model" | "provider">;

/** What is the matter, with the words for it. */
export function finding(
  severity: PreflightFinding["severity"],
  facts: PreflightFacts,
  remedies: readonly RemedyId[],
): PreflightFinding {
  return { ...facts, severity, message: preflightMessage(facts), remedies };
}

/** A model's id without its provider. */
export function nameOf(id: string): string {
  return id.slice(id.indexOf("/") + 1);
}
