import type { ModelInfo } from "../types.js";
import { bareModelId } from "./modelKey.js";
import type { ModelCatalog } from "./catalog.js";
import { prettifyModelId } from "./prettifyModelId.js";

/** Before this there were no models that chat, and a backend that says so has made the date up. */
const firstRelease = Date.UTC(2020, 0, 1);
const maxAheadMs = 7 * 24 * 60 * 60_000;

/**
 * A listed model with what the catalogue knows beside: what the backend says counts more, fact by fact. Its name is the
 * backend's, else the catalogue's, else made out of the id.
 *
 * @param now Milliseconds since 1970-01-01 UTC. A date later than a week from then is none. Default: now.
 */
export function completeModel(
  listed: ModelInfo,
  catalog: ModelCatalog,
  now: number = Date.now(),
): ModelInfo {
  const known = lookUp(listed, catalog);
  const said = Object.entries(listed).filter(
    ([fact, value]) =>
      value !== undefined && (fact !== "createdAt" || isRelease(value as number, now)),
  );
  return {
    ...known,
    ...Object.fromEntries(said),
    id: listed.id,
    name: nameOf(listed) ?? known?.name ?? prettifyModelId(listed.id, listed.provider),
  };
}

function isRelease(date: number, now: number): boolean {
  return date >= firstRelease && date <= now + maxAheadMs;
}

/** Who serves a model decides which facts hold: the same name may stand for other limits elsewhere. */
function lookUp({ id, provider }: ModelInfo, catalog: ModelCatalog): ModelInfo | undefined {
  const bare = bareModelId(id, provider);
  return (provider && catalog.find(`${provider}/${bare}`)) || catalog.find(id);
}

/** Many lists repeat the id where a name should be. */
function nameOf({ id, name, provider }: ModelInfo): string | undefined {
  return name === undefined || name === id || name === bareModelId(id, provider) ? undefined : name;
}
