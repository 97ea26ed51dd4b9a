import type { ModelInfo } from "../types.js";
import { canChat } from "./chatModels.js";
import { foldModels } from "./foldModels.js";
import { latestAliases } from "./latestAliases.js";
import { compareModels, type RankedModel, rankModels } from "./rankedModel.js";

/** One line of a model list: a model, and the versions of it that stand behind it. */
export interface ModelRow {
  readonly model: ModelInfo;
  /** Snapshots, regions and previews of the same model, newest first. */
  readonly variants: readonly ModelInfo[];
  /** A name that always means the newest model of a family. */
  readonly isLatestAlias: boolean;
  /** Released within the last 30 days, or newer than everything known. */
  readonly isNew: boolean;
  /** Answers no more. */
  readonly isRetired: boolean;
}

/** How models are arranged. */
export interface ArrangeOptions {
  /** The chosen model: it stays in the list, whatever the rules say. */
  current?: string | undefined;
  /** Milliseconds since 1970-01-01 UTC. Default: now. */
  now?: number | undefined;
}

const newMs = 30 * 24 * 60 * 60_000;

/**
 * The models of one provider, as people look for them: those that chat, snapshots folded under the model they are a version
 * of, aliases of the latest first, then the newest first, undated ones after them, retired ones last. Where a date is not
 * known it is taken from the name, else guessed by the version. The result does not depend on the order of `models`;
 * an id that comes twice counts once.
 */
export function arrangeModels(
  models: readonly ModelInfo[],
  { current, now = Date.now() }: ArrangeOptions = {},
): ModelRow[] {
  const unique = new Map(models.toReversed().map((model) => [model.id, model] as const));
  const offered = [...unique.values()].filter((model) => model.id === current || canChat(model));
  const ranked = rankModels(offered, now);
  const onTop = latestAliases(ranked);
  const bucketOf = (model: RankedModel): number => {
    if (model.isRetired) return 3;
    if (onTop.has(model)) return 0;
    return model.releasedAt === undefined ? 2 : 1;
  };
  return foldModels(ranked, onTop)
    .toSorted(({ head: a }, { head: b }) => bucketOf(a) - bucketOf(b) || compareModels(a, b))
    .map(({ head, variants }) => ({
      model: head.model,
      variants: variants.map(({ model }) => model),
      isLatestAlias: onTop.has(head),
      isNew: !head.isRetired && head.releasedAt !== undefined && head.releasedAt > now - newMs,
      isRetired: head.isRetired,
    }));
}
