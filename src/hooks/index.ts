export type {
  AllowAttachments,
  AttachmentOptions,
  UploadFile,
  UploadOptions,
} from "./attachmentRules.js";
export {
  useAttachments,
  type Attachment,
  type UseAttachmentsOptions,
  type UseAttachmentsResult,
} from "./useAttachments.js";
export type { AttachmentRefusal } from "../client/attachmentRefusal.js";
export { maxImageBytes, maxTextBytes } from "./attachmentRules.js";
export { originalOf } from "../client/originals.js";
export { useSentImages, type SentImage, type UseSentImagesOptions } from "./useSentImages.js";
export {
  useChat,
  type ModelProp,
  type UseChatMessage,
  type UseChatOptions,
  type UseChatResult,
} from "./useChat.js";
export type { ChatHistory } from "./useHistory.js";
export { useChatState, useMessage } from "./useMessage.js";
export type { GivenChat } from "./useStoreOf.js";
export { useModelPicker, type UseModelPickerOptions } from "./useModelPicker.js";
export type { Against, ChosenItem, UseModelPickerResult } from "./usePickerState.js";
export type { ProviderKeys } from "./useProviderKeys.js";
export type { PickerItem, PickerSection } from "./pickerItems.js";
export type { ModelGroup, ProviderState } from "./modelGroups.js";
export type { ModelGroups, ModelsProp } from "./useModelGroups.js";
export { useModelSelection } from "./useModelSelection.js";
export { useProviders, type UseProvidersOptions, type UseProvidersResult } from "./useProviders.js";
export { useChatUsage, type ChatUsage } from "./useChatUsage.js";
export {
  useContextUsage,
  type ContextUsage,
  type UseContextUsageOptions,
} from "./useContextUsage.js";
export { useModelFacts, type ModelFacts, type UseModelFactsOptions } from "./useModelFacts.js";
export { usePreflight, type UsePreflightResult } from "./usePreflight.js";
export {
  useThreads,
  type ListedThread,
  type UseThreadsOptions,
  type UseThreadsResult,
} from "./useThreads.js";
export { useModels, type UseModelsOptions, type UseModelsResult } from "./useModels.js";
export type { HistoryState } from "../store/keepConversation.js";
export { indexedDBHistory, type IndexedDBHistoryOptions } from "../history/indexedDBHistory.js";
export {
  localStorageHistory,
  type LocalStorageHistoryOptions,
} from "../history/localStorageHistory.js";
export { isBusy, type ChatState, type ChatStatus, type Run } from "../store/chatState.js";
export { createChatStore } from "../store/chatStore.js";
export type { ChatStore, ChatStoreOptions } from "../store/chatStore.js";
export type { FinishEvent } from "../store/finishEvent.js";
export type { BranchActions, RegenerateOptions } from "../store/branchActions.js";
export type { ComparedAnswer, Comparison } from "../store/comparison.js";
export type { ForeignChat, ForeignMessage } from "../store/foreignStore.js";
export type { WhileBusy } from "../store/messageQueue.js";
export type { OutgoingMessage } from "../store/outgoingMessage.js";
export type { ToolApproval, ToolOutput } from "../store/toolAnswer.js";
export type {
  ChatTool,
  ChatTools,
  JSONSchema,
  StandardResult,
  StandardSchema,
  ToolCallOptions,
} from "../store/tools.js";
export type { AppendLog, AppendLogReader } from "../store/appendLog.js";
export type { Backend, ModelLabel } from "../store/openAnswer.js";
export {
  thoughtMs,
  type RunningPart,
  type StoredMessage,
  type StoredPart,
} from "../store/storedMessage.js";
