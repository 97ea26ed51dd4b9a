import { fileKind, imageOutcome } from "../../components/attachmentFigures.js";
import type { ContentLabels } from "../families.js";
import { formats } from "./formats.js";
import { isolate } from "./isolate.js";

const { number, percent, plural, list, bytes, duration } = formats;

/** The words of attachments and of what messages hold. */
export const content: ContentLabels = {
  attach: "إرفاق ملفات",
  dropHere: "أفلِت الملفات هنا",
  attachments: "المرفقات",
  removeAttachment: (name) => `إزالة ${isolate(name)}`,
  attachmentReading: (name) => `جارٍ قراءة ${isolate(name)}`,
  attachmentProcessing: (name) => `جارٍ تحضير ${isolate(name)}`,
  attachmentOutcome: (image) => {
    const [size = "", ...rest] = imageOutcome(image, {
      percent,
      tokens: (count) =>
        plural(count, {
          zero: "# رمز",
          one: "رمز واحد",
          two: "رمزان",
          few: "#\u00a0رموز",
          many: "#\u00a0رمزًا",
          other: "#\u00a0رمز",
        }),
      firstFrameOnly: "الإطار الأول فقط",
    });
    return [isolate(size), ...rest].join("، ");
  },
  attachmentUploading: (name) => `جارٍ رفع ${isolate(name)}`,
  attachmentFile: (mediaType, size) => `${isolate(fileKind(mediaType, "نص"))}، ${bytes(size)}`,
  attachmentOptions: (name) => `خيارات ${isolate(name)}`,
  altText: "النص البديل",
  moveEarlier: "تقديم",
  moveLater: "تأخير",
  attachmentMoved: (name, position, count) =>
    `${isolate(name)}، ${number(position)} من ${number(count)}`,
  insertAsText: "إدراج كنص",
  pastedText: "نص ملصق",
  takePhoto: "التقاط صورة",
  imageRejected: (models) =>
    `لم تُقبل هذه الصورة من ${list(models.map(isolate))}. ستُرسل الرسائل التالية من دونها.`,

  thinking: "يفكّر…",
  thought: "خطوات التفكير",
  thoughtFor: (durationMs) => `فكّر لمدة ${duration(durationMs)}`,
  sources: "المصادر",
  sourceCount: (count) =>
    plural(count, {
      zero: "لا مصادر",
      one: "مصدر واحد",
      two: "مصدران",
      few: "# مصادر",
      many: "# مصدرًا",
      other: "# مصدر",
    }),
  image: "صورة",
  file: "ملف",

  showImage: (host) => `عرض الصورة من ${isolate(host)}`,
  table: "جدول",
  code: "كود",
  formula: "معادلة",
  wrapLines: "التفاف الأسطر",
  copy: "نسخ",
  copied: "تم النسخ",
  copyMarkdown: "نسخ بتنسيق Markdown",
  copyCSV: "نسخ بتنسيق CSV",
  taskDone: "منجزة",
  taskOpen: "غير منجزة",
  footnote: (index) => `الحاشية ${number(index)}`,
  backToText: (index) => `الحاشية ${number(index)}، العودة إلى النص`,

  openImage: (name) => `فتح ${isolate(name)}`,
  imageNotOpened: "لا يمكن تكبير الصورة لتعذّر تحميل جزء من هذه الصفحة. أعِد تحميل الصفحة.",
  imagePosition: (position, total) => `${number(position)} من ${number(total)}`,
  previousImage: "الصورة السابقة",
  nextImage: "الصورة التالية",
  zoomIn: "تكبير",
  zoomOut: "تصغير",
  zoomToFit: (zoom) => `${percent(zoom / 100)}، ملاءمة النافذة`,
  download: (name) => `تنزيل ${isolate(name)}`,
  closeImage: "إغلاق",
};
