import type { ModelVersion } from "./modelVersion.js";

/** The newest release date of each version of one family or brand, in milliseconds since 1970-01-01 UTC. */
type Releases = Map<number, number>;

/** Guesses when undated models were released, by their versions. */
export interface ReleaseEstimate {
  /**
   * `Infinity` for a version above all that are known of its family (of its brand, where the family is new): it must be
   * newer than everything. Else the date of the nearest version below, if there is one.
   */
  of(model: ModelVersion): number | undefined;
}

/** Makes an estimate out of models whose date is known. */
export function createReleaseEstimate(
  known: Iterable<readonly [model: ModelVersion, releasedAt: number]>,
): ReleaseEstimate {
  const families = new Map<string, Releases>();
  const brands = new Map<string, Releases>();
  for (const [{ family, brand, version }, releasedAt] of known) {
    if (version === undefined) continue;
    note(families, family, version, releasedAt);
    note(brands, brand, version, releasedAt);
  }
  return {
    of({ family, brand, version }) {
      if (version === undefined) return undefined;
      return nearest(families.get(family), version) ?? nearest(brands.get(brand), version);
    },
  };
}

function note(
  groups: Map<string, Releases>,
  name: string,
  version: number,
  releasedAt: number,
): void {
  const releases = groups.get(name) ?? new Map<number, number>();
  groups.set(name, releases);
  releases.set(version, Math.max(releases.get(version) ?? 0, releasedAt));
}

function nearest(releases: Releases | undefined, version: number): number | undefined {
  if (!releases) return undefined;
  const versions = [...releases.keys()];
  if (version > Math.max(...versions)) return Number.POSITIVE_INFINITY;
  const below = versions.filter((one) => one <= version);
  return below.length > 0 ? releases.get(Math.max(...below)) : undefined;
}
