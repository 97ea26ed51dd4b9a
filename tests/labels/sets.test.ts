import { describe, expect, test } from "vitest";
import { englishLabels } from "../../src/components/labels.js";
import { englishLauncherLabels } from "../../src/components/ChatLauncher/launcherLabels.js";
import { arabic } from "../../src/labels/ar/index.js";
import { german } from "../../src/labels/de/index.js";
import { spanish } from "../../src/labels/es/index.js";
import { french } from "../../src/labels/fr/index.js";
import { createFormats, type LabelSet } from "../../src/labels/index.js";
import { japanese } from "../../src/labels/ja/index.js";
import { portuguese } from "../../src/labels/pt-BR/index.js";
import { chinese } from "../../src/labels/zh-CN/index.js";
import { samples, type Spoken } from "./samples.js";

const english: LabelSet = { ...englishLabels, ...englishLauncherLabels };

const sets = { german, french, spanish, portuguese, japanese, chinese, arabic };

const keys = Object.keys(english) as (keyof LabelSet)[];

/** Every text a label can say, as far as the samples go. */
function textsOf(set: LabelSet, key: keyof LabelSet): string[] {
  const label = set[key];
  if (typeof label === "string") return [label];
  const say = label as (...given: unknown[]) => string;
  return samples[key as Spoken].map((given) => say(...(given as unknown[])));
}

const everyText = (set: LabelSet): [key: string, text: string][] =>
  keys.flatMap((key) => textsOf(set, key).map((text): [string, string] => [key, text]));

/** What is the same in both languages, without names and numbers. */
const alike: Record<keyof typeof sets, string> = {
  german: "Chat|Chats|Code|Details|Enter|Prompts|Reasoning|Tokens|Tool|Tools|Top K|Top P|kB",
  french:
    "Arguments|Assistant|Chat|Chats|Code|Conversation|Image|Images|Message|Messages|Prompts|Sources|Suggestions|Tokens|Top K|Top P|Versions|message|source|sources|tokens",
  spanish: "Chat|Chats|GB|MB|Prompts|Tokens|Top K|Top P|kB|tokens",
  portuguese: "Chat|Chats|CtrlEnter|Enter|Prompts|Tokens|Top K|Top P|kB|tokens",
  japanese: "CtrlEnter|Enter|GB|MB",
  chinese: "CtrlEnter|Enter|GB|MB|Top K|Top P",
  arabic: "CtrlEnter|Enter",
};

const words = (text: string): string => text.replaceAll(/x\d|[^\p{L} ]/gu, "").trim();

