import type { ConfigNumber } from "../../client/limits/configRanges.js";
import type { ToolState } from "../../client/messages.js";
import type { TokenParts } from "../../client/requestWeight.js";
import type { AnswerFact } from "../../components/Chat/answerLabels.js";
import { excerptOf } from "../../components/Chat/excerptOf.js";
import type { ThreadDay } from "../../components/ThreadList/threadDays.js";
import type { ConversationLabels } from "../families.js";
import { formats } from "./formats.js";

const { number, percent, dollars, duration } = formats;

const tokens = (count: number): string => `${number(count)} トークン`;

const cost = (value: number | undefined): string =>
  value === undefined ? "料金不明" : dollars(value);

const contextParts: Readonly<Record<keyof TokenParts, string>> = {
  system: "システムメッセージ",
  history: "会話",
  images: "画像",
  draft: "このメッセージ",
  tools: "ツール",
};

const toolStates: Readonly<Record<ToolState, string>> = {
  "input-streaming": "準備中",
  "input-available": "実行中",
  "approval-requested": "許可待ち",
  "approval-responded": "回答済み",
  "output-available": "完了",
  "output-error": "失敗",
  "output-denied": "拒否",
};

const settings: Readonly<Record<ConfigNumber, readonly [name: string, hint: string]>> = {
  maxTokens: ["最大トークン数", "回答の最大の長さです。"],
  temperature: ["温度", "高いほど意外性のある回答になります。"],
  topP: ["トップ P", "この割合までの確率が高い語だけを使います。"],
  topK: ["トップ K", "確率が高い語をこの数だけ使います。"],
  frequencyPenalty: ["頻度ペナルティ", "同じ語の繰り返しを抑えます。"],
  presencePenalty: ["存在ペナルティ", "新しい話題を促します。"],
};

const answerFacts: Readonly<Record<AnswerFact, string>> = {
  model: "回答したモデル",
  inputTokens: "入力トークン",
  cachedInputTokens: "… キャッシュから",
  outputTokens: "出力トークン",
  reasoningTokens: "… 思考に使用",
  totalTokens: "トークン",
  cost: "料金",
  firstToken: "最初の文字まで",
  duration: "所要時間",
};

const days: Readonly<Record<ThreadDay, string>> = {
  today: "今日",
  yesterday: "昨日",
  week: "過去 7 日間",
  earlier: "それ以前",
};

