export * from "./client/index.js";
export * from "./hooks/index.js";
export { AttachButton } from "./components/Chat/AttachButton.js";
export { AttachmentTray } from "./components/Chat/AttachmentTray.js";
export { Chat, type ChatComponent, type ChatProps } from "./components/Chat/Chat.js";
export type { ChatAction } from "./components/Chat/chatAction.js";
export {
  useChatContext,
  useDraftContext,
  type ChatComponents,
  type ChatContextValue,
  type DraftContextValue,
  type ModelChoice,
} from "./components/Chat/ChatContext.js";
export type { ChatHandle, ChatOwnProps, ChatRootProps } from "./components/Chat/chatProps.js";
export type { ComposerProps } from "./components/Chat/Composer.js";
export { QueuedMessages, type QueuedMessagesProps } from "./components/Chat/QueuedMessages.js";
export type { SendKey } from "./components/Chat/sendKey.js";
export { ContextMeter, type ContextMeterProps } from "./components/Chat/ContextMeter.js";
export type { MessageProps } from "./components/Chat/Message.js";
export type { MessageListProps } from "./components/Chat/MessageList.js";
export { PreflightNotice, type PreflightNoticeProps } from "./components/Chat/PreflightNotice.js";
export type { Remedies } from "./components/Chat/useRemedies.js";
export { SendButton, type SendButtonProps } from "./components/Chat/SendButton.js";
export { ChatLauncher, type ChatLauncherProps } from "./components/ChatLauncher/ChatLauncher.js";
export {
  englishLauncherLabels,
  type ChatLauncherLabels,
} from "./components/ChatLauncher/launcherLabels.js";
export type { AttachedImageFacts, AttachmentLabels } from "./components/attachmentLabels.js";
export type { ErrorFacts } from "./components/errorFacts.js";
export { englishLabels, type ChatLabels } from "./components/labels.js";
export { createMarkdownSource } from "./components/Markdown/createMarkdownSource.js";
export { Markdown, type MarkdownProps } from "./components/Markdown/Markdown.js";
export type {
  MarkdownCodeProps,
  MarkdownComponents,
  MarkdownFormulaProps,
} from "./components/Markdown/markdownComponents.js";
export type { MarkdownLabels } from "./components/Markdown/markdownLabels.js";
export { ModelPicker, type ModelPickerProps } from "./components/ModelPicker/ModelPicker.js";
export {
  englishPickerLabels,
  type ModelPickerLabels,
} from "./components/ModelPicker/pickerLabels.js";
export { ThreadList, type ThreadListProps } from "./components/ThreadList/ThreadList.js";
export type { ThreadDay } from "./components/ThreadList/threadDays.js";
export {
  englishThreadLabels,
  type ThreadListLabels,
} from "./components/ThreadList/threadLabels.js";
export type { LightboxProps } from "./components/Lightbox/Lightbox.js";
export type { LightboxLabels } from "./components/Lightbox/lightboxLabels.js";
export type { PartLabels } from "./components/parts/partLabels.js";
export type {
  DataPartProps,
  FilePartProps,
  ReasoningPartProps,
  SourcesProps,
  TextPartProps,
  ToolPartProps,
} from "./components/parts/partProps.js";
