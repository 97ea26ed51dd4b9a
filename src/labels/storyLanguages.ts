import type { ToolPart, UIMessage } from "../client/messages.js";
import { arabic } from "./ar/index.js";
import { german } from "./de/index.js";
import { spanish } from "./es/index.js";
import { french } from "./fr/index.js";
import { japanese } from "./ja/index.js";
import type { LabelSet } from "./labelSet.js";
import { portuguese } from "./pt-BR/index.js";
import { chinese } from "./zh-CN/index.js";

/** A language as a story shows it: its words, and what is said in it. */
export interface StoryLanguage {
  tag: string;
  labels: LabelSet;
  dir: "ltr" | "rtl";
  question: string;
  answer: string;
}

/** Every language there is a set for, beside English. */
export const storyLanguages: Readonly<Record<string, StoryLanguage>> = {
  german: {
    tag: "de",
    labels: german,
    dir: "ltr",
    question: "Regnet es morgen in Lissabon?",
    answer: "Morgen bleibt es in **Lissabon** trocken, bei 19 °C.",
  },
  french: {
    tag: "fr",
    labels: french,
    dir: "ltr",
    question: "Pleuvra-t-il demain à Lisbonne ?",
    answer: "Demain, il fera sec à **Lisbonne**, avec 19 °C.",
  },
  spanish: {
    tag: "es",
    labels: spanish,
    dir: "ltr",
    question: "¿Lloverá mañana en Lisboa?",
    answer: "Mañana no lloverá en **Lisboa**, con 19 °C.",
  },
  portuguese: {
    tag: "pt-BR",
    labels: portuguese,
    dir: "ltr",
    question: "Vai chover amanhã em Lisboa?",
    answer: "Amanhã não chove em **Lisboa**, com 19 °C.",
  },
  japanese: {
    tag: "ja",
    labels: japanese,
    dir: "ltr",
    question: "明日リスボンで雨は降りますか？",
    answer: "明日の**リスボン**は雨が降らず、気温は19度です。",
  },
  chinese: {
    tag: "zh-CN",
    labels: chinese,
    dir: "ltr",
    question: "里斯本明天会下雨吗？",
    answer: "**里斯本**明天不会下雨，气温19度。",
  },
  arabic: {
    tag: "ar",
    labels: arabic,
    dir: "rtl",
    question: "هل ستمطر غدًا في لشبونة؟",
    answer: "لن تمطر غدًا في **لشبونة**، والحرارة 19 درجة.",
  },
};

/** A question, an answer with all that is said of it, and a call that waits for permission. */
export function storyConversation({ question, answer }: StoryLanguage): UIMessage[] {
  const call: ToolPart = {
    type: "tool-weather",
    toolCallId: "c1",
    state: "approval-requested",
    input: { city: 1 },
    approval: { id: "p1" },
  };
  const source = { type: "source-url", sourceId: "s", url: "https://weather.example/" } as const;
  return [
    { id: "q1", role: "user", parts: [{ type: "text", text: question }] },
    {
      id: "a1",
      role: "assistant",
      parts: [
        { type: "reasoning", text: answer, state: "done" },
        { type: "text", text: `${answer}\n\n\`\`\`\n19\n\`\`\``, state: "done" },
        source,
        { ...source, sourceId: "t", title: question },
      ],
      metadata: {
        model: "groq/llama-4-scout",
        provider: "groq",
        status: "stopped",
        usage: { inputTokens: 1200, outputTokens: 84, totalTokens: 1284 },
        cost: 0.003,
        durationMs: 3100,
        warnings: [{ code: "parameter_left_out", message: "", parameter: "temperature" }],
        refusals: [{ model: "openai/gpt-5", code: "overloaded", message: "" }],
      },
    },
    { id: "q2", role: "user", parts: [{ type: "text", text: question }] },
    {
      id: "a2",
      role: "assistant",
      parts: [call],
      metadata: { model: "groq/llama-4-scout", provider: "groq" },
    },
  ];
}
