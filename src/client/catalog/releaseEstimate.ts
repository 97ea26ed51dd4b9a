import type { ModelVersion } from "./modelVersion.js";

/**
 * Guesses when an undated model was released, by its version, in milliseconds since 1970-01-01 UTC: `Infinity` for a version
 * above all that are known of its family (of its brand, where the family is new): it must be newer than everything. Else the
 * date of the nearest version below, if there is one.
 */
export type ReleaseEstimate = (model: ModelVersion) => number | undefined;

/** Makes an estimate out of models whose date is known. */
export function createReleaseEstimate(
  known: Iterable<readonly [model: ModelVersion, releasedAt: number]>,
): ReleaseEstimate {
  /** The newest date of each version, by family and by brand: no brand has the `#` of a family in it. */
  const groups = new Map<string, Map<number, number>>();
  for (const [{ family, brand, version }, releasedAt] of known) {
    if (version === undefined) continue;
    for (const name of [family, brand]) {
      const releases = groups.get(name) ?? new Map<number, number>();
      groups.set(name, releases.set(version, Math.max(releases.get(version) ?? 0, releasedAt)));
    }
  }
  function nearest(name: string, version: number): number | undefined {
    const releases = groups.get(name);
    if (!releases) return undefined;
    const below = [...releases.keys()].filter((one) => one <= version);
    const last = Math.max(...below);
    return last < version && below.length === releases.size
      ? Number.POSITIVE_INFINITY
      : releases.get(last);
  }
  return ({ family, brand, version }) =>
    version === undefined ? undefined : (nearest(family, version) ?? nearest(brand, version));
}
