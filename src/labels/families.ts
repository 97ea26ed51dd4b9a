import type { AttachmentLabels } from "../components/attachmentLabels.js";
import type { LightboxLabels } from "../components/Lightbox/lightboxLabels.js";
import type { MarkdownLabels } from "../components/Markdown/markdownLabels.js";
import type { ModelPickerLabels } from "../components/ModelPicker/pickerLabels.js";
import type { PartLabels } from "../components/parts/partLabels.js";
import type { FigureLabels } from "./figureLabels.js";
import type { LabelSet } from "./labelSet.js";

/** What went wrong, or would: sentences made out of a code and facts. */
export type FaultLabels = Pick<
  LabelSet,
  "attachmentRefused" | "error" | "historyFault" | "preflight" | "remedy" | "warning"
>;

type Elsewhere = keyof FaultLabels | keyof FigureLabels;

/** The words of what is attached and of what messages hold. */
export type ContentLabels = Omit<
  AttachmentLabels & LightboxLabels & MarkdownLabels & PartLabels,
  Elsewhere
>;

/** The words of the picker. */
export type PickerLabels = Omit<ModelPickerLabels, Elsewhere>;

/** The words of the chat around them. */
export type ConversationLabels = Omit<
  LabelSet,
  Elsewhere | keyof ContentLabels | keyof PickerLabels
>;
