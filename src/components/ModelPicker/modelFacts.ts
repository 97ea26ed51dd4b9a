import type { ModelInfo } from "../../client/types.js";
import { modelTitle } from "../Chat/ModelMark.js";
import type { ModelPickerLabels } from "./pickerLabels.js";

/** A model's name for people: its own, else its id without the provider. */
export function nameOf({ name, id }: ModelInfo): string {
  return name ?? modelTitle(id) ?? id;
}

/** What is known of a model in one line: its date, its context, its price. What is not known is left out. */
export function factsOf(model: ModelInfo, labels: ModelPickerLabels): string {
  const { createdAt, contextTokens, price } = model;
  const facts = [
    createdAt === undefined ? undefined : labels.modelReleased(createdAt),
    contextTokens === undefined ? undefined : labels.modelContext(contextTokens),
    price && labels.modelPrice(price.input, price.output),
  ];
  const known = facts.filter((fact) => fact !== undefined);
  // Without facts the id still tells two models of one name apart.
  return known.length > 0 ? known.join(" · ") : model.id;
}
