import type { ModelRow } from "../../../src/client/catalog/arrange.js";

/** A row as a person would read it: name, day, how many versions stand behind it, and its marks. */
export function describeRow({
  model,
  variants,
  isLatestAlias,
  isNew,
  isRetired,
}: ModelRow): string {
  const day = model.createdAt && new Date(model.createdAt).toISOString().slice(0, 10);
  const marks = [
    variants.length > 0 && `+${variants.length}`,
    isLatestAlias && "latest",
    isNew && "new",
    isRetired && "retired",
    model.preview && "preview",
    model.responsesOnly && "Responses",
  ];
  const id = model.id.slice(model.id.indexOf("/") + 1);
  return [id, day ?? "–", ...marks.filter(Boolean)].join(" · ");
}
