import type { ModelInfo } from "../types.js";
import { bareModelId, baseKey } from "./modelKey.js";
import { modelTier } from "./modelTier.js";
import { type ModelVersion, modelVersion } from "./modelVersion.js";
import { type ParsedModelId, parseModelId } from "./parseModelId.js";
import { createReleaseEstimate } from "./releaseEstimate.js";

/** A model with everything its place in a list depends on. */
export interface RankedModel {
  readonly model: ModelInfo;
  readonly parsed: ParsedModelId;
  /** The same for all versions of one model. */
  readonly key: string;
  readonly version: ModelVersion;
  /** 0 for the largest of a family, 3 for the smallest. */
  readonly tier: number;
  readonly preview: boolean;
  /** In milliseconds since 1970-01-01 UTC, known or guessed; `Infinity` for one newer than everything known. */
  readonly releasedAt: number | undefined;
  readonly isRetired: boolean;
}

/** Works out the rank of models of one provider, which they have only among each other. */
export function rankModels(models: readonly ModelInfo[], now: number): RankedModel[] {
  const read = models.map((model) => {
    const parsed = parseModelId(bareModelId(model.id, model.provider));
    return {
      model,
      parsed,
      key: baseKey(parsed.base),
      version: modelVersion(parsed.base),
      tier: modelTier(parsed.base),
      preview: model.preview ?? parsed.preview,
      releasedAt: model.createdAt ?? parsed.date,
      isRetired: model.retiresAt !== undefined && model.retiresAt <= now,
    };
  });
  const newest = new Map<string, number>();
  const releases: (readonly [ModelVersion, number])[] = [];
  for (const { model, key, version, releasedAt } of read) {
    if (releasedAt === undefined) continue;
    newest.set(key, Math.max(newest.get(key) ?? 0, releasedAt));
    releases.push([version.version === undefined ? versionInName(model) : version, releasedAt]);
  }
  const estimate = createReleaseEstimate(releases);
  // Some snapshots are known to be of a model whose name says nothing of it.
  const keys = new Map(
    read.flatMap(({ model, key }) => (model.snapshots ?? []).map((id) => [id, key] as const)),
  );
  return read.map((one) => ({
    ...one,
    key: keys.get(bareModelId(one.model.id, one.model.provider)) ?? one.key,
    releasedAt:
      // A name that moves on, or has no date, leads to the newest of its snapshots.
      (one.parsed.kind === "latest" ? undefined : one.releasedAt) ??
      newest.get(one.key) ??
      estimate(one.version),
  }));
}

/** "Mistral Large 3" has an id without a version: `mistral-large-2512`. */
function versionInName({ name = "" }: ModelInfo): ModelVersion {
  return modelVersion(name.toLowerCase().replaceAll(" ", "-"));
}

/** Newest first, undated last; among equals the stable before the preview, then by tier, version and id. */
export function compareModels(a: RankedModel, b: RankedModel): number {
  return (
    byNewest(a, b) ||
    Number(a.preview) - Number(b.preview) ||
    a.tier - b.tier ||
    (b.version.version ?? 0) - (a.version.version ?? 0) ||
    compareText(a.model.id, b.model.id)
  );
}

/** Newest first, undated last. */
export function byNewest(a: RankedModel, b: RankedModel): number {
  // Two newer than everything known differ by NaN.
  return (b.releasedAt ?? -1) - (a.releasedAt ?? -1) || 0;
}

/** The same everywhere, whatever the language of the page. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
