import type { ConfigNumber } from "../../client/limits/configRanges.js";
import type { ToolState } from "../../client/messages.js";
import type { TokenParts } from "../../client/requestWeight.js";
import type { AnswerFact } from "../../components/Chat/answerLabels.js";
import { excerptOf } from "../../components/Chat/excerptOf.js";
import type { ThreadDay } from "../../components/ThreadList/threadDays.js";
import type { ConversationLabels } from "../families.js";
import { formats } from "./formats.js";
import { isolate, isolateSum } from "./isolate.js";

const { number, percent, plural, dollars, duration } = formats;

const tokens = (count: number): string =>
  plural(count, {
    zero: "# رمز",
    one: "رمز واحد",
    two: "رمزان",
    few: "# رموز",
    many: "# رمزًا",
    other: "# رمز",
  });

const cost = (value: number | undefined): string =>
  value === undefined ? "التكلفة غير معروفة" : isolateSum(dollars(value));

const contextParts: Readonly<Record<keyof TokenParts, string>> = {
  system: "رسالة النظام",
  history: "المحادثة",
  images: "الصور",
  draft: "هذه الرسالة",
  tools: "الأدوات",
};

const toolStates: Readonly<Record<ToolState, string>> = {
  "input-streaming": "قيد التحضير",
  "input-available": "قيد التشغيل",
  "approval-requested": "بانتظار الإذن",
  "approval-responded": "تم الرد",
  "output-available": "اكتمل",
  "output-error": "فشل",
  "output-denied": "مرفوض",
};

const settings: Readonly<Record<ConfigNumber, readonly [name: string, hint: string]>> = {
  maxTokens: ["الحد الأقصى للرموز", "أطول إجابة ممكنة."],
  temperature: ["درجة العشوائية", "كلما زادت كانت الإجابة أقل توقعًا."],
  topP: ["أعلى احتمال تراكمي", "الكلمات الأكثر احتمالًا فقط، حتى هذه النسبة."],
  topK: ["عدد الكلمات المرشحة", "هذا العدد فقط من الكلمات الأكثر احتمالًا."],
  frequencyPenalty: ["عقوبة التكرار", "للحد من تكرار الكلمات نفسها."],
  presencePenalty: ["عقوبة الحضور", "للتشجيع على مواضيع جديدة."],
};

const answerFacts: Readonly<Record<AnswerFact, string>> = {
  model: "المجيب",
  inputTokens: "الرموز المقروءة",
  cachedInputTokens: "… من الذاكرة المؤقتة",
  outputTokens: "الرموز المكتوبة",
  reasoningTokens: "… للتفكير",
  totalTokens: "الرموز",
  cost: "التكلفة",
  firstToken: "أول كلمة بعد",
  duration: "المدة",
};

const days: Readonly<Record<ThreadDay, string>> = {
  today: "اليوم",
  yesterday: "أمس",
  week: "آخر 7 أيام",
  earlier: "أقدم",
};

