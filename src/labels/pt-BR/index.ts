import { figureLabels } from "../figureLabels.js";
import type { LabelSet } from "../labelSet.js";
import { content } from "./content.js";
import { conversation } from "./conversation.js";
import { faults } from "./faults.js";
import { formats } from "./formats.js";
import { picker } from "./picker.js";

/** Portuguese, as it is written in Brazil. */
export const portuguese: LabelSet = {
  ...figureLabels(formats),
  ...conversation,
  ...content,
  ...picker,
  ...faults,
};
