/** What a conversation needs that is more than text, on its way there and back: loaded for the first such one. */
export { createChatDeltas } from "./openaiChatDeltas.js";
export { toWireMessages } from "./openaiChatMessages.js";
export { toolFields } from "./openaiChatTools.js";
