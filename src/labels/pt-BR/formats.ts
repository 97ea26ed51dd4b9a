import { createFormats, type Formats } from "../formats.js";

/** Figures in Portuguese. */
export const formats: Formats<"one" | "other"> = createFormats("pt-BR");
