import { compareText, type RankedModel } from "./rankedModel.js";

/** Older than the newest model by more than this, an alias of the latest is of a family nobody continues. */
const staleMs = 365 * 24 * 60 * 60_000;

/**
 * Which of the names ending in `-latest` belong on top of the list: one a family, that of its highest version, and none that
 * is stale or retired. A name without a version or a date (`gemini-pro-latest`) moves on by itself and counts as fresh.
 */
export function latestAliases(models: readonly RankedModel[]): ReadonlySet<RankedModel> {
  const newest = models.reduce(
    (max, { releasedAt = 0 }) => (Number.isFinite(releasedAt) ? Math.max(max, releasedAt) : max),
    0,
  );
  const best = new Map<string, RankedModel>();
  for (const model of models) {
    if (model.parsed.kind !== "latest" || model.isRetired || isStale(model, newest)) continue;
    const family = model.version.family.replace(/-?#/, "");
    const rival = best.get(family);
    if (!rival || compare(model, rival) < 0) best.set(family, model);
  }
  return new Set(best.values());
}

function isStale({ releasedAt, version }: RankedModel, newest: number): boolean {
  if (releasedAt === undefined) return version.version !== undefined;
  return newest - releasedAt > staleMs;
}

function compare(a: RankedModel, b: RankedModel): number {
  // Two without a version differ by NaN.
  return versionOf(b) - versionOf(a) || compareText(a.model.id, b.model.id);
}

/** A name without a version leads to the newest there is. */
function versionOf({ version }: RankedModel): number {
  return version.version ?? Number.POSITIVE_INFINITY;
}
