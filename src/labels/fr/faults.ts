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

const { number, percent, plural, list, choice, megabytes, duration, limit } = formats;

const errors: ErrorSentences = {
  missing_key: (e) =>
    `Il manque une clé API pour ${e.provider ?? "ce fournisseur"}. En saisir une, ou la définir sur le serveur.`,
  authentication: (e) =>
    `${server(e)} n’a pas accepté la clé API. Vérifier qu’elle est complète et toujours valable.${said(e)}`,
  permission: (e) =>
    `${server(e)} n’autorise pas ${model(e)} avec cette clé. Vérifier les droits de la clé, ou choisir un autre modèle.${said(e)}`,
  insufficient_credit: (e) =>
    `${server(e)} indique que le crédit ou le quota du compte est épuisé. Ajouter du crédit, ou choisir un autre fournisseur.`,
  not_found: (e) =>
    `${server(e)} ne connaît pas ${model(e)} à cette adresse. Vérifier le nom, ou choisir un autre modèle.${said(e)}`,
  rate_limit: (e) =>
    `${server(e)} n’accepte plus de requêtes pour l’instant. ${e.retryAfterMs === undefined ? "Patienter un peu, puis réessayer." : `Réessayer dans ${duration(e.retryAfterMs)}.`}`,
  context_window: (e) =>
    `La conversation est plus longue que ce que ${model(e)} peut lire. En retirer une partie, ou choisir un modèle avec une plus grande fenêtre de contexte.`,
  content_policy: (e) =>
    `${server(e)} a refusé la demande en raison de ses règles sur le contenu. Reformuler, puis renvoyer.${said(e)}`,
  bad_request: (e) =>
    `${server(e)} n’a pas accepté la demande.${said({ ...e, details: e.details ?? e.message })}`,
  vision_unsupported: (e) =>
    `${model(e, "Ce modèle")} ne peut pas lire les images. Choisir un modèle qui le peut, ou retirer l’image.`,
  tools_unsupported: (e) =>
    `${model(e, "Ce modèle")} ne peut pas utiliser d’outils. Choisir un modèle qui le peut, ou désactiver les outils.`,
  image_rejected: (e) =>
    `${server(e)} n’a pas pu utiliser une image. En joindre une plus petite, en PNG ou en JPEG.${said(e)}`,
  timeout: (e) => `${server(e)} n’a pas répondu à temps. Réessayer, ou choisir un autre modèle.`,
  stalled: (e) =>
    `${server(e)} n’envoie plus rien. Le texte déjà reçu est conservé\u202f; réessayer ou continuer.`,
  truncated: () =>
    "La réponse s’est interrompue avant la fin. Le texte déjà reçu est conservé\u202f; réessayer ou continuer.",
  overloaded: (e) =>
    `${server(e)} est surchargé. Réessayer dans un instant, ou choisir un autre modèle.`,
  server: (e) => `${server(e)} a rencontré un problème. Réessayer dans un instant.${said(e)}`,
  network: (e) =>
    `${server(e)} est injoignable. Vérifier la connexion Internet et réessayer, ou recharger la page.`,
  aborted: () => "Arrêté.",
};

const server = ({ provider }: ErrorFacts): string => provider ?? "Le serveur";

const model = ({ model: name }: ErrorFacts, otherwise = "le modèle"): string =>
  name === undefined ? otherwise : `«\u202f${name}\u202f»`;

/** What the provider said of it. */
const said = ({ details }: ErrorFacts): string =>
  details ? ` Message reçu\u202f: «\u202f${details}\u202f»` : "";

