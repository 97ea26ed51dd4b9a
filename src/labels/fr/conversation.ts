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
  value === undefined ? "coût inconnu" : dollars(value);

const contextParts: Readonly<Record<keyof TokenParts, string>> = {
  system: "Message système",
  history: "Conversation",
  images: "Images",
  draft: "Ce message",
  tools: "Outils",
};

const toolStates: Readonly<Record<ToolState, string>> = {
  "input-streaming": "Préparation",
  "input-available": "En cours",
  "approval-requested": "Attend une autorisation",
  "approval-responded": "Répondu",
  "output-available": "Terminé",
  "output-error": "Échec",
  "output-denied": "Refusé",
};

const settings: Readonly<Record<ConfigNumber, readonly [name: string, hint: string]>> = {
  maxTokens: ["Tokens max.", "Longueur maximale de la réponse."],
  temperature: ["Température", "Plus elle est élevée, plus la réponse surprend."],
  topP: ["Top P", "Seulement les mots les plus probables, jusqu’à cette part."],
  topK: ["Top K", "Seulement ce nombre de mots les plus probables."],
  frequencyPenalty: ["Pénalité de fréquence", "Contre la répétition des mêmes mots."],
  presencePenalty: ["Pénalité de présence", "En faveur de nouveaux sujets."],
};

const answerFacts: Readonly<Record<AnswerFact, string>> = {
  model: "Réponse de",
  inputTokens: "Tokens lus",
  cachedInputTokens: "… depuis le cache",
  outputTokens: "Tokens écrits",
  reasoningTokens: "… pour la réflexion",
  totalTokens: "Tokens",
  cost: "Coût",
  firstToken: "Premier mot après",
  duration: "Durée",
};

const days: Readonly<Record<ThreadDay, string>> = {
  today: "Aujourd’hui",
  yesterday: "Hier",
  week: "7 derniers jours",
  earlier: "Plus ancien",
};

