import type { PickerSection } from "../../hooks/pickerItems.js";
import type { ProviderState } from "../../hooks/modelGroups.js";
import type { PickerLabels } from "../families.js";
import { formats } from "./formats.js";
import { isolate, isolateSum } from "./isolate.js";

const { choice, number, plural, price, shortTokens } = formats;

const sections: Readonly<Record<Exclude<PickerSection["id"], "provider">, string>> = {
  chosen: "المختار",
  recent: "المستخدمة مؤخرًا",
  favourites: "المفضلة",
  latest: "الأحدث",
  earlier: "الأقدم",
  models: "النماذج",
  retired: "المتوقفة",
};

const states: Readonly<Record<ProviderState, string>> = {
  connected: "متصل",
  untested: "لم يُختبر",
  missing_key: "بلا مفتاح",
  refused: "مرفوض",
  unreachable: "يتعذّر الوصول",
};

/** The words of the picker. */
export const picker: PickerLabels = {
  chooseModel: "اختيار نموذج",
  providerField: "المزوّد",
  modelField: "النموذج",
  chooseProvider: "اختيار مزوّد",
  searchModels: (count) =>
    count < 2
      ? "البحث عن نموذج…"
      : plural(count, {
          zero: "البحث في النماذج…",
          one: "البحث في النماذج…",
          two: "البحث في نموذجين…",
          few: "البحث في # نماذج…",
          many: "البحث في # نموذجًا…",
          other: "البحث في # نموذج…",
        }),
  modelsFound: (count) =>
    plural(count, {
      zero: "لا نماذج",
      one: "نموذج واحد",
      two: "نموذجان",
      few: "# نماذج",
      many: "# نموذجًا",
      other: "# نموذج",
    }),
  modelSection: (id) => sections[id],
  showRetired: (count) => `إظهار المتوقفة (${number(count)})`,
  hideRetired: (count) => `إخفاء المتوقفة (${number(count)})`,
  customModel: (name) => `استخدام «${isolate(name)}» اسمًا للنموذج`,
  backToProviders: "المزوّدون",
  providerState: (state) => states[state],
  modelContext: (tokens) => `سياق ${shortTokens(tokens)}`,
  modelPrice: (input, output) => {
    // The sign stands once: the line is short.
    const amount = price(input).replaceAll(/[^\d.,]/g, "");
    return `${isolateSum(`${amount} / ${price(output)}`)} لكل مليون`;
  },
  badgeVision: "صور",
  badgeVisionUnknown: "صور؟",
  badgeTools: "أدوات",
  badgeReasoning: "تفكير",
  badgeNew: "جديد",
  badgePreview: "تجريبي",
  badgeRetired: "متوقف",
  modelVersions: (count, open) => {
    const versions = plural(count, {
      zero: "النسخ",
      one: "نسخة واحدة",
      two: "نسختين",
      few: "# نسخ",
      many: "# نسخة",
      other: "# نسخة",
    });
    return `${open ? "إخفاء" : "إظهار"} ${versions}`;
  },
  addFavourite: (name) => `إضافة ${isolate(name)} إلى المفضلة`,
  removeFavourite: (name) => `إزالة ${isolate(name)} من المفضلة`,
  modelUnlisted: "لم يعد في القائمة، أو اسم مُدخل يدويًا",

  showWithoutVision: (count) => `إظهار النماذج التي لا تقرأ الصور (${number(count)})`,
  showAllModels: (count) => `إظهار كل النماذج (${number(count)} أخرى)`,
  allHidden: (provider, count) =>
    plural(count, {
      zero: `لا نماذج لدى ${isolate(provider)}.`,
      one: `لدى ${isolate(provider)} نموذج واحد، وقد أخفاه عامل التصفية.`,
      two: `لدى ${isolate(provider)} نموذجان، وقد أخفاهما عامل التصفية.`,
      few: `لدى ${isolate(provider)} # نماذج، وقد أخفاها عامل التصفية كلها.`,
      many: `لدى ${isolate(provider)} # نموذجًا، وقد أخفاها عامل التصفية كلها.`,
      other: `لدى ${isolate(provider)} # نموذج، وقد أخفاها عامل التصفية كلها.`,
    }),
  noModels: "لا توجد نماذج",
  noModelsOf: (provider) =>
    `لا يعرض ${isolate(provider)} أي نماذج. يمكن كتابة اسم نموذج في خانة البحث.`,
  noneFound: (query) => `لا نتائج عن «${isolate(query)}».`,
  modelsFailed: "تعذّر تحميل النماذج.",
  loadingModels: "جارٍ تحميل النماذج…",
  loadingModelsOf: (provider) => `جارٍ تحميل نماذج ${isolate(provider)}…`,
  retry: "إعادة المحاولة",
  knownModels: "نماذج معروفة؛ لم يقدّم المزوّد قائمته.",
  askingProvider: (provider) => `نماذج معروفة؛ جارٍ الاستعلام من ${isolate(provider)}.`,

  needsKey: (provider) => `يلزم مفتاح لـ ${isolate(provider)}`,
  keyTitle: (provider) => `يلزم مفتاح API لـ ${isolate(provider)}`,
  keyField: (provider) => `مفتاح API لـ ${isolate(provider)}`,
  keyHelp: "يُرسل المفتاح من هذه الصفحة إلى المزوّد وحده.",
  getKey: "الحصول على مفتاح",
  keepKey: "مدة الاحتفاظ به",
  keepInMemory: "لهذه الصفحة، حتى إعادة تحميلها",
  keepInTab: "لعلامة التبويب هذه، حتى إغلاقها",
  saveKey: "حفظ واختبار",
  editKey: "تعديل المفتاح",
  removeKey: "إزالة المفتاح",
  cancelKey: "إلغاء",
  serverLacksKey: (provider, variables) =>
    variables.length === 0
      ? `لا يوجد على الخادم مفتاح لـ ${isolate(provider)}.`
      : `لا يوجد على الخادم مفتاح لـ ${isolate(provider)}. عيّن ${choice(variables.map(isolate))} عليه ثم أعِد تشغيله.`,
  providerUnreachable: (provider) =>
    `يتعذّر الوصول إلى ${isolate(provider)}. تحقّق من أنه يعمل ثم أعِد المحاولة.`,
  testConnection: "اختبار الاتصال",
  testingConnection: "جارٍ الاختبار…",
  testConnected: "متصل",
  testDetails: "التفاصيل",
};
