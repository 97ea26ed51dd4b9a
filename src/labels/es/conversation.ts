import type { ConfigNumber } from "../../client/limits/configRanges.js";
import type { ToolState } from "../../client/messages.js";
import type { TokenParts } from "../../client/requestWeight.js";
import type { AnswerFact } from "../../components/Chat/answerLabels.js";
import { excerptOf } from "../../components/Chat/excerptOf.js";
import type { ThreadDay } from "../../components/ThreadList/threadDays.js";
import type { ConversationLabels } from "../families.js";
import { formats } from "./formats.js";

const { number, percent, plural, dollars, duration } = formats;

const tokens = (count: number): string => plural(count, { one: "# token", other: "# tokens" });

const cost = (value: number | undefined): string =>
  value === undefined ? "costo desconocido" : dollars(value);

const contextParts: Readonly<Record<keyof TokenParts, string>> = {
  system: "Mensaje del sistema",
  history: "Conversación",
  images: "Imágenes",
  draft: "Este mensaje",
  tools: "Herramientas",
};

const toolStates: Readonly<Record<ToolState, string>> = {
  "input-streaming": "Preparando",
  "input-available": "En curso",
  "approval-requested": "Espera autorización",
  "approval-responded": "Respondido",
  "output-available": "Listo",
  "output-error": "Error",
  "output-denied": "Rechazado",
};

const settings: Readonly<Record<ConfigNumber, readonly [name: string, hint: string]>> = {
  maxTokens: ["Máx. de tokens", "La respuesta más larga posible."],
  temperature: ["Temperatura", "Más alta, más sorprendente."],
  topP: ["Top P", "Solo las palabras más probables, hasta esta proporción."],
  topK: ["Top K", "Solo esta cantidad de las palabras más probables."],
  frequencyPenalty: ["Penalización por frecuencia", "Contra la repetición de las mismas palabras."],
  presencePenalty: ["Penalización por presencia", "A favor de temas nuevos."],
};

const answerFacts: Readonly<Record<AnswerFact, string>> = {
  model: "Respondido por",
  inputTokens: "Tokens leídos",
  cachedInputTokens: "… de la caché",
  outputTokens: "Tokens escritos",
  reasoningTokens: "… para pensar",
  totalTokens: "Tokens",
  cost: "Costo",
  firstToken: "Primera palabra tras",
  duration: "Duración",
};

const days: Readonly<Record<ThreadDay, string>> = {
  today: "Hoy",
  yesterday: "Ayer",
  week: "Últimos 7 días",
  earlier: "Anteriores",
};

