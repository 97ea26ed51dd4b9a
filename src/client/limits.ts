/**
 * What models and providers take, as tables that anybody can correct: one file a protocol in `limits/`, each with rows of
 * the same form. Only what every chat needs is here; the rest loads with its protocol.
 */
export { imageRules, type ImageRules } from "./limits/images.js";
export { parameterRules, type ParameterRules } from "./limits/openaiChat.js";
