import type { ConfigNumber, ConfigRange } from "../client/limits/configRanges.js";
import type { DynamicToolPart, ToolPart, ToolState, AnswerWarning } from "../client/messages.js";
import type { PreflightFacts, RemedyId } from "../client/preflight.js";
import { preflightMessage } from "../client/preflightMessage.js";
import type { TokenParts } from "../client/requestWeight.js";
import { englishAttachmentLabels, type AttachmentLabels } from "./attachmentLabels.js";
import { englishAnswerLabels, type AnswerLabels } from "./Chat/answerLabels.js";
import { englishComposerLabels, type ComposerLabels } from "./Chat/composerLabels.js";
import { englishLightboxLabels, type LightboxLabels } from "./Lightbox/lightboxLabels.js";
import { englishMarkdownLabels, type MarkdownLabels } from "./Markdown/markdownLabels.js";
import { englishPickerLabels, type ModelPickerLabels } from "./ModelPicker/pickerLabels.js";
import { englishPartLabels, type PartLabels } from "./parts/partLabels.js";
import { englishThreadLabels, type ThreadListLabels } from "./ThreadList/threadLabels.js";
import type { ChatUsage } from "../hooks/useChatUsage.js";
import type { ContextUsage } from "../hooks/useContextUsage.js";

/** Every visible or spoken string. Numbers come in raw; formatting them is the label's part. */
export interface ChatLabels
  extends
    AnswerLabels,
    AttachmentLabels,
    ComposerLabels,
    LightboxLabels,
    MarkdownLabels,
    ModelPickerLabels,
    PartLabels,
    ThreadListLabels {
  /** The chat's title and accessible name. */
  title: string;
  messages: string;
  emptyTitle: string;
  emptyText: string;
  you: string;
  assistant: string;
  /** The accessible name of a message; `position` counts from 1. */
  messageName: (author: string, position: number) => string;
  placeholder: string;
  input: string;
  regenerate: string;
  deleteMessage: string;
  stopped: string;
  cutOff: string;
  lengthLimit: string;
  /** Who was asked first and why that did not answer. `answeredBy` is `undefined` for a model without a name. */
  fellBack: (model: string, message: string, answeredBy: string | undefined) => string;
  /** What was changed to get an answer. */
  warning: (warning: AnswerWarning) => string;
  continue: string;
  retrying: (attempt: number, seconds: number) => string;
  jumpToLatest: string;
  announceAnswering: string;
  announceStopped: string;
  /** A figure that stands by itself. */
  number: (value: number) => string;
  tokens: (count: number) => string;
  seconds: (value: number) => string;
  /** `dollars` is `undefined` where the price is not known. */
  cost: (dollars: number | undefined) => string;
  /** What speaks against sending; the first sentence stands out. */
  preflight: (facts: PreflightFacts) => string;
  /** What a button does about it, to so many files. */
  remedy: (remedy: RemedyId, files: number) => string;
  /** What stands in a message whose only file was removed. Models read it too. */
  fileRemoved: string;
  /** The name of the meter that says how full the model's context is. */
  context: string;
  contextDetails: string;
  contextUsed: (usage: ContextUsage) => string;
  contextPart: (part: keyof TokenParts) => string;
  /** What the chat has used so far. */
  chatUsage: (usage: ChatUsage) => string;
  brokenMessage: string;
  /** The button and the list of prompts. */
  prompts: string;
  placeholderWithPrompts: string;
  /** The name of the fields of a prompt with variables. */
  promptForm: string;
  usePrompt: string;
  cancel: string;
  suggestions: string;
  /** Said while a message is written anew. */
  editing: string;
  cancelEditing: string;
  /** The accessible name of a call. */
  toolName: (tool: string) => string;
  /** How a call stands. */
  toolState: (call: ToolPart | DynamicToolPart) => string;
  toolInput: string;
  toolOutput: string;
  /** What is asked before a tool that needs permission. */
  toolQuestion: (tool: string) => string;
  allowTool: string;
  /** Allows it from now on in this chat. */
  alwaysAllowTool: string;
  denyTool: string;
  /** The parameters of a request. */
  configuration: string;
  resetConfiguration: string;
  configName: (name: ConfigNumber) => string;
  /** What stands in an empty field: the provider decides. */
  configDefault: string;
  /** What a parameter does and may be. `range` is `undefined` while it is not known. */
  configHint: (name: ConfigNumber, range: ConfigRange | undefined) => string;
  /** Why a parameter cannot be set. */
  configRefused: (model: string | undefined) => string;
  /** How many answers came while their reader was elsewhere in the conversation. */
  unread: (count: number) => string;
  /** While what is kept of the conversation is read. */
  loadingChat: string;
}

const remedies: Readonly<Record<RemedyId, readonly [one: string, many: string]>> = {
  choose_model: ["Choose a model", "Choose a model"],
  remove_images: ["Remove image", "Remove images"],
  remove_files: ["Remove file", "Remove files"],
  shrink_images: ["Make it smaller", "Make them smaller"],
  drop_oldest_turns: ["Drop oldest turns", "Drop oldest turns"],
};

const contextParts: Readonly<Record<keyof TokenParts, string>> = {
  system: "System message",
  history: "Conversation",
  images: "Images",
  draft: "This message",
  tools: "Tools",
};

