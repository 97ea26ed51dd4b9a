import { createFormats, type Formats } from "../formats.js";

/** Figures in Modern Standard Arabic. */
export const formats: Formats<Intl.LDMLPluralRule> =
  createFormats<Intl.LDMLPluralRule>("ar-u-nu-latn");