/** The words around messages. */
export const conversation: ConversationLabels = {
  title: "الدردشة",
  messages: "الرسائل",
  emptyTitle: "كيف يمكنني المساعدة؟",
  emptyText: "يمكن طرح سؤال أو إرفاق صورة.",
  you: "أنت",
  assistant: "المساعد",
  messageName: (author, position) => `${isolate(author)}، الرسالة ${number(position)}`,
  placeholder: "رسالة…",
  input: "الرسالة",
  regenerate: "إعادة الإنشاء",
  deleteMessage: "حذف الرسالة",
  stopped: "توقفت",
  cutOff: "انقطعت",
  lengthLimit: "بلغت الحد الأقصى للطول",
  fellBack: (model, message, answeredBy) =>
    `سُئل ${isolate(model)} أولًا${answeredBy ? `، وأجاب ${isolate(answeredBy)}` : ""}. ${message}`,
  continue: "متابعة",
  retrying: (attempt, seconds) =>
    `لا توجد إجابة بعد. ستُعاد المحاولة بعد ${duration(seconds * 1000)} (المحاولة ${number(attempt + 1)}).`,
  jumpToLatest: "الانتقال إلى الأحدث",
  announceAnswering: "المساعد يجيب الآن.",
  announceStopped: "توقفت الإجابة.",
  tokens,
  cost,
  fileRemoved: "[أُزيل الملف]",
  context: "السياق",
  contextDetails: "ما يشغل السياق",
  contextUsed: ({ tokens: count, limit, share, isMeasured }) => {
    const used = isMeasured ? "" : "≈\u00a0";
    if (limit === undefined || share === undefined) return `${used}${tokens(count)}`;
    return `${used}${number(count)} من ${tokens(limit)} (${percent(share)})`;
  },
  contextPart: (part) => contextParts[part],
  chatUsage: ({ tokens: count, cost: spent, isWhole }) =>
    `المستخدم حتى الآن: ${tokens(count)}، ${spent !== undefined && !isWhole ? "على الأقل " : ""}${cost(spent)}`,
  brokenMessage: "تعذّر عرض هذه الرسالة.",
  prompts: "الموجّهات",
  placeholderWithPrompts: "رسالة… أو / للموجّهات",
  promptForm: "تعبئة الموجّه",
  usePrompt: "استخدام الموجّه",
  cancel: "إلغاء",
  suggestions: "اقتراحات",
  editing: "تعديل رسالة",
  cancelEditing: "إلغاء التعديل",
  toolName: (tool) => `الأداة ${isolate(tool)}`,
  toolState: (call) =>
    call.state === "output-available" && call.preliminary ? "قيد التشغيل" : toolStates[call.state],
  toolInput: "المعطيات",
  toolOutput: "النتيجة",
  toolQuestion: (tool) => `هل يُسمح باستدعاء ${isolate(tool)}؟`,
  allowTool: "السماح",
  alwaysAllowTool: "السماح دائمًا في هذه الدردشة",
  denyTool: "رفض",
  configuration: "المعلمات",
  resetConfiguration: "إعادة الضبط",
  configName: (name) => settings[name][0],
  configDefault: "الافتراضي",
  configHint: (name, range) => {
    const [, hint] = settings[name];
    if (!range) return hint;
    const { min, max } = range;
    return max === undefined
      ? `${hint} ابتداءً من ${number(min)}.`
      : `${hint} من ${number(min)} إلى ${number(max)}.`;
  },
  configRefused: (model) =>
    `لا يدعم ${model === undefined ? "هذا النموذج" : isolate(model)} هذه المعلمة.`,
  unread: (count) =>
    plural(count, {
      zero: "لا إجابات جديدة",
      one: "إجابة جديدة",
      two: "إجابتان جديدتان",
      few: "# إجابات جديدة",
      many: "# إجابة جديدة",
      other: "# إجابة جديدة",
    }),
  loadingChat: "جارٍ تحميل الدردشة…",

  send: "إرسال",
  stop: "إيقاف",
  sendWhileBusy: (whileBusy) => (whileBusy === "interrupt" ? "إيقاف وإرسال" : "إرسال بعد الإجابة"),
  sendKey: (sendOn, isApple) => (sendOn === "enter" ? "Enter" : isApple ? "⌘ Enter" : "Ctrl+Enter"),
  queued: "رسائل في الانتظار",
  queuedFiles: (count) =>
    plural(count, {
      zero: "لا ملفات",
      one: "ملف واحد",
      two: "ملفان",
      few: "# ملفات",
      many: "# ملفًا",
      other: "# ملف",
    }),
  editQueued: (message) => `تعديل «${isolate(excerptOf(message))}»`,
  sendQueuedNow: (message) => `إرسال «${isolate(excerptOf(message))}» الآن`,
  removeQueued: (message) => `إزالة «${isolate(excerptOf(message))}»`,
  announceQueued: "تنتظر الرسالة انتهاء الإجابة.",

  regenerateWith: "إعادة الإنشاء بنموذج آخر",
  useOtherModel: "استخدام نموذج آخر",
  editMessage: "تعديل الرسالة",
  versions: "النسخ",
  previousVersion: "النسخة السابقة",
  nextVersion: "النسخة التالية",
  versionShown: (position, count) => `النسخة ${number(position)} من ${number(count)}`,
  answerDetails: "تفاصيل الإجابة",
  answerFact: (fact) => answerFacts[fact],
  comparison: "إجابات جنبًا إلى جنب",
  announceCompared: (count) =>
    plural(count, {
      zero: "لم تصل أي إجابة.",
      one: "وصلت إجابة واحدة.",
      two: "وصلت إجابتان.",
      few: "وصلت # إجابات.",
      many: "وصلت # إجابة.",
      other: "وصلت # إجابة.",
    }),
  useAnswer: "اعتماد هذه الإجابة",

  threads: "الدردشات",
  newChat: "دردشة جديدة",
  searchThreads: "البحث في الدردشات",
  noThreads: "لا توجد دردشات بعد.",
  noThreadFound: "لا توجد دردشة بهذا الاسم.",
  loadingThreads: "جارٍ تحميل الدردشات…",
  searchingThreads: "جارٍ البحث في الدردشات…",
  untitled: "بلا عنوان",
  threadDay: (day) => days[day],
  renameThread: (title) => `إعادة تسمية «${isolate(title)}»`,
  deleteThread: (title) => `حذف «${isolate(title)}»`,
  threadTitle: "اسم الدردشة",
  threadDeleted: (title) => `حُذفت «${isolate(title)}».`,
  undo: "تراجع",
  dismiss: "إغلاق",

  panel: "نافذة الدردشة",
  openChat: (waiting) =>
    plural(waiting, {
      zero: "فتح الدردشة",
      one: "فتح الدردشة، رسالة جديدة",
      two: "فتح الدردشة، رسالتان جديدتان",
      few: "فتح الدردشة، # رسائل جديدة",
      many: "فتح الدردشة، # رسالة جديدة",
      other: "فتح الدردشة، # رسالة جديدة",
    }),
  closeChat: "إغلاق الدردشة",
};
