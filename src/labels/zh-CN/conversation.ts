import type { ConfigNumber } from "../../client/limits/configRanges.js";
import type { ToolState } from "../../client/messages.js";
import type { TokenParts } from "../../client/requestWeight.js";
import type { AnswerFact } from "../../components/Chat/answerLabels.js";
import { excerptOf } from "../../components/Chat/excerptOf.js";
import type { ThreadDay } from "../../components/ThreadList/threadDays.js";
import type { ConversationLabels } from "../families.js";
import { formats } from "./formats.js";

const { number, percent, dollars, duration } = formats;

const tokens = (count: number): string => `${number(count)} 个词元`;

const cost = (value: number | undefined): string =>
  value === undefined ? "费用未知" : dollars(value);

const contextParts: Readonly<Record<keyof TokenParts, string>> = {
  system: "系统消息",
  history: "对话",
  images: "图片",
  draft: "当前消息",
  tools: "工具",
};

const toolStates: Readonly<Record<ToolState, string>> = {
  "input-streaming": "准备中",
  "input-available": "运行中",
  "approval-requested": "等待批准",
  "approval-responded": "已答复",
  "output-available": "已完成",
  "output-error": "失败",
  "output-denied": "已拒绝",
};

const settings: Readonly<Record<ConfigNumber, readonly [name: string, hint: string]>> = {
  maxTokens: ["最大词元数", "回答的最大长度。"],
  temperature: ["温度", "数值越高，回答越出人意料。"],
  topP: ["Top P", "只取概率最高、累计到此比例的词。"],
  topK: ["Top K", "只取概率最高的这么多个词。"],
  frequencyPenalty: ["频率惩罚", "减少重复用词。"],
  presencePenalty: ["存在惩罚", "鼓励谈论新话题。"],
};

const answerFacts: Readonly<Record<AnswerFact, string>> = {
  model: "回答模型",
  inputTokens: "输入词元",
  cachedInputTokens: "… 来自缓存",
  outputTokens: "输出词元",
  reasoningTokens: "… 用于思考",
  totalTokens: "词元",
  cost: "费用",
  firstToken: "首字用时",
  duration: "总用时",
};

const days: Readonly<Record<ThreadDay, string>> = {
  today: "今天",
  yesterday: "昨天",
  week: "过去 7 天",
  earlier: "更早",
};

/** The words around messages. */
export const conversation: ConversationLabels = {
  title: "聊天",
  messages: "消息",
  emptyTitle: "有什么可以帮忙的？",
  emptyText: "提个问题，或添加一张图片。",
  you: "你",
  assistant: "助手",
  messageName: (author, position) => `${author}，第 ${number(position)} 条消息`,
  placeholder: "输入消息…",
  input: "消息",
  regenerate: "重新生成",
  deleteMessage: "删除消息",
  stopped: "已停止",
  cutOff: "已中断",
  lengthLimit: "已达到长度上限",
  fellBack: (model, message, answeredBy) =>
    `最先询问的是 ${model}${answeredBy ? `，由 ${answeredBy} 作答` : ""}。${message}`,
  continue: "继续",
  retrying: (attempt, seconds) =>
    `尚无回答，${duration(seconds * 1000)}后重试（第 ${number(attempt + 1)} 次）。`,
  jumpToLatest: "跳到最新消息",
  announceAnswering: "助手正在回答。",
  announceStopped: "已停止。",
  tokens,
  cost,
  fileRemoved: "［文件已移除］",
  context: "上下文",
  contextDetails: "上下文占用情况",
  contextUsed: ({ tokens: count, limit, share, isMeasured }) => {
    const used = isMeasured ? "" : "约 ";
    if (limit === undefined || share === undefined) return `${used}${tokens(count)}`;
    return `${used}${number(count)} / ${tokens(limit)}（${percent(share)}）`;
  },
  contextPart: (part) => contextParts[part],
  chatUsage: ({ tokens: count, cost: spent, isWhole }) =>
    `目前已用：${tokens(count)}，${spent !== undefined && !isWhole ? "至少 " : ""}${cost(spent)}`,
  brokenMessage: "无法显示此消息。",
  prompts: "提示词",
  placeholderWithPrompts: "输入消息… 或按 / 选择提示词",
  promptForm: "填写提示词",
  usePrompt: "使用提示词",
  cancel: "取消",
  suggestions: "建议",
  editing: "正在编辑消息",
  cancelEditing: "取消编辑",
  toolName: (tool) => `工具 ${tool}`,
  toolState: (call) =>
    call.state === "output-available" && call.preliminary ? "运行中" : toolStates[call.state],
  toolInput: "参数",
  toolOutput: "结果",
  toolQuestion: (tool) => `允许调用 ${tool} 吗？`,
  allowTool: "允许",
  alwaysAllowTool: "在此聊天中始终允许",
  denyTool: "拒绝",
  configuration: "参数设置",
  resetConfiguration: "重置",
  configName: (name) => settings[name][0],
  configDefault: "默认",
  configHint: (name, range) => {
    const [, hint] = settings[name];
    if (!range) return hint;
    const { min, max } = range;
    return max === undefined
      ? `${hint}不小于 ${number(min)}。`
      : `${hint}${number(min)} 到 ${number(max)}。`;
  },
  configRefused: (model) => `${model === undefined ? "此模型" : `${model} `}不支持该参数。`,
  unread: (count) => `${number(count)} 条新回答`,
  loadingChat: "正在加载聊天…",

  send: "发送",
  stop: "停止",
  sendWhileBusy: (whileBusy) => (whileBusy === "interrupt" ? "停止并发送" : "稍后发送"),
  sendKey: (sendOn, isApple) => (sendOn === "enter" ? "Enter" : isApple ? "⌘ Enter" : "Ctrl+Enter"),
  queued: "等待中的消息",
  queuedFiles: (count) => `${number(count)} 个文件`,
  editQueued: (message) => `编辑“${excerptOf(message)}”`,
  sendQueuedNow: (message) => `立即发送“${excerptOf(message)}”`,
  removeQueued: (message) => `移除“${excerptOf(message)}”`,
  announceQueued: "消息将在回答结束后发送。",

  regenerateWith: "用其他模型重新生成",
  useOtherModel: "使用其他模型",
  editMessage: "编辑消息",
  versions: "版本",
  previousVersion: "上一版本",
  nextVersion: "下一版本",
  versionShown: (position, count) => `第 ${number(position)} 个版本，共 ${number(count)} 个`,
  answerDetails: "回答详情",
  answerFact: (fact) => answerFacts[fact],
  comparison: "并排比较回答",
  announceCompared: (count) => `已收到 ${number(count)} 个回答。`,
  useAnswer: "采用此回答",

  threads: "聊天列表",
  newChat: "新聊天",
  searchThreads: "搜索聊天",
  noThreads: "还没有聊天。",
  noThreadFound: "没有符合的聊天。",
  loadingThreads: "正在加载聊天…",
  searchingThreads: "正在搜索聊天…",
  untitled: "未命名",
  threadDay: (day) => days[day],
  renameThread: (title) => `重命名“${title}”`,
  deleteThread: (title) => `删除“${title}”`,
  threadTitle: "聊天名称",
  threadDeleted: (title) => `已删除“${title}”。`,
  undo: "撤销",
  dismiss: "关闭",

  panel: "聊天窗口",
  openChat: (waiting) => (waiting > 0 ? `打开聊天，${number(waiting)} 条新消息` : "打开聊天"),
  closeChat: "关闭聊天",
};
