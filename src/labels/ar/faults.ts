import type { HistoryErrorCode } from "../../client/historyError.js";
import { contextLevels } from "../../client/inputLimit.js";
import type { AnswerWarning } from "../../client/messages.js";
import type { PreflightFacts, PreflightMeasure, RemedyId } from "../../client/preflight.js";
import type { AttachmentRefusal } from "../../client/attachmentRefusal.js";
import type { ErrorFacts } from "../../components/errorFacts.js";
import { acceptedKinds, refusedMegabytes } from "../refusalFigures.js";
import { errorWords, type ErrorSentences } from "../errorWords.js";
import type { FaultLabels } from "../families.js";
import { fileWords } from "../fileWords.js";
import { formats } from "./formats.js";
import { isolate } from "./isolate.js";

const { number, percent, plural, list, choice, megabytes, duration, limit } = formats;

const errors: ErrorSentences = {
  missing_key: (e) => `لا يوجد مفتاح API لدى ${server(e)}. أدخِل مفتاحًا أو عيّنه على الخادم.`,
  authentication: (e) => `لم يقبل ${server(e)} المفتاح. تحقّق من أنه كامل وما زال صالحًا.${said(e)}`,
  permission: (e) =>
    `لا يسمح ${server(e)} باستخدام ${model(e)} بهذا المفتاح. تحقّق من صلاحيات المفتاح أو اختر نموذجًا آخر.${said(e)}`,
  insufficient_credit: (e) =>
    `يفيد ${server(e)} بأن رصيد الحساب أو حصته قد نفد. أضِف رصيدًا أو اختر مزوّدًا آخر.`,
  not_found: (e) =>
    `لا يعرف ${server(e)} ${model(e)} على هذا العنوان. تحقّق من الاسم أو اختر نموذجًا آخر.${said(e)}`,
  rate_limit: (e) =>
    `لا يقبل ${server(e)} طلبات أخرى حاليًا. ${e.retryAfterMs === undefined ? "انتظر قليلًا ثم أعِد المحاولة." : `أعِد المحاولة بعد ${duration(e.retryAfterMs)}.`}`,
  context_window: (e) =>
    `المحادثة أطول مما يستطيع ${model(e)} قراءته. أزِل جزءًا منها أو اختر نموذجًا بنافذة سياق أكبر.`,
  content_policy: (e) =>
    `رفض ${server(e)} الطلب بسبب سياسة المحتوى لديه. غيّر الصياغة ثم أعِد الإرسال.${said(e)}`,
  bad_request: (e) =>
    `لم يقبل ${server(e)} الطلب.${said({ ...e, details: e.details ?? e.message })}`,
  vision_unsupported: (e) =>
    `لا يستطيع ${model(e, "هذا النموذج")} قراءة الصور. اختر نموذجًا يقرؤها أو أزِل الصورة.`,
  tools_unsupported: (e) =>
    `لا يستطيع ${model(e, "هذا النموذج")} استخدام الأدوات. اختر نموذجًا يستخدمها أو أوقِف الأدوات.`,
  image_rejected: (e) =>
    `تعذّر على ${server(e)} استخدام إحدى الصور. أرفِق صورة أصغر بتنسيق PNG أو JPEG.${said(e)}`,
  timeout: (e) => `استغرق ${server(e)} وقتًا طويلًا دون رد. أعِد المحاولة أو اختر نموذجًا آخر.`,
  stalled: (e) => `توقف ${server(e)} عن الإرسال. النص المستلم محفوظ؛ أعِد المحاولة أو تابِع.`,
  truncated: () => "انقطعت الإجابة قبل اكتمالها. النص المستلم محفوظ؛ أعِد المحاولة أو تابِع.",
  overloaded: (e) => `يتعرض ${server(e)} لضغط كبير. أعِد المحاولة بعد قليل أو اختر نموذجًا آخر.`,
  server: (e) => `حدثت مشكلة لدى ${server(e)}. أعِد المحاولة بعد قليل.${said(e)}`,
  network: (e) =>
    `تعذّر الوصول إلى ${server(e)}. تحقّق من الاتصال بالإنترنت وأعِد المحاولة، أو أعِد تحميل الصفحة.`,
  aborted: () => "توقفت الإجابة.",
};

const server = ({ provider }: ErrorFacts): string =>
  provider === undefined ? "الخادم" : isolate(provider);

const model = ({ model: name }: ErrorFacts, otherwise = "النموذج"): string =>
  name === undefined ? otherwise : `«${isolate(name)}»`;

/** What the provider said of it. */
const said = ({ details }: ErrorFacts): string =>
  details ? ` نص الرد: «${isolate(details)}»` : "";

