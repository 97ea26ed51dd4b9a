import { onlyDefined } from "../../internal/onlyDefined.js";
import type { ModelInfo } from "../types.js";
import { bareModelId } from "./modelKey.js";
import type { ModelCatalog } from "./catalog.js";
import { parseModelId } from "./parseModelId.js";
import { prettifyModelId } from "./prettifyModelId.js";

/** Before this there were no models that chat, and a backend that says so has made the date up. */
const firstRelease = Date.UTC(2020, 0, 1);
const maxAheadMs = 7 * 24 * 60 * 60_000;

/**
 * A listed model with what the catalogue knows beside: what the backend says counts more, fact by fact. Its name is the
 * backend's, else the catalogue's, else made out of the id, which also tells a preview.
 *
 * @param now Milliseconds since 1970-01-01 UTC. A date later than a week from then is none. Default: now.
 */
export function completeModel(
  listed: ModelInfo,
  catalog: ModelCatalog,
  now: number = Date.now(),
): ModelInfo {
  const known = lookUp(listed, catalog);
  const said = onlyDefined(listed);
  return onlyDefined({
    preview: parseModelId(listed.id).preview || undefined,
    ...known,
    ...said,
    ...limitsOf(said, known),
    createdAt: isRelease(said.createdAt, now) ? said.createdAt : known?.createdAt,
    name: nameOf(said) ?? known?.name ?? prettifyModelId(listed.id, listed.provider),
  });
}

/** Two limits that belong together: a gateway's window must not end up beside the catalogue's larger prompt. */
function limitsOf(
  said: ModelInfo,
  known: ModelInfo | undefined,
): Record<"contextTokens" | "maxInputTokens", number | undefined> {
  const input = said.maxInputTokens ?? known?.maxInputTokens;
  const context =
    said.contextTokens ??
    (Math.max(known?.contextTokens ?? 0, said.maxInputTokens ?? 0) || undefined);
  const isLess = input !== undefined && input < (context ?? Number.POSITIVE_INFINITY);
  return { contextTokens: context, maxInputTokens: isLess ? input : undefined };
}

function isRelease(date: number | undefined, now: number): boolean {
  return date !== undefined && date >= firstRelease && date <= now + maxAheadMs;
}

/** Who serves a model decides which facts hold: the same name may stand for other limits elsewhere. */
function lookUp(
  { id, provider, upstream }: ModelInfo,
  catalog: ModelCatalog,
): ModelInfo | undefined {
  if (upstream !== undefined) {
    const found = catalog.find(upstream);
    if (found) return found;
  }
  return catalog.find(provider ? `${provider}/${bareModelId(id, provider)}` : id);
}

/** Many lists repeat the id where a name should be. */
function nameOf({ id, name, provider }: ModelInfo): string | undefined {
  return name === id || name === bareModelId(id, provider) ? undefined : name;
}