function preflight({ code, model: name, provider, files, measure }: PreflightFacts): string {
  const { count, areImages, name: only, types } = fileWords(files);
  const isOne = count === 1;
  const named =
    only ??
    (areImages
      ? plural(count, { one: "l’image", other: "# images" })
      : plural(count, { one: "le fichier", other: "# fichiers" }));
  switch (code) {
    case "vision_unsupported":
      return `${name} ne peut pas lire les images. Choisir un modèle qui le peut, ou envoyer le texte seul.`;
    case "image_type":
      return `${provider} n’accepte pas ${named} (${list(types)}). Joindre en PNG ou en JPEG, ou choisir un autre modèle.`;
    case "image_address":
      return `${provider} ne charge pas d’images depuis le Web. Joindre ${isOne ? "l’image elle-même" : "les images elles-mêmes"}, ou choisir un autre modèle.`;
    case "image_too_large":
      return `Trop grand pour ${provider}\u202f: ${named} (${sizes(measure)}). Joindre ${isOne ? "une image plus petite" : "des images plus petites"}, ou choisir un autre modèle.`;
    case "too_many_images":
      return `${provider} accepte au plus ${number(measure?.most ?? 0)} images, et ce chat en compte ${number(measure?.actual ?? 0)}. Retirer les plus anciennes, ou choisir un autre modèle.`;
    case "request_too_large":
      return `${areImages ? "Les images" : "Les fichiers"} de ce chat sont trop lourds pour ${provider} (${sizes(measure)}). Retirer les plus anciens, ou choisir un autre modèle.`;
    case "file_unsupported":
      return `${name} ne peut pas lire ${named} (${list(types)}). Choisir un autre modèle, ou retirer ${isOne ? "le fichier" : "les fichiers"}.`;
    case "file_address":
      return `${provider} ne charge pas ${named} depuis le Web (${list(types)}). Choisir un autre modèle, ou retirer ${isOne ? "le fichier" : "les fichiers"}.`;
    case "file_too_large":
      return `Trop lourd pour ${provider}\u202f: ${named} (${sizes(measure)}). Joindre moins, ou choisir un autre modèle.`;
    case "too_many_files":
      return `${provider} accepte au plus ${number(measure?.most ?? 0)} documents, et ce chat en compte ${number(measure?.actual ?? 0)}. Retirer les plus anciens, ou choisir un autre modèle.`;
    case "tools_unsupported":
      return `${name} ne peut pas utiliser d’outils. Choisir un modèle qui le peut.`;
    case "context_window":
      return `Ce chat est trop long pour ${name} (environ ${sizes(measure)}). Retirer les échanges les plus anciens, ou choisir un modèle qui accepte davantage.`;
    case "context_may_not_fit":
      return `Ce chat est peut-être trop long pour ${name} (environ ${sizes(measure)}). L’envoyer quand même, retirer les échanges les plus anciens, ou choisir un modèle qui accepte davantage.`;
    case "context_nearly_full": {
      const share = measure ? measure.actual / measure.most : 0;
      return `Ce chat occupe ${percent(share)} de ce que ${name} accepte. ${share < contextLevels.critical ? "Avant qu’il ne soit plein" : "Avant les prochaines réponses"}, retirer les échanges les plus anciens ou choisir un modèle qui accepte davantage.`;
    }
  }
}

const units: Readonly<Record<PreflightMeasure["unit"], string>> = {
  bytes: "",
  side: " pixels de côté",
  pixels: " mégapixels",
  pages: " pages",
  tokens: " tokens",
  images: " images",
  files: " fichiers",
};

function sizes(measure: PreflightMeasure | undefined): string {
  if (!measure) return "";
  const { actual, most } = limit(measure);
  return `${actual}${units[measure.unit]}, ${most} au plus`;
}

const remedies: Readonly<Record<RemedyId, readonly [one: string, many: string]>> = {
  choose_model: ["Choisir un modèle", "Choisir un modèle"],
  remove_images: ["Retirer l’image", "Retirer les images"],
  remove_files: ["Retirer le fichier", "Retirer les fichiers"],
  shrink_images: ["Réduire l’image", "Réduire les images"],
  drop_oldest_turns: ["Retirer les plus anciens", "Retirer les plus anciens"],
};

