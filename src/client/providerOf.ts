import { findProvider } from "./providers.js";
import type { ModelInfo } from "./types.js";

/** Who serves a model: what is said of it, or what stands before its name. */
export function providerOf({ provider, id }: ModelInfo): string {
  const prefix = provider ?? id.slice(0, Math.max(id.indexOf("/"), 0));
  return findProvider(prefix)?.id ?? prefix;
}