function costInEnglish(dollars: number | undefined): string {
  if (dollars === undefined) return "cost unknown";
  if (dollars > 0 && dollars < 0.001) return "<$0.001";
  return `$${dollars.toFixed(dollars > 0 && dollars < 1 ? 3 : 2)}`;
}

function contextInEnglish({ tokens, limit, share, isMeasured }: ContextUsage): string {
  const used = `${isMeasured ? "" : "≈ "}${tokens.toLocaleString("en")}`;
  if (limit === undefined || share === undefined) return `${used} tokens`;
  return `${used} of ${limit.toLocaleString("en")} tokens (${percentOf(share)} %)`;
}

function percentOf(share: number): string {
  return share > 0 && share < 0.01 ? "<1" : `${Math.floor(share * 100)}`;
}

function chatUsageInEnglish({ tokens, cost, isWhole }: ChatUsage): string {
  const atLeast = cost !== undefined && !isWhole ? "at least " : "";
  return `Used so far: ${tokens.toLocaleString("en")} tokens, ${atLeast}${costInEnglish(cost)}`;
}

const toolStates: Readonly<Record<ToolState, string>> = {
  "input-streaming": "Preparing",
  "input-available": "Running",
  "approval-requested": "Waits for you",
  "approval-responded": "Answered",
  "output-available": "Done",
  "output-error": "Failed",
  "output-denied": "Denied",
};

const configNames: Readonly<Record<ConfigNumber, readonly [name: string, hint: string]>> = {
  maxTokens: ["Max tokens", "The longest answer."],
  temperature: ["Temperature", "Higher is more surprising."],
  topP: ["Top P", "Only the likeliest words, up to this share."],
  topK: ["Top K", "Only so many of the likeliest words."],
  frequencyPenalty: ["Frequency penalty", "Against repeating the same words."],
  presencePenalty: ["Presence penalty", "In favour of new subjects."],
};

function rangeInEnglish(range: ConfigRange | undefined): string {
  if (!range) return "";
  const { min, max } = range;
  const write = (value: number): string => value.toLocaleString("en").replace("-", "−");
  return max === undefined ? `${write(min)} or more.` : `${write(min)} to ${write(max)}.`;
}

/** English, the default. */
export const englishLabels: ChatLabels = {
  ...englishAttachmentLabels,
  ...englishPickerLabels,
  ...englishMarkdownLabels,
  ...englishComposerLabels,
  ...englishThreadLabels,
  ...englishAnswerLabels,
  ...englishPartLabels,
  ...englishLightboxLabels,
  title: "Chat",
  messages: "Messages",
  emptyTitle: "How can I help?",
  emptyText: "Ask a question, or attach an image.",
  you: "You",
  assistant: "Assistant",
  messageName: (author, position) => `${author}, message ${position}`,
  placeholder: "Message…",
  input: "Message",
  regenerate: "Answer again",
  deleteMessage: "Delete message",
  stopped: "Stopped",
  cutOff: "Broken off",
  lengthLimit: "Reached the length limit",
  fellBack: (model, message, answeredBy) =>
    `${model} was asked first${answeredBy ? `, ${answeredBy} answered` : ""}. ${message}`,
  warning: (warning) => warning.message,
  continue: "Continue",
  retrying: (attempt, seconds) =>
    `No answer yet. Trying again in ${seconds} s (attempt ${attempt + 1}).`,
  jumpToLatest: "Jump to latest",
  announceAnswering: "The assistant is answering.",
  announceStopped: "Stopped.",
  number: (value) => value.toLocaleString("en"),
  tokens: (count) => `${count.toLocaleString("en")} tokens`,
  seconds: (value) => `${value.toFixed(1)} s`,
  cost: costInEnglish,
  preflight: preflightMessage,
  remedy: (remedy, files) => remedies[remedy][files > 1 ? 1 : 0],
  fileRemoved: "[file removed]",
  context: "Context",
  contextDetails: "What fills the context",
  contextUsed: contextInEnglish,
  contextPart: (part) => contextParts[part],
  chatUsage: chatUsageInEnglish,
  brokenMessage: "This message could not be shown.",
  prompts: "Prompts",
  placeholderWithPrompts: "Message… or / for prompts",
  promptForm: "Fill in the prompt",
  usePrompt: "Use prompt",
  cancel: "Cancel",
  suggestions: "Suggestions",
  editing: "Editing a message",
  cancelEditing: "Cancel editing",
  toolName: (tool) => `Tool ${tool}`,
  toolState: (call) =>
    call.state === "output-available" && call.preliminary ? "Running" : toolStates[call.state],
  toolInput: "Arguments",
  toolOutput: "Result",
  toolQuestion: (tool) => `May ${tool} be called?`,
  allowTool: "Allow",
  alwaysAllowTool: "Always in this chat",
  denyTool: "Deny",
  configuration: "Parameters",
  resetConfiguration: "Reset",
  configName: (name) => configNames[name][0],
  configDefault: "Default",
  configHint: (name, range) =>
    [configNames[name][1], rangeInEnglish(range)].filter(Boolean).join(" "),
  configRefused: (model) => `${model ?? "This model"} does not take it.`,
  unread: (count) => (count === 1 ? "1 new answer" : `${count} new answers`),
  loadingChat: "Loading this chat…",
};
