import { createFormats, type Formats } from "../formats.js";

/** Figures in Spanish. */
export const formats: Formats<"one" | "other"> = createFormats("es-419");
