import { createFormats, type Formats } from "../formats.js";

/** Figures in Japanese. */
export const formats: Formats<"other"> = createFormats<"other">("ja");