describe.each(Object.entries(sets) as [keyof typeof sets, LabelSet][])("%s", (name, set) => {
  test("has every word and no other", () => {
    expect(Object.keys(set).toSorted()).toEqual(keys.toSorted());
  });

  test("says nothing in English", () => {
    const same = keys.flatMap((key) => {
      const inEnglish = textsOf(english, key);
      return textsOf(set, key).filter((text, index) => text === inEnglish[index]);
    });
    const found = new Set(same.map(words).filter((text) => text.length > 1));
    expect([...found].toSorted().join("|")).toBe(alike[name]);
  });

  test("always says something", () => {
    const broken = everyText(set).filter(
      ([, text]) => !text.trim() || /undefined|NaN|null|\[object|#|\s\s|^\s|\s$/.test(text),
    );
    expect(broken).toEqual([]);
  });

  test("keeps every name and number it is given", () => {
    const lost = (Object.keys(samples) as Spoken[]).flatMap((key) => {
      const texts = textsOf(set, key);
      return samples[key].flatMap((given, index) =>
        given.some(
          (one) => typeof one === "string" && /^x\d$/.test(one) && !texts[index]!.includes(one),
        )
          ? [[key, texts[index]]]
          : [],
      );
    });
    expect(lost).toEqual([]);
  });
});

/** What a text says in Latin letters beside the names it was given. */
const latinIn = (text: string): string[] =>
  text.replaceAll(/x\d|X\d|\w+\/\w+/g, "").match(/[A-Za-z]+/g) ?? [];

const latinWords = (set: LabelSet): string[] =>
  [...new Set(everyText(set).flatMap(([, text]) => latinIn(text)))].toSorted();

test("what has no letters of its own is all that Arabic, Japanese and Chinese write in Latin ones", () => {
  const formats = ["GIF", "HTML", "JPEG", "JSON", "PDF", "PNG", "WebP"];
  expect(latinWords(arabic).filter((word) => !formats.includes(word))).toEqual([
    "API",
    "CSV",
    "Ctrl",
    "Enter",
    "Markdown",
    "US",
  ]);
  const signs = ["API", "CSV", "Ctrl", "Enter", "GB", "KB", "MB", "Markdown", "P", "K", "US", "kB"];
  const shared = new Set([...formats, ...signs, "byte", "B", "ms", "Top"]);
  expect(latinWords(japanese).filter((word) => !shared.has(word))).toEqual([]);
  expect(latinWords(chinese).filter((word) => !shared.has(word))).toEqual([]);
});

test("French keeps signs of two parts with the word before them, and quotes with what they hold", () => {
  const wrong = everyText(french).filter(([, text]) =>
    /[^\u202f](?:[;!?:»])|«[^\u202f]|%/.test(text.replaceAll(/[\u202f\u00a0]%/g, "")),
  );
  expect(wrong).toEqual([]);
});

test("German and French address nobody", () => {
  const addresses = (set: LabelSet, nobody: RegExp) =>
    everyText(set).filter(([, text]) => nobody.test(text));
  expect(addresses(german, /\b(?:Sie|Ihr|Ihre|Ihren|du|Du|dein\w*|dir|dich)\b/)).toEqual([]);
  expect(addresses(french, /(?<!\p{L})(?:vous|votre|vos|tu|ton|tes|veuillez)(?!\p{L})/iu)).toEqual(
    [],
  );
});

test("Arabic begins with an Arabic word and sets every name apart, so that nothing turns round", () => {
  const turned = everyText(arabic).filter(([key, text]) => {
    // What it ends with is a sentence of its own.
    if (key === "fellBack") return false;
    const outside = text.replaceAll(/\u2068[^\u2069]*\u2069/g, "");
    return (
      /x\d/.test(outside) || /^[^\p{L}]*[A-Za-z]/u.test(outside.replace(/^[⌘\s]*\w+\+?\w*$/, ""))
    );
  });
  expect(turned).toEqual([]);
});

test("Arabic has words for each of its six plural categories", () => {
  expect([0, 1, 2, 3, 11, 100].map(arabic.sourceCount)).toEqual([
    "لا مصادر",
    "مصدر واحد",
    "مصدران",
    "3 مصادر",
    "11 مصدرًا",
    "100 مصدر",
  ]);
});

test("Arabic keeps the sign of a sum behind it", () => {
  expect(arabic.cost(0.003)).toBe("\u20680.003\u00a0US$\u2069");
  expect(arabic.modelPrice(0.15, 12)).toBe("\u20680.15 / 12\u00a0US$\u2069 لكل مليون");
});

test.each([
  [
    "de",
    german,
    "12.400,5",
    "0,003\u00a0$",
    "1,2\u00a0MB",
    "1\u00a0Min.\u00a012\u00a0Sek.",
    "März 2025",
  ],
  [
    "fr",
    french,
    "12\u202f400,5",
    "0,003\u00a0$US",
    "1,2\u202fMo",
    "1\u00a0min\u00a012\u202fs",
    "mars 2025",
  ],
  [
    "es",
    spanish,
    "12,400.5",
    "USD\u00a00.003",
    "1.2\u00a0MB",
    "1\u00a0min\u00a012\u00a0s",
    "mar 2025",
  ],
  [
    "pt-BR",
    portuguese,
    "12.400,5",
    "US$\u00a00,003",
    "1,2\u00a0MB",
    "1\u00a0min\u00a012\u00a0s",
    "mar. de 2025",
  ],
  ["ja", japanese, "12,400.5", "$0.003", "1.2\u00a0MB", "1\u00a0分\u00a012\u00a0秒", "2025年3月"],
  ["zh-CN", chinese, "12,400.5", "US$0.003", "1.2\u00a0MB", "1分钟\u00a012秒", "2025年3月"],
] as const)("%s writes figures as its readers do", (_tag, set, number, cost, size, time, month) => {
  expect(set.number(12_400.5)).toBe(number);
  expect(set.cost(0.003)).toBe(cost);
  expect(set.fileSize(1_240_000)).toBe(size);
  expect(set.thoughtFor(72_000)).toContain(time);
  expect(set.modelReleased(Date.UTC(2025, 2, 5)).replace("\u00a0", " ")).toBe(month);
});

describe("formats", () => {
  const formats = createFormats("en");

  test("round a limit and what is over it away from each other", () => {
    expect(formats.limit({ unit: "bytes", actual: 5_000_001, most: 5_000_000 })).toEqual({
      actual: "5.1\u00a0MB",
      most: "5.0\u00a0MB",
    });
  });

  test("count what is told in twos as people say it", () => {
    expect([512, 8192, 200_000, 204_800, 1_048_576].map(formats.shortTokens)).toEqual([
      "512",
      "8K",
      "200K",
      "200K",
      "1M",
    ]);
  });

  test("agree with the English labels", () => {
    const costs = [0, 0.0004, 0.003, 0.0126, 0.5, 1.239, 12];
    expect(costs.map(formats.dollars)).toEqual(costs.map(english.cost));
    expect(formats.percent(0.062)).toBe("6%");
    expect(formats.percent(0.29)).toBe("29%");
    expect(formats.percent(0.000_005)).toBe("<1%");
    expect(formats.number(-2)).toBe("−2");
  });
});

test("what a model or a server of the app says of a failure is shown in its own words", () => {
  const own = { code: "server", message: "Heute geschlossen.", details: "Heute geschlossen." };
  expect(french.error(own)).toBe("Heute geschlossen.");
  expect(french.error({ code: "toString", message: "Unknown." })).toBe("Unknown.");
  expect(
    french.error({ code: "rate_limit", message: "", provider: "Groq", retryAfterMs: 30_000 }),
  ).toBe("Groq n’accepte plus de requêtes pour l’instant. Réessayer dans 30\u202fs.");
});

test("a set that lacks a word, or a plural category, does not compile", () => {
  const { send: _send, ...rest } = german;
  // @ts-expect-error A word is missing.
  const incomplete: LabelSet = rest;
  expect(incomplete).not.toHaveProperty("send");
  const { plural } = createFormats<Intl.LDMLPluralRule>("ar");
  // @ts-expect-error Four categories are missing.
  expect(plural(1, { one: "one", other: "#" })).toBe("one");
});
