import { regionOf } from "./parseModelId.js";
import { byNewest, compareText, type RankedModel } from "./rankedModel.js";

/** A model and the other versions of it, newest first. */
export interface FoldedModel {
  head: RankedModel;
  variants: RankedModel[];
}

/** Puts snapshots, regions and previews behind the model they are versions of. `apart` are rows of their own. */
export function foldModels(
  models: readonly RankedModel[],
  apart: ReadonlySet<RankedModel>,
): FoldedModel[] {
  const groups = new Map<string | RankedModel, RankedModel[]>();
  for (const model of models) {
    const place = apart.has(model) ? model : model.key;
    const group = groups.get(place);
    if (group) group.push(model);
    else groups.set(place, [model]);
  }
  return [...groups.values()].map((group) => {
    const [head, ...rest] = group.toSorted(compareHeads);
    return {
      head: head!,
      variants: rest.toSorted((a, b) => byNewest(a, b) || compareHeads(a, b)),
    };
  });
}

/** Who speaks for the others: one that answers, is stable, has the plain name, runs anywhere and is the newest. */
function compareHeads(a: RankedModel, b: RankedModel): number {
  return (
    Number(a.isRetired) - Number(b.isRetired) ||
    Number(a.preview) - Number(b.preview) ||
    // Alias, latest, snapshot: they are in the order of the alphabet.
    compareText(a.parsed.kind, b.parsed.kind) ||
    regionRank(a) - regionRank(b) ||
    byNewest(a, b) ||
    // Of days without a year the later comes later in the alphabet.
    compareText(b.model.id, a.model.id)
  );
}

function regionRank({ model }: RankedModel): number {
  const id = model.id.slice(model.id.lastIndexOf("/") + 1);
  const region = regionOf(id);
  if (region === "global") return 0;
  return region === undefined ? 1 : 2;
}
