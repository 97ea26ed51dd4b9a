import { figureLabels } from "../figureLabels.js";
import type { LabelSet } from "../labelSet.js";
import { content } from "./content.js";
import { conversation } from "./conversation.js";
import { faults } from "./faults.js";
import { formats } from "./formats.js";
import { picker } from "./picker.js";

/** Spanish, in words that Latin America shares. Figures are written as there. */
export const spanish: LabelSet = {
  ...figureLabels(formats),
  ...conversation,
  ...content,
  ...picker,
  ...faults,
};