/** The words around messages. */
export const conversation: ConversationLabels = {
  title: "Chat",
  messages: "Messages",
  emptyTitle: "Comment puis-je aider\u202f?",
  emptyText: "Poser une question ou joindre une image.",
  you: "Moi",
  assistant: "Assistant",
  messageName: (author, position) => `${author}, message ${number(position)}`,
  placeholder: "Message…",
  input: "Message",
  regenerate: "Régénérer",
  deleteMessage: "Supprimer le message",
  stopped: "Arrêté",
  cutOff: "Interrompu",
  lengthLimit: "Limite de longueur atteinte",
  fellBack: (model, message, answeredBy) =>
    `${model} a été interrogé en premier${answeredBy ? `, ${answeredBy} a répondu` : ""}. ${message}`,
  continue: "Continuer",
  retrying: (attempt, seconds) =>
    `Pas encore de réponse. Nouvel essai dans ${duration(seconds * 1000)} (essai ${number(attempt + 1)}).`,
  jumpToLatest: "Aller à la fin",
  announceAnswering: "L’assistant répond.",
  announceStopped: "Arrêté.",
  tokens,
  cost,
  fileRemoved: "[fichier supprimé]",
  context: "Contexte",
  contextDetails: "Ce qui remplit le contexte",
  contextUsed: ({ tokens: count, limit, share, isMeasured }) => {
    const used = isMeasured ? "" : "≈\u00a0";
    if (limit === undefined || share === undefined) return `${used}${tokens(count)}`;
    return `${used}${number(count)} sur ${tokens(limit)} (${percent(share)})`;
  },
  contextPart: (part) => contextParts[part],
  chatUsage: ({ tokens: count, cost: spent, isWhole }) =>
    `Utilisé jusqu’ici\u202f: ${tokens(count)}, ${spent !== undefined && !isWhole ? "au moins " : ""}${cost(spent)}`,
  brokenMessage: "Ce message n’a pas pu être affiché.",
  prompts: "Prompts",
  placeholderWithPrompts: "Message… ou / pour les prompts",
  promptForm: "Remplir le prompt",
  usePrompt: "Utiliser le prompt",
  cancel: "Annuler",
  suggestions: "Suggestions",
  editing: "Modification d’un message",
  cancelEditing: "Annuler la modification",
  toolName: (tool) => `Outil ${tool}`,
  toolState: (call) =>
    call.state === "output-available" && call.preliminary ? "En cours" : toolStates[call.state],
  toolInput: "Arguments",
  toolOutput: "Résultat",
  toolQuestion: (tool) => `Autoriser l’appel de ${tool}\u202f?`,
  allowTool: "Autoriser",
  alwaysAllowTool: "Toujours autoriser dans ce chat",
  denyTool: "Refuser",
  configuration: "Paramètres",
  resetConfiguration: "Réinitialiser",
  configName: (name) => settings[name][0],
  configDefault: "Par défaut",
  configHint: (name, range) => {
    const [, hint] = settings[name];
    if (!range) return hint;
    const { min, max } = range;
    return max === undefined
      ? `${hint} À partir de ${number(min)}.`
      : `${hint} De ${number(min)} à ${number(max)}.`;
  },
  configRefused: (model) => `${model ?? "Ce modèle"} ne l’accepte pas.`,
  unread: (count) => plural(count, { one: "# nouvelle réponse", other: "# nouvelles réponses" }),
  loadingChat: "Chargement du chat…",

  send: "Envoyer",
  stop: "Arrêter",
  sendWhileBusy: (whileBusy) =>
    whileBusy === "interrupt" ? "Arrêter et envoyer" : "Envoyer ensuite",
  sendKey: (sendOn, isApple) =>
    sendOn === "enter" ? "Entrée" : isApple ? "⌘ Entrée" : "Ctrl+Entrée",
  queued: "Messages en attente",
  queuedFiles: (count) => plural(count, { one: "# fichier", other: "# fichiers" }),
  editQueued: (message) => `Modifier «\u202f${excerptOf(message)}\u202f»`,
  sendQueuedNow: (message) => `Envoyer «\u202f${excerptOf(message)}\u202f» maintenant`,
  removeQueued: (message) => `Retirer «\u202f${excerptOf(message)}\u202f»`,
  announceQueued: "Le message attend la fin de la réponse.",

  regenerateWith: "Régénérer avec un autre modèle",
  useOtherModel: "Utiliser un autre modèle",
  editMessage: "Modifier le message",
  versions: "Versions",
  previousVersion: "Version précédente",
  nextVersion: "Version suivante",
  versionShown: (position, count) => `Version ${number(position)} sur ${number(count)}`,
  answerDetails: "À propos de cette réponse",
  answerFact: (fact) => answerFacts[fact],
  comparison: "Réponses côte à côte",
  announceCompared: (count) =>
    plural(count, { one: "# réponse est arrivée.", other: "# réponses sont arrivées." }),
  useAnswer: "Utiliser cette réponse",

  threads: "Chats",
  newChat: "Nouveau chat",
  searchThreads: "Rechercher dans les chats",
  noThreads: "Aucun chat pour l’instant.",
  noThreadFound: "Aucun chat ne porte ce nom.",
  loadingThreads: "Chargement des chats…",
  searchingThreads: "Recherche dans les chats…",
  untitled: "Sans titre",
  threadDay: (day) => days[day],
  renameThread: (title) => `Renommer «\u202f${title}\u202f»`,
  deleteThread: (title) => `Supprimer «\u202f${title}\u202f»`,
  threadTitle: "Nom du chat",
  threadDeleted: (title) => `«\u202f${title}\u202f» a été supprimé.`,
  undo: "Annuler",
  dismiss: "Ignorer",

  panel: "Fenêtre de chat",
  openChat: (waiting) =>
    waiting > 0
      ? plural(waiting, {
          one: "Ouvrir le chat, # nouveau message",
          other: "Ouvrir le chat, # nouveaux messages",
        })
      : "Ouvrir le chat",
  closeChat: "Fermer le chat",
};