function preflight({ code, model: of, provider: by, files, measure }: PreflightFacts): string {
  const { count, areImages, name: only, types } = fileWords(files);
  const [name, provider] = [isolate(of), isolate(by)];
  const kinds = list(types.map(isolate));
  const named =
    (only === undefined ? undefined : isolate(only)) ??
    plural(
      count,
      areImages
        ? {
            zero: "الصور",
            one: "الصورة",
            two: "صورتين",
            few: "# صور",
            many: "# صورة",
            other: "# صورة",
          }
        : {
            zero: "الملفات",
            one: "الملف",
            two: "ملفين",
            few: "# ملفات",
            many: "# ملفًا",
            other: "# ملف",
          },
    );
  switch (code) {
    case "vision_unsupported":
      return `لا يستطيع ${name} قراءة الصور. اختر نموذجًا يقرؤها أو أرسِل النص وحده.`;
    case "image_type":
      return `لا يقبل ${provider} ${named} (${kinds}). أرفِق بتنسيق PNG أو JPEG أو اختر نموذجًا آخر.`;
    case "image_address":
      return `لا يجلب ${provider} الصور من الويب. أرفِق ${count === 1 ? "الصورة نفسها" : "الصور نفسها"} أو اختر نموذجًا آخر.`;
    case "image_too_large":
      return `الحجم أكبر مما يقبله ${provider}: ${named} (${sizes(measure)}). أرفِق ${count === 1 ? "صورة أصغر" : "صورًا أصغر"} أو اختر نموذجًا آخر.`;
    case "too_many_images":
      return `عدد الصور في هذه الدردشة ${number(measure?.actual ?? 0)}، وأقصى ما يقبله ${provider} هو ${number(measure?.most ?? 0)}. أزِل الأقدم أو اختر نموذجًا آخر.`;
    case "request_too_large":
      return `${areImages ? "صور" : "ملفات"} هذه الدردشة أكبر مما يقبله ${provider} (${sizes(measure)}). أزِل الأقدم أو اختر نموذجًا آخر.`;
    case "file_unsupported":
      return `لا يستطيع ${name} قراءة ${named} (${kinds}). اختر نموذجًا آخر أو أزِل ${count === 1 ? "الملف" : "الملفات"}.`;
    case "file_address":
      return `لا يجلب ${provider} ${named} من الويب (${kinds}). اختر نموذجًا آخر أو أزِل ${count === 1 ? "الملف" : "الملفات"}.`;
    case "file_too_large":
      return `الحجم أكبر مما يقبله ${provider}: ${named} (${sizes(measure)}). أرفِق أقل أو اختر نموذجًا آخر.`;
    case "too_many_files":
      return `عدد المستندات في هذه الدردشة ${number(measure?.actual ?? 0)}، وأقصى ما يقبله ${provider} هو ${number(measure?.most ?? 0)}. أزِل الأقدم أو اختر نموذجًا آخر.`;
    case "tools_unsupported":
      return `لا يستطيع ${name} استخدام الأدوات. اختر نموذجًا يستخدمها.`;
    case "context_window":
      return `هذه الدردشة أطول مما يقبله ${name} (تقريبًا ${sizes(measure)}). أزِل أقدم الرسائل أو اختر نموذجًا يقبل أكثر.`;
    case "context_may_not_fit":
      return `قد تكون هذه الدردشة أطول مما يقبله ${name} (تقريبًا ${sizes(measure)}). أرسِلها على أي حال أو أزِل أقدم الرسائل أو اختر نموذجًا يقبل أكثر.`;
    case "context_nearly_full": {
      const share = measure ? measure.actual / measure.most : 0;
      return `تشغل هذه الدردشة ${percent(share)} مما يقبله ${name}. ${share < contextLevels.critical ? "قبل أن يمتلئ" : "قبل الإجابات التالية"}، أزِل أقدم الرسائل أو اختر نموذجًا يقبل أكثر.`;
    }
  }
}

const units: Readonly<Record<PreflightMeasure["unit"], string>> = {
  bytes: "الحجم",
  side: "طول الضلع بالبكسل",
  pixels: "بالميغابكسل",
  pages: "الصفحات",
  tokens: "الرموز",
  images: "الصور",
  files: "الملفات",
};

function sizes(measure: PreflightMeasure | undefined): string {
  if (!measure) return "";
  const { actual, most } = limit(measure);
  return `${units[measure.unit]}: ${actual}، والحد الأقصى: ${most}`;
}

const remedies: Readonly<Record<RemedyId, readonly [one: string, many: string]>> = {
  choose_model: ["اختيار نموذج", "اختيار نموذج"],
  remove_images: ["إزالة الصورة", "إزالة الصور"],
  remove_files: ["إزالة الملف", "إزالة الملفات"],
  shrink_images: ["تصغير الصورة", "تصغير الصور"],
  drop_oldest_turns: ["إزالة أقدم الرسائل", "إزالة أقدم الرسائل"],
};

