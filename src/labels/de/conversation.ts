import type { ConfigNumber } from "../../client/limits/configRanges.js";
import type { ToolState } from "../../client/messages.js";
import type { TokenParts } from "../../client/requestWeight.js";
import type { AnswerFact } from "../../components/Chat/answerLabels.js";
import { excerptOf } from "../../components/Chat/excerptOf.js";
import type { ThreadDay } from "../../components/ThreadList/threadDays.js";
import type { ConversationLabels } from "../families.js";
import { formats } from "./formats.js";

const { number, percent, plural, dollars, duration } = formats;

const tokens = (count: number): string => plural(count, { one: "# Token", other: "# Tokens" });

const cost = (value: number | undefined): string =>
  value === undefined ? "Kosten unbekannt" : dollars(value);

const contextParts: Readonly<Record<keyof TokenParts, string>> = {
  system: "Systemnachricht",
  history: "Unterhaltung",
  images: "Bilder",
  draft: "Diese Nachricht",
  tools: "Tools",
};

const toolStates: Readonly<Record<ToolState, string>> = {
  "input-streaming": "Wird vorbereitet",
  "input-available": "Läuft",
  "approval-requested": "Wartet auf Freigabe",
  "approval-responded": "Beantwortet",
  "output-available": "Fertig",
  "output-error": "Fehlgeschlagen",
  "output-denied": "Abgelehnt",
};

const settings: Readonly<Record<ConfigNumber, readonly [name: string, hint: string]>> = {
  maxTokens: ["Max. Tokens", "Die längste Antwort."],
  temperature: ["Temperatur", "Höher ist überraschender."],
  topP: ["Top P", "Nur die wahrscheinlichsten Wörter bis zu diesem Anteil."],
  topK: ["Top K", "Nur so viele der wahrscheinlichsten Wörter."],
  frequencyPenalty: ["Häufigkeitsstrafe", "Gegen Wiederholungen derselben Wörter."],
  presencePenalty: ["Präsenzstrafe", "Für neue Themen."],
};

const answerFacts: Readonly<Record<AnswerFact, string>> = {
  model: "Beantwortet von",
  inputTokens: "Gelesene Tokens",
  cachedInputTokens: "… aus dem Cache",
  outputTokens: "Geschriebene Tokens",
  reasoningTokens: "… zum Nachdenken",
  totalTokens: "Tokens",
  cost: "Kosten",
  firstToken: "Erstes Wort nach",
  duration: "Dauer",
};

const days: Readonly<Record<ThreadDay, string>> = {
  today: "Heute",
  yesterday: "Gestern",
  week: "Letzte 7 Tage",
  earlier: "Älter",
};

