import { createFormats, type Formats } from "../formats.js";

/** Figures in French. */
export const formats: Formats<"one" | "other"> = createFormats("fr");
