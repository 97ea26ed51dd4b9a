import { createFormats, type Formats } from "../formats.js";

/** Figures in German. */
export const formats: Formats<"one" | "other"> = createFormats("de");
