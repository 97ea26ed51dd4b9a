/** What every set of labels is made of, for those who write one for another language. */
export { createFormats, type Figures, type Formats, type PluralForms } from "./formats.js";
export { figureLabels, type FigureLabels } from "./figureLabels.js";
export type { LabelSet } from "./labelSet.js";