function attachmentRefused(file: string, refusal: AttachmentRefusal): string {
  const name = isolate(file);
  switch (refusal.reason) {
    case "empty":
      return `الملف ${name} فارغ.`;
    case "unreadable":
      return `تعذّرت قراءة ${name}. قد يكون الملف تالفًا.`;
    case "failed":
      return `تعذّر على هذا المتصفح تحضير ${name}. أعِد المحاولة أو أرفِق صورة JPEG أصغر.`;
    case "not_an_image":
      return `الملف ${name} ليس صورة. أرفِق ملف PNG أو JPEG أو GIF أو WebP.`;
    case "unsupported_type":
      return `نوع الملف ${name} لا يمكن قراءته هنا (${isolate(refusal.mediaType)}). احفظه بتنسيق PNG أو JPEG ثم أرفِقه.`;
    case "too_large":
      return `حجم ${name} هو ${megabytes(refusedMegabytes(refusal.bytes))}؛ والحد الأقصى للملف ${megabytes(refusedMegabytes(refusal.maxBytes))}.`;
    case "not_accepted":
      return `لا يمكن إرفاق ${name} هنا. المسموح: ${choice(acceptedKinds(refusal.accept, kindNames))}.`;
    case "too_many_files":
      return `لا يمكن إضافة ${name}: الحد الأقصى لعدد الملفات في الرسالة ${number(refusal.maxFiles)}. أزِل ملفًا آخر أولًا.`;
    case "upload_failed":
      return [`تعذّر رفع ${name}.`, refusal.message && isolate(refusal.message), "أعِد المحاولة."]
        .filter(Boolean)
        .join(" ");
    case "too_many_pixels":
      return `أبعاد ${name} هي ${number(refusal.width)} × ${number(refusal.height)} بكسل؛ والحد الأقصى للصورة بالميغابكسل ${number(Math.floor(refusal.maxPixels / 1e6))}.`;
    case "aspect_ratio":
      return `أبعاد ${name} هي ${number(refusal.width)} × ${number(refusal.height)} بكسل؛ وأقصى نسبة بين الضلعين ${number(refusal.maxRatio)} إلى ${number(1)}.`;
  }
}

const kindNames: Readonly<Record<string, string>> = {
  "image/*": "صور",
  "audio/*": "ملفات صوتية",
  "video/*": "ملفات فيديو",
  "text/*": "ملفات نصية",
  "text/plain": "ملفات نصية",
  "application/pdf": "ملفات PDF",
  "application/json": "ملفات JSON",
};

const historyFaults: Readonly<Record<HistoryErrorCode, string>> = {
  quota:
    "مساحة التخزين في المتصفح ممتلئة، لذا لم تُحفظ أحدث الرسائل: احذف دردشات قديمة لتوفير مساحة.",
  denied:
    "لا يسمح هذا المتصفح للصفحة بحفظ أي شيء، لذا تنتهي هذه الدردشة بإغلاق علامة التبويب: للاحتفاظ بها، اسمح لهذا الموقع بتخزين البيانات أو غادِر التصفح الخاص.",
  unreadable:
    "البيانات المحفوظة لهذه الدردشة تالفة وتُركت كما هي، لذا لا يُحفظ شيء هنا: ابدأ دردشة جديدة ليتم حفظها.",
  newer: "حُفظت هذه الدردشة بإصدار أحدث من هذه الصفحة وتُركت كما هي: أعِد تحميل الصفحة لفتحها.",
  conflict: "عُدّلت هذه الدردشة في علامة تبويب أخرى أيضًا: ما كُتب هناك محفوظ كفرع آخر.",
  failed: "تعذّر حفظ هذه الدردشة. يمكن متابعتها، وستُعاد محاولة الحفظ مع التغيير التالي.",
};

function warning({ code, message, parameter = "", replacement = "" }: AnswerWarning): string {
  switch (code) {
    case "parameter_left_out":
      return `لا يقبل النموذج ${isolate(parameter)}، لذا لم يُرسل.`;
    case "parameter_renamed":
      return `يستخدم النموذج ${isolate(replacement)} بدلًا من ${isolate(parameter)}.`;
    case "reasoning_left_out":
      return "لا يقبل الخادم إعادة خطوات تفكير النماذج إليه، لذا لم تُرسل.";
    case "not_streamed":
      return "لا يدعم النموذج البث التدريجي، لذا وصلت الإجابة دفعة واحدة.";
    default:
      return message;
  }
}

/** What went wrong, or would. */
export const faults: FaultLabels = {
  error: (error) => errorWords(error, errors),
  preflight,
  remedy: (remedy, files) => remedies[remedy][files > 1 ? 1 : 0],
  attachmentRefused,
  historyFault: ({ code }) => historyFaults[code],
  warning,
};