function attachmentRefused(name: string, refusal: AttachmentRefusal): string {
  switch (refusal.reason) {
    case "empty":
      return `${name} est vide.`;
    case "unreadable":
      return `${name} n’a pas pu être lu. Le fichier est peut-être endommagé.`;
    case "failed":
      return `${name} n’a pas pu être préparé par ce navigateur. Réessayer, ou joindre un JPEG plus petit.`;
    case "not_an_image":
      return `${name} n’est pas une image. Joindre un fichier PNG, JPEG, GIF ou WebP.`;
    case "unsupported_type":
      return `${name} est d’un type qui ne peut pas être lu ici (${refusal.mediaType}). L’enregistrer en PNG ou en JPEG, puis le joindre.`;
    case "too_large":
      return `${name} fait ${megabytes(refusedMegabytes(refusal.bytes))}\u202f; un fichier peut faire ${megabytes(refusedMegabytes(refusal.maxBytes))} au plus.`;
    case "not_accepted":
      return `${name} ne peut pas être joint ici. Formats acceptés\u202f: ${choice(acceptedKinds(refusal.accept, kinds))}.`;
    case "too_many_files":
      return `${name} est de trop\u202f: ${plural(refusal.maxFiles, { one: "un message peut contenir # fichier au plus.", other: "un message peut contenir # fichiers au plus." })} En retirer d’abord un autre.`;
    case "upload_failed":
      return ["L’envoi de", name, "a échoué.", refusal.message, "Réessayer."]
        .filter(Boolean)
        .join(" ");
    case "too_many_pixels":
      return `${name} fait ${number(refusal.width)} × ${number(refusal.height)} pixels\u202f; une image peut faire ${number(Math.floor(refusal.maxPixels / 1e6))} mégapixels au plus.`;
    case "aspect_ratio":
      return `${name} fait ${number(refusal.width)} × ${number(refusal.height)} pixels\u202f; un côté peut être au plus ${number(refusal.maxRatio)} fois plus long que l’autre.`;
  }
}

const kinds: Readonly<Record<string, string>> = {
  "image/*": "images",
  "audio/*": "sons",
  "video/*": "vidéos",
  "text/*": "fichiers texte",
  "text/plain": "fichiers texte",
  "application/pdf": "PDF",
  "application/json": "JSON",
};

const historyFaults: Readonly<Record<HistoryErrorCode, string>> = {
  quota:
    "Le stockage du navigateur est plein, les derniers messages ne sont donc pas enregistrés\u202f: supprimer d’anciens chats pour libérer de la place.",
  denied:
    "Ce navigateur ne laisse pas la page enregistrer de données, ce chat disparaîtra donc avec son onglet\u202f: autoriser ce site à stocker des données, ou quitter la navigation privée, pour le conserver.",
  unreadable:
    "Ce qui était enregistré de ce chat est endommagé et reste tel quel, rien n’est donc enregistré ici\u202f: commencer un nouveau chat pour qu’il le soit.",
  newer:
    "Ce chat a été enregistré par une version plus récente de cette page et reste tel quel\u202f: recharger la page pour l’ouvrir.",
  conflict:
    "Ce chat a aussi été modifié dans un autre onglet\u202f: ce qui y a été écrit est conservé comme une autre branche.",
  failed:
    "Ce chat n’a pas pu être enregistré. Il continue, et un nouvel essai suivra la prochaine modification.",
};

function warning({ code, message, parameter = "", replacement = "" }: AnswerWarning): string {
  switch (code) {
    case "parameter_left_out":
      return `Le modèle n’accepte pas ${parameter}, qui a donc été omis.`;
    case "parameter_renamed":
      return `Le modèle attend ${replacement} à la place de ${parameter}.`;
    case "reasoning_left_out":
      return "Le serveur ne reprend pas les réflexions des modèles, elles ont donc été omises.";
    case "not_streamed":
      return "Le modèle ne diffuse pas en continu, sa réponse est donc arrivée d’un seul bloc.";
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
