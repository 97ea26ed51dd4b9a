import type { ModelInfo } from "../../client/types.js";
import { modelTitle } from "../Chat/ModelMark.js";
import type { ModelPickerLabels } from "./pickerLabels.js";

/** A model's name for people: its own, else its id without the provider. */
export function nameOf({ name, id }: ModelInfo): string {
  return name ?? modelTitle(id) ?? id;
}

/**
 * What is known of a model in one line: its date, its context, its price. What is not known is left out, and it is empty
 * where nothing is. A line can only be broken before a dot.
 */
export function factsOf(model: ModelInfo, labels: ModelPickerLabels): string {
  const { createdAt, contextTokens, price } = model;
  const facts = [
    createdAt === undefined ? undefined : labels.modelReleased(createdAt),
    contextTokens === undefined ? undefined : labels.modelContext(contextTokens),
    price && labels.modelPrice(price.input, price.output),
  ];
  return facts.flatMap((fact) => fact?.replaceAll(" ", "\u00A0") ?? []).join(" ·\u00A0");
}
