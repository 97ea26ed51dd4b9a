/**
 * What models and providers take, as tables that anybody can correct: one file a protocol in `limits/`, each with rows of
 * the same form. Only what every chat needs is here; the rest loads with its protocol.
 */
export { imageRules, readSidePx, type ImageRules } from "./limits/images.js";
export { parameterRules } from "./limits/openaiChat.js";
export type { ParameterRules } from "./limits/parameters.js";
