import { asFields, asList, asText } from "./looseJSON.js";
import type { ProviderStatus } from "./types.js";

const statuses: readonly string[] = [
  "ready",
  "missing_key",
  "unreachable",
] satisfies ProviderStatus["status"][];

/** Reads what a Polylogue gateway says of its providers: `{ data: […] }` or a bare list. Anything else is an empty list. */
export function readProviderStatuses(value: unknown): ProviderStatus[] {
  const list = Array.isArray(value) ? value : asList(asFields(value)["data"]);
  return list.map(asFields).flatMap((raw) => {
    const id = asText(raw["id"]);
    const status = statuses.find((one) => one === raw["status"]) as ProviderStatus["status"];
    if (!id || !status) return [];
    const keyUrl = asText(raw["keyUrl"]);
    return {
      id,
      name: asText(raw["name"]) ?? id,
      status,
      keyVariables: asList(raw["keyVariables"]).filter((name) => typeof name === "string"),
      ...(keyUrl ? { keyUrl } : {}),
      canSetKey: raw["canSetKey"] === true,
    };
  });
}