/** The words around messages. */
export const conversation: ConversationLabels = {
  title: "チャット",
  messages: "メッセージ",
  emptyTitle: "何をお手伝いしましょうか？",
  emptyText: "質問を入力するか、画像を添付してください。",
  you: "あなた",
  assistant: "アシスタント",
  messageName: (author, position) => `${author}、メッセージ ${number(position)}`,
  placeholder: "メッセージを入力…",
  input: "メッセージ",
  regenerate: "再生成",
  deleteMessage: "メッセージを削除",
  stopped: "停止しました",
  cutOff: "途切れました",
  lengthLimit: "長さの上限に達しました",
  fellBack: (model, message, answeredBy) =>
    `最初に ${model} に問い合わせ${answeredBy ? `、${answeredBy} が回答しました` : "ました"}。${message}`,
  continue: "続ける",
  retrying: (attempt, seconds) =>
    `まだ回答がありません。${duration(seconds * 1000)}後に再試行します（${number(attempt + 1)} 回目）。`,
  jumpToLatest: "最新へ移動",
  announceAnswering: "アシスタントが回答しています。",
  announceStopped: "停止しました。",
  tokens,
  cost,
  fileRemoved: "［ファイルを削除しました］",
  context: "コンテキスト",
  contextDetails: "コンテキストの内訳",
  contextUsed: ({ tokens: count, limit, share, isMeasured }) => {
    const used = isMeasured ? "" : "約 ";
    if (limit === undefined || share === undefined) return `${used}${tokens(count)}`;
    return `${used}${number(count)} / ${tokens(limit)}（${percent(share)}）`;
  },
  contextPart: (part) => contextParts[part],
  chatUsage: ({ tokens: count, cost: spent, isWhole }) =>
    `これまでの使用量: ${tokens(count)}、${cost(spent)}${spent !== undefined && !isWhole ? " 以上" : ""}`,
  brokenMessage: "このメッセージを表示できませんでした。",
  prompts: "プロンプト",
  placeholderWithPrompts: "メッセージを入力… / でプロンプト",
  promptForm: "プロンプトの入力",
  usePrompt: "プロンプトを使用",
  cancel: "キャンセル",
  suggestions: "候補",
  editing: "メッセージを編集中",
  cancelEditing: "編集をキャンセル",
  toolName: (tool) => `ツール ${tool}`,
  toolState: (call) =>
    call.state === "output-available" && call.preliminary ? "実行中" : toolStates[call.state],
  toolInput: "引数",
  toolOutput: "結果",
  toolQuestion: (tool) => `${tool} の呼び出しを許可しますか？`,
  allowTool: "許可",
  alwaysAllowTool: "このチャットでは常に許可",
  denyTool: "拒否",
  configuration: "パラメーター",
  resetConfiguration: "リセット",
  configName: (name) => settings[name][0],
  configDefault: "既定",
  configHint: (name, range) => {
    const [, hint] = settings[name];
    if (!range) return hint;
    const { min, max } = range;
    return max === undefined
      ? `${hint}${number(min)} 以上。`
      : `${hint}${number(min)}～${number(max)}。`;
  },
  configRefused: (model) =>
    `${model === undefined ? "このモデル" : `${model} `}では使用できません。`,
  unread: (count) => `新しい回答 ${number(count)} 件`,
  loadingChat: "チャットを読み込み中…",

  send: "送信",
  stop: "停止",
  sendWhileBusy: (whileBusy) => (whileBusy === "interrupt" ? "停止して送信" : "次に送信"),
  sendKey: (sendOn, isApple) => (sendOn === "enter" ? "Enter" : isApple ? "⌘ Enter" : "Ctrl+Enter"),
  queued: "待機中のメッセージ",
  queuedFiles: (count) => `${number(count)} 個のファイル`,
  editQueued: (message) => `「${excerptOf(message)}」を編集`,
  sendQueuedNow: (message) => `「${excerptOf(message)}」を今すぐ送信`,
  removeQueued: (message) => `「${excerptOf(message)}」を削除`,
  announceQueued: "回答が終わるまでメッセージは待機します。",

  regenerateWith: "別のモデルで再生成",
  useOtherModel: "別のモデルを使う",
  editMessage: "メッセージを編集",
  versions: "バージョン",
  previousVersion: "前のバージョン",
  nextVersion: "次のバージョン",
  versionShown: (position, count) => `バージョン ${number(position)} / ${number(count)}`,
  answerDetails: "この回答の詳細",
  answerFact: (fact) => answerFacts[fact],
  comparison: "回答の比較",
  announceCompared: (count) => `${number(count)} 件の回答が届きました。`,
  useAnswer: "この回答を使用",

  threads: "チャット一覧",
  newChat: "新しいチャット",
  searchThreads: "チャットを検索",
  noThreads: "チャットはまだありません。",
  noThreadFound: "その名前のチャットはありません。",
  loadingThreads: "チャットを読み込み中…",
  searchingThreads: "チャットを検索中…",
  untitled: "無題",
  threadDay: (day) => days[day],
  renameThread: (title) => `「${title}」の名前を変更`,
  deleteThread: (title) => `「${title}」を削除`,
  threadTitle: "チャットの名前",
  threadDeleted: (title) => `「${title}」を削除しました。`,
  undo: "元に戻す",
  dismiss: "閉じる",

  panel: "チャットパネル",
  openChat: (waiting) =>
    waiting > 0 ? `チャットを開く、新着 ${number(waiting)} 件` : "チャットを開く",
  closeChat: "チャットを閉じる",
};
