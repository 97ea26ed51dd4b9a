import type { ModelInfo } from "../types.js";
import type { ModelCatalog } from "./catalog.js";

/** A listed model with what the catalogue knows beside: what the backend says counts more. */
export function completeModel(listed: ModelInfo, catalog: ModelCatalog): ModelInfo {
  const known = catalog.find(listed.id);
  return known ? { ...known, ...listed } : listed;
}