/** The words around messages. */
export const conversation: ConversationLabels = {
  title: "Chat",
  messages: "Mensajes",
  emptyTitle: "¿En qué puedo ayudar?",
  emptyText: "Hacer una pregunta o adjuntar una imagen.",
  you: "Yo",
  assistant: "Asistente",
  messageName: (author, position) => `${author}, mensaje ${number(position)}`,
  placeholder: "Mensaje…",
  input: "Mensaje",
  regenerate: "Volver a generar",
  deleteMessage: "Eliminar mensaje",
  stopped: "Detenido",
  cutOff: "Interrumpido",
  lengthLimit: "Límite de longitud alcanzado",
  fellBack: (model, message, answeredBy) =>
    `Primero se consultó a ${model}${answeredBy ? `; respondió ${answeredBy}` : ""}. ${message}`,
  continue: "Continuar",
  retrying: (attempt, seconds) =>
    `Aún no hay respuesta. Nuevo intento en ${duration(seconds * 1000)} (intento ${number(attempt + 1)}).`,
  jumpToLatest: "Ir al final",
  announceAnswering: "El asistente está respondiendo.",
  announceStopped: "Detenido.",
  tokens,
  cost,
  fileRemoved: "[archivo quitado]",
  context: "Contexto",
  contextDetails: "Qué ocupa el contexto",
  contextUsed: ({ tokens: count, limit, share, isMeasured }) => {
    const used = isMeasured ? "" : "≈\u00a0";
    if (limit === undefined || share === undefined) return `${used}${tokens(count)}`;
    return `${used}${number(count)} de ${tokens(limit)} (${percent(share)})`;
  },
  contextPart: (part) => contextParts[part],
  chatUsage: ({ tokens: count, cost: spent, isWhole }) =>
    `Usado hasta ahora: ${tokens(count)}, ${spent !== undefined && !isWhole ? "al menos " : ""}${cost(spent)}`,
  brokenMessage: "No se pudo mostrar este mensaje.",
  prompts: "Prompts",
  placeholderWithPrompts: "Mensaje… o / para prompts",
  promptForm: "Completar el prompt",
  usePrompt: "Usar prompt",
  cancel: "Cancelar",
  suggestions: "Sugerencias",
  editing: "Editando un mensaje",
  cancelEditing: "Cancelar edición",
  toolName: (tool) => `Herramienta ${tool}`,
  toolState: (call) =>
    call.state === "output-available" && call.preliminary ? "En curso" : toolStates[call.state],
  toolInput: "Argumentos",
  toolOutput: "Resultado",
  toolQuestion: (tool) => `¿Permitir que se use ${tool}?`,
  allowTool: "Permitir",
  alwaysAllowTool: "Permitir siempre en este chat",
  denyTool: "Rechazar",
  configuration: "Parámetros",
  resetConfiguration: "Restablecer",
  configName: (name) => settings[name][0],
  configDefault: "Por defecto",
  configHint: (name, range) => {
    const [, hint] = settings[name];
    if (!range) return hint;
    const { min, max } = range;
    return max === undefined
      ? `${hint} A partir de ${number(min)}.`
      : `${hint} De ${number(min)} a ${number(max)}.`;
  },
  configRefused: (model) => `${model ?? "Este modelo"} no lo admite.`,
  unread: (count) => plural(count, { one: "# respuesta nueva", other: "# respuestas nuevas" }),
  loadingChat: "Cargando el chat…",

  send: "Enviar",
  stop: "Detener",
  sendWhileBusy: (whileBusy) => (whileBusy === "interrupt" ? "Detener y enviar" : "Enviar después"),
  sendKey: (sendOn, isApple) => (sendOn === "enter" ? "Intro" : isApple ? "⌘ Intro" : "Ctrl+Intro"),
  queued: "Mensajes en espera",
  queuedFiles: (count) => plural(count, { one: "# archivo", other: "# archivos" }),
  editQueued: (message) => `Editar “${excerptOf(message)}”`,
  sendQueuedNow: (message) => `Enviar “${excerptOf(message)}” ahora`,
  removeQueued: (message) => `Quitar “${excerptOf(message)}”`,
  announceQueued: "El mensaje espera a que termine la respuesta.",

  regenerateWith: "Volver a generar con otro modelo",
  useOtherModel: "Usar otro modelo",
  editMessage: "Editar mensaje",
  versions: "Versiones",
  previousVersion: "Versión anterior",
  nextVersion: "Versión siguiente",
  versionShown: (position, count) => `Versión ${number(position)} de ${number(count)}`,
  answerDetails: "Acerca de esta respuesta",
  answerFact: (fact) => answerFacts[fact],
  comparison: "Respuestas lado a lado",
  announceCompared: (count) =>
    plural(count, { one: "Llegó # respuesta.", other: "Llegaron # respuestas." }),
  useAnswer: "Usar esta respuesta",

  threads: "Chats",
  newChat: "Nuevo chat",
  searchThreads: "Buscar chats",
  noThreads: "Aún no hay chats.",
  noThreadFound: "Ningún chat se llama así.",
  loadingThreads: "Cargando los chats…",
  searchingThreads: "Buscando en los chats…",
  untitled: "Sin título",
  threadDay: (day) => days[day],
  renameThread: (title) => `Cambiar el nombre de “${title}”`,
  deleteThread: (title) => `Eliminar “${title}”`,
  threadTitle: "Nombre del chat",
  threadDeleted: (title) => `Se eliminó “${title}”.`,
  undo: "Deshacer",
  dismiss: "Descartar",

  panel: "Ventana de chat",
  openChat: (waiting) =>
    waiting > 0
      ? plural(waiting, { one: "Abrir el chat, # nuevo", other: "Abrir el chat, # nuevos" })
      : "Abrir el chat",
  closeChat: "Cerrar el chat",
};
