export { useAttachments, type Attachment, type UseAttachmentsResult } from "./useAttachments.js";
export { maxImageBytes, maxImageSide, type AttachmentRefusal } from "./readAttachment.js";
export { useChat, type ModelProp, type UseChatOptions, type UseChatResult } from "./useChat.js";
export { useChatState, useMessage } from "./useMessage.js";
export { useChatUsage, type ChatUsage } from "./useChatUsage.js";
export {
  useContextUsage,
  type ContextUsage,
  type UseContextUsageOptions,
} from "./useContextUsage.js";
export { useModelFacts, type ModelFacts, type UseModelFactsOptions } from "./useModelFacts.js";
export { usePreflight, type UsePreflightResult } from "./usePreflight.js";
export { useModels, type UseModelsOptions, type UseModelsResult } from "./useModels.js";
export { isBusy, type ChatState, type ChatStatus, type Run } from "../store/chatState.js";
export { createChatStore } from "../store/chatStore.js";
export type {
  ChatStore,
  ChatStoreOptions,
  FinishEvent,
  OutgoingMessage,
} from "../store/chatStore.js";
export type { AppendLog, AppendLogReader } from "../store/appendLog.js";
export type { Backend, ModelLabel } from "../store/openAnswer.js";
export type { RunningPart, StoredMessage, StoredPart } from "../store/storedMessage.js";
