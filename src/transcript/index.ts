/**
 * Conversations in and out: as Markdown to read, as JSON to keep, and in the forms of others. No React, and but for a
 * download no page.
 */
export type { AnyConversation } from "./anyConversation.js";
export {
  downloadConversation,
  readConversationFile,
  type DownloadOptions,
} from "./conversationFile.js";
export { fromAssistantUI } from "./assistantUI.js";
export { fromOpenAI } from "./fromOpenAI.js";
export { fromJSON, toJSON } from "./json.js";
export { fromMarkdown, toMarkdown } from "./markdown.js";
export { toOpenAI, type OpenAIMessage } from "./toOpenAI.js";