/** The words around messages. */
export const conversation: ConversationLabels = {
  title: "Chat",
  messages: "Nachrichten",
  emptyTitle: "Wie kann ich helfen?",
  emptyText: "Eine Frage stellen oder ein Bild anhängen.",
  you: "Ich",
  assistant: "Assistent",
  messageName: (author, position) => `${author}, Nachricht ${number(position)}`,
  placeholder: "Nachricht …",
  input: "Nachricht",
  regenerate: "Neu generieren",
  deleteMessage: "Nachricht löschen",
  stopped: "Gestoppt",
  cutOff: "Abgebrochen",
  lengthLimit: "Längenlimit erreicht",
  fellBack: (model, message, answeredBy) =>
    `Zuerst wurde ${model} gefragt${answeredBy ? `, geantwortet hat ${answeredBy}` : ""}. ${message}`,
  continue: "Fortsetzen",
  retrying: (attempt, seconds) =>
    `Noch keine Antwort. Neuer Versuch in ${duration(seconds * 1000)} (Versuch ${number(attempt + 1)}).`,
  jumpToLatest: "Zum Ende springen",
  announceAnswering: "Der Assistent antwortet.",
  announceStopped: "Gestoppt.",
  tokens,
  cost,
  fileRemoved: "[Datei entfernt]",
  context: "Kontext",
  contextDetails: "Was den Kontext füllt",
  contextUsed: ({ tokens: count, limit, share, isMeasured }) => {
    const used = isMeasured ? "" : "≈\u00a0";
    if (limit === undefined || share === undefined) return `${used}${tokens(count)}`;
    return `${used}${number(count)} von ${tokens(limit)} (${percent(share)})`;
  },
  contextPart: (part) => contextParts[part],
  chatUsage: ({ tokens: count, cost: spent, isWhole }) =>
    `Bisher verbraucht: ${tokens(count)}, ${spent !== undefined && !isWhole ? "mindestens " : ""}${cost(spent)}`,
  brokenMessage: "Diese Nachricht konnte nicht angezeigt werden.",
  prompts: "Prompts",
  placeholderWithPrompts: "Nachricht … oder / für Prompts",
  promptForm: "Prompt ausfüllen",
  usePrompt: "Prompt verwenden",
  cancel: "Abbrechen",
  suggestions: "Vorschläge",
  editing: "Nachricht wird bearbeitet",
  cancelEditing: "Bearbeiten abbrechen",
  toolName: (tool) => `Tool ${tool}`,
  toolState: (call) =>
    call.state === "output-available" && call.preliminary ? "Läuft" : toolStates[call.state],
  toolInput: "Argumente",
  toolOutput: "Ergebnis",
  toolQuestion: (tool) => `Darf ${tool} aufgerufen werden?`,
  allowTool: "Erlauben",
  alwaysAllowTool: "In diesem Chat immer erlauben",
  denyTool: "Ablehnen",
  configuration: "Parameter",
  resetConfiguration: "Zurücksetzen",
  configName: (name) => settings[name][0],
  configDefault: "Standard",
  configHint: (name, range) => {
    const [, hint] = settings[name];
    if (!range) return hint;
    const { min, max } = range;
    return max === undefined
      ? `${hint} Mindestens ${number(min)}.`
      : `${hint} ${number(min)} bis ${number(max)}.`;
  },
  configRefused: (model) => `${model ?? "Dieses Modell"} unterstützt das nicht.`,
  unread: (count) => plural(count, { one: "# neue Antwort", other: "# neue Antworten" }),
  loadingChat: "Chat wird geladen …",

  send: "Senden",
  stop: "Stoppen",
  sendWhileBusy: (whileBusy) =>
    whileBusy === "interrupt" ? "Stoppen und senden" : "Danach senden",
  sendKey: (sendOn, isApple) => (sendOn === "enter" ? "Enter" : isApple ? "⌘ Enter" : "Strg+Enter"),
  queued: "Wartende Nachrichten",
  queuedFiles: (count) => plural(count, { one: "# Datei", other: "# Dateien" }),
  editQueued: (message) => `„${excerptOf(message)}“ bearbeiten`,
  sendQueuedNow: (message) => `„${excerptOf(message)}“ jetzt senden`,
  removeQueued: (message) => `„${excerptOf(message)}“ entfernen`,
  announceQueued: "Die Nachricht wartet, bis die Antwort fertig ist.",

  regenerateWith: "Mit anderem Modell neu generieren",
  useOtherModel: "Anderes Modell verwenden",
  editMessage: "Nachricht bearbeiten",
  versions: "Versionen",
  previousVersion: "Vorherige Version",
  nextVersion: "Nächste Version",
  versionShown: (position, count) => `Version ${number(position)} von ${number(count)}`,
  answerDetails: "Details zur Antwort",
  answerFact: (fact) => answerFacts[fact],
  comparison: "Antworten im Vergleich",
  announceCompared: (count) =>
    plural(count, { one: "# Antwort ist da.", other: "# Antworten sind da." }),
  useAnswer: "Diese Antwort verwenden",

  threads: "Chats",
  newChat: "Neuer Chat",
  searchThreads: "Chats durchsuchen",
  noThreads: "Noch keine Chats.",
  noThreadFound: "Kein Chat heißt so.",
  loadingThreads: "Chats werden geladen …",
  searchingThreads: "Chats werden durchsucht …",
  untitled: "Ohne Titel",
  threadDay: (day) => days[day],
  renameThread: (title) => `„${title}“ umbenennen`,
  deleteThread: (title) => `„${title}“ löschen`,
  threadTitle: "Name des Chats",
  threadDeleted: (title) => `„${title}“ wurde gelöscht.`,
  undo: "Rückgängig",
  dismiss: "Ausblenden",

  panel: "Chatfenster",
  openChat: (waiting) => (waiting > 0 ? `Chat öffnen, ${number(waiting)} neu` : "Chat öffnen"),
  closeChat: "Chat schließen",
};
