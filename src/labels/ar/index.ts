import { figureLabels } from "../figureLabels.js";
import type { LabelSet } from "../labelSet.js";
import { content } from "./content.js";
import { conversation } from "./conversation.js";
import { faults } from "./faults.js";
import { formats } from "./formats.js";
import { picker } from "./picker.js";

/** Modern Standard Arabic, to be used with `dir="rtl"`. Digits are the Western ones, as in names of models. */
export const arabic: LabelSet = {
  ...figureLabels(formats),
  ...conversation,
  ...content,
  ...picker,
  ...faults,
};
