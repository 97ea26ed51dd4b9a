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
  value === undefined ? "custo desconhecido" : dollars(value);

const contextParts: Readonly<Record<keyof TokenParts, string>> = {
  system: "Mensagem do sistema",
  history: "Conversa",
  images: "Imagens",
  draft: "Esta mensagem",
  tools: "Ferramentas",
};

const toolStates: Readonly<Record<ToolState, string>> = {
  "input-streaming": "Preparando",
  "input-available": "Em execução",
  "approval-requested": "Aguarda permissão",
  "approval-responded": "Respondido",
  "output-available": "Concluído",
  "output-error": "Falhou",
  "output-denied": "Negado",
};

const settings: Readonly<Record<ConfigNumber, readonly [name: string, hint: string]>> = {
  maxTokens: ["Máx. de tokens", "A resposta mais longa possível."],
  temperature: ["Temperatura", "Quanto maior, mais surpreendente."],
  topP: ["Top P", "Só as palavras mais prováveis, até esta proporção."],
  topK: ["Top K", "Só esta quantidade das palavras mais prováveis."],
  frequencyPenalty: ["Penalidade de frequência", "Contra a repetição das mesmas palavras."],
  presencePenalty: ["Penalidade de presença", "A favor de novos assuntos."],
};

const answerFacts: Readonly<Record<AnswerFact, string>> = {
  model: "Respondido por",
  inputTokens: "Tokens lidos",
  cachedInputTokens: "… do cache",
  outputTokens: "Tokens escritos",
  reasoningTokens: "… para pensar",
  totalTokens: "Tokens",
  cost: "Custo",
  firstToken: "Primeira palavra após",
  duration: "Duração",
};

const days: Readonly<Record<ThreadDay, string>> = {
  today: "Hoje",
  yesterday: "Ontem",
  week: "Últimos 7 dias",
  earlier: "Anteriores",
};

/** The words around messages. */
export const conversation: ConversationLabels = {
  title: "Chat",
  messages: "Mensagens",
  emptyTitle: "Como posso ajudar?",
  emptyText: "Faça uma pergunta ou anexe uma imagem.",
  you: "Você",
  assistant: "Assistente",
  messageName: (author, position) => `${author}, mensagem ${number(position)}`,
  placeholder: "Mensagem…",
  input: "Mensagem",
  regenerate: "Gerar novamente",
  deleteMessage: "Excluir mensagem",
  stopped: "Interrompido",
  cutOff: "Cortado",
  lengthLimit: "Limite de tamanho atingido",
  fellBack: (model, message, answeredBy) =>
    `${model} foi consultado primeiro${answeredBy ? `; quem respondeu foi ${answeredBy}` : ""}. ${message}`,
  continue: "Continuar",
  retrying: (attempt, seconds) =>
    `Ainda sem resposta. Nova tentativa em ${duration(seconds * 1000)} (tentativa ${number(attempt + 1)}).`,
  jumpToLatest: "Ir para o final",
  announceAnswering: "O assistente está respondendo.",
  announceStopped: "Interrompido.",
  tokens,
  cost,
  fileRemoved: "[arquivo removido]",
  context: "Contexto",
  contextDetails: "O que ocupa o contexto",
  contextUsed: ({ tokens: count, limit, share, isMeasured }) => {
    const used = isMeasured ? "" : "≈\u00a0";
    if (limit === undefined || share === undefined) return `${used}${tokens(count)}`;
    return `${used}${number(count)} de ${tokens(limit)} (${percent(share)})`;
  },
  contextPart: (part) => contextParts[part],
  chatUsage: ({ tokens: count, cost: spent, isWhole }) =>
    `Usado até agora: ${tokens(count)}, ${spent !== undefined && !isWhole ? "pelo menos " : ""}${cost(spent)}`,
  brokenMessage: "Não foi possível exibir esta mensagem.",
  prompts: "Prompts",
  placeholderWithPrompts: "Mensagem… ou / para prompts",
  promptForm: "Preencher o prompt",
  usePrompt: "Usar prompt",
  cancel: "Cancelar",
  suggestions: "Sugestões",
  editing: "Editando uma mensagem",
  cancelEditing: "Cancelar edição",
  toolName: (tool) => `Ferramenta ${tool}`,
  toolState: (call) =>
    call.state === "output-available" && call.preliminary ? "Em execução" : toolStates[call.state],
  toolInput: "Argumentos",
  toolOutput: "Resultado",
  toolQuestion: (tool) => `Permitir o uso de ${tool}?`,
  allowTool: "Permitir",
  alwaysAllowTool: "Sempre permitir neste chat",
  denyTool: "Negar",
  configuration: "Parâmetros",
  resetConfiguration: "Redefinir",
  configName: (name) => settings[name][0],
  configDefault: "Padrão",
  configHint: (name, range) => {
    const [, hint] = settings[name];
    if (!range) return hint;
    const { min, max } = range;
    return max === undefined
      ? `${hint} A partir de ${number(min)}.`
      : `${hint} De ${number(min)} a ${number(max)}.`;
  },
  configRefused: (model) => `${model ?? "Este modelo"} não aceita este parâmetro.`,
  unread: (count) => plural(count, { one: "# nova resposta", other: "# novas respostas" }),
  loadingChat: "Carregando o chat…",

  send: "Enviar",
  stop: "Parar",
  sendWhileBusy: (whileBusy) =>
    whileBusy === "interrupt" ? "Parar e enviar" : "Enviar em seguida",
  sendKey: (sendOn, isApple) => (sendOn === "enter" ? "Enter" : isApple ? "⌘ Enter" : "Ctrl+Enter"),
  queued: "Mensagens em espera",
  queuedFiles: (count) => plural(count, { one: "# arquivo", other: "# arquivos" }),
  editQueued: (message) => `Editar “${excerptOf(message)}”`,
  sendQueuedNow: (message) => `Enviar “${excerptOf(message)}” agora`,
  removeQueued: (message) => `Remover “${excerptOf(message)}”`,
  announceQueued: "A mensagem aguarda o fim da resposta.",

  regenerateWith: "Gerar novamente com outro modelo",
  useOtherModel: "Usar outro modelo",
  editMessage: "Editar mensagem",
  versions: "Versões",
  previousVersion: "Versão anterior",
  nextVersion: "Próxima versão",
  versionShown: (position, count) => `Versão ${number(position)} de ${number(count)}`,
  answerDetails: "Sobre esta resposta",
  answerFact: (fact) => answerFacts[fact],
  comparison: "Respostas lado a lado",
  announceCompared: (count) =>
    plural(count, { one: "# resposta chegou.", other: "# respostas chegaram." }),
  useAnswer: "Usar esta resposta",

  threads: "Chats",
  newChat: "Novo chat",
  searchThreads: "Buscar chats",
  noThreads: "Ainda não há chats.",
  noThreadFound: "Nenhum chat tem esse nome.",
  loadingThreads: "Carregando os chats…",
  searchingThreads: "Buscando nos chats…",
  untitled: "Sem título",
  threadDay: (day) => days[day],
  renameThread: (title) => `Renomear “${title}”`,
  deleteThread: (title) => `Excluir “${title}”`,
  threadTitle: "Nome do chat",
  threadDeleted: (title) => `“${title}” foi excluído.`,
  undo: "Desfazer",
  dismiss: "Dispensar",

  panel: "Janela do chat",
  openChat: (waiting) =>
    waiting > 0
      ? plural(waiting, { one: "Abrir o chat, # nova", other: "Abrir o chat, # novas" })
      : "Abrir o chat",
  closeChat: "Fechar o chat",
};
