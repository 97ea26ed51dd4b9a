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
    `Für ${e.provider ?? "diesen Anbieter"} fehlt ein API-Schlüssel. Einen Schlüssel eingeben oder auf dem Server hinterlegen.`,
  authentication: (e) =>
    `${server(e)} hat den API-Schlüssel nicht akzeptiert. Prüfen, ob er vollständig und noch gültig ist.${said(e)}`,
  permission: (e) =>
    `${server(e)} lässt ${model(e)} mit diesem Schlüssel nicht zu. Die Rechte des Schlüssels prüfen oder ein anderes Modell auswählen.${said(e)}`,
  insufficient_credit: (e) =>
    `${server(e)} meldet, dass kein Guthaben oder Kontingent mehr da ist. Guthaben aufladen oder einen anderen Anbieter wählen.`,
  not_found: (e) =>
    `${server(e)} kennt ${model(e)} unter dieser Adresse nicht. Den Namen prüfen oder ein anderes Modell auswählen.${said(e)}`,
  rate_limit: (e) =>
    `${server(e)} nimmt gerade keine weiteren Anfragen an. ${e.retryAfterMs === undefined ? "Kurz warten und erneut versuchen." : `In ${duration(e.retryAfterMs)} erneut versuchen.`}`,
  context_window: (e) =>
    `Die Unterhaltung ist länger, als ${model(e)} lesen kann. Einen Teil entfernen oder ein Modell mit größerem Kontextfenster auswählen.`,
  content_policy: (e) =>
    `${server(e)} hat die Anfrage wegen seiner Inhaltsrichtlinien abgelehnt. Anders formulieren und erneut senden.${said(e)}`,
  bad_request: (e) =>
    `${server(e)} hat die Anfrage nicht angenommen.${said({ ...e, details: e.details ?? e.message })}`,
  vision_unsupported: (e) =>
    `${model(e, "Dieses Modell")} kann keine Bilder lesen. Ein Modell auswählen, das es kann, oder das Bild entfernen.`,
  tools_unsupported: (e) =>
    `${model(e, "Dieses Modell")} kann keine Tools verwenden. Ein Modell auswählen, das es kann, oder die Tools ausschalten.`,
  image_rejected: (e) =>
    `${server(e)} konnte ein Bild nicht verwenden. Ein kleineres als PNG oder JPEG anhängen.${said(e)}`,
  timeout: (e) =>
    `${server(e)} hat zu lange nicht geantwortet. Erneut versuchen oder ein anderes Modell auswählen.`,
  stalled: (e) =>
    `${server(e)} hat nichts mehr gesendet. Der bisherige Text bleibt erhalten; erneut versuchen oder fortsetzen.`,
  truncated: () =>
    "Die Antwort ist abgebrochen, bevor sie vollständig war. Der bisherige Text bleibt erhalten; erneut versuchen oder fortsetzen.",
  overloaded: (e) =>
    `${server(e)} ist überlastet. Gleich erneut versuchen oder ein anderes Modell auswählen.`,
  server: (e) => `${server(e)} hatte ein Problem. Gleich erneut versuchen.${said(e)}`,
  network: (e) =>
    `${server(e)} ist nicht erreichbar. Die Internetverbindung prüfen und erneut versuchen oder die Seite neu laden.`,
  aborted: () => "Gestoppt.",
};

const server = ({ provider }: ErrorFacts): string => provider ?? "Der Server";

const model = ({ model: name }: ErrorFacts, otherwise = "das Modell"): string =>
  name === undefined ? otherwise : `„${name}“`;

/** What the provider said of it. */
const said = ({ details }: ErrorFacts): string => (details ? ` Meldung: „${details}“` : "");

function preflight({ code, model: name, provider, files, measure }: PreflightFacts): string {
  const { count, areImages, name: only, types } = fileWords(files);
  const several = areImages
    ? plural(count, { one: "das Bild", other: "# Bilder" })
    : plural(count, { one: "die Datei", other: "# Dateien" });
  const named = only ?? several;
  const isOne = count === 1;
  switch (code) {
    case "vision_unsupported":
      return `${name} kann keine Bilder lesen. Ein Modell mit Bilderkennung auswählen oder nur den Text senden.`;
    case "image_type":
      return `${provider} nimmt ${named} nicht an (${list(types)}). Als PNG oder JPEG anhängen oder ein anderes Modell auswählen.`;
    case "image_address":
      return `${provider} lädt keine Bilder aus dem Web. ${isOne ? "Das Bild" : "Die Bilder"} selbst anhängen oder ein anderes Modell auswählen.`;
    case "image_too_large":
      return `Zu groß für ${provider}: ${named} (${sizes(measure)}). ${isOne ? "Ein kleineres Bild" : "Kleinere Bilder"} anhängen oder ein anderes Modell auswählen.`;
    case "too_many_images":
      return `${provider} nimmt höchstens ${number(measure?.most ?? 0)} Bilder an, in diesem Chat sind es ${number(measure?.actual ?? 0)}. Die ältesten entfernen oder ein anderes Modell auswählen.`;
    case "request_too_large":
      return `Die ${areImages ? "Bilder" : "Dateien"} dieses Chats sind zu viel für ${provider} (${sizes(measure)}). Die ältesten entfernen oder ein anderes Modell auswählen.`;
    case "file_unsupported":
      return `${name} kann ${named} nicht lesen (${list(types)}). Ein anderes Modell auswählen oder ${isOne ? "die Datei" : "die Dateien"} entfernen.`;
    case "file_address":
      return `${provider} lädt ${named} nicht aus dem Web (${list(types)}). Ein anderes Modell auswählen oder ${isOne ? "die Datei" : "die Dateien"} entfernen.`;
    case "file_too_large":
      return `Zu groß für ${provider}: ${named} (${sizes(measure)}). Weniger anhängen oder ein anderes Modell auswählen.`;
    case "too_many_files":
      return `${provider} nimmt höchstens ${number(measure?.most ?? 0)} Dokumente an, in diesem Chat sind es ${number(measure?.actual ?? 0)}. Die ältesten entfernen oder ein anderes Modell auswählen.`;
    case "tools_unsupported":
      return `${name} kann keine Tools verwenden. Ein Modell auswählen, das es kann.`;
    case "context_window":
      return `Dieser Chat ist zu lang für ${name} (etwa ${sizes(measure)}). Die ältesten Nachrichten entfernen oder ein Modell auswählen, das mehr aufnimmt.`;
    case "context_may_not_fit":
      return `Dieser Chat ist vielleicht zu lang für ${name} (etwa ${sizes(measure)}). Trotzdem senden, die ältesten Nachrichten entfernen oder ein Modell auswählen, das mehr aufnimmt.`;
    case "context_nearly_full": {
      const share = measure ? measure.actual / measure.most : 0;
      return `Dieser Chat füllt ${percent(share)} dessen, was ${name} aufnimmt. ${share < contextLevels.critical ? "Bevor alles voll ist" : "Vor den nächsten Antworten"}, die ältesten Nachrichten entfernen oder ein Modell auswählen, das mehr aufnimmt.`;
    }
  }
}

const units: Readonly<Record<PreflightMeasure["unit"], string>> = {
  bytes: "",
  side: " Pixel Seitenlänge",
  pixels: " Megapixel",
  pages: " Seiten",
  tokens: " Tokens",
  images: " Bilder",
  files: " Dateien",
};

function sizes(measure: PreflightMeasure | undefined): string {
  if (!measure) return "";
  const { actual, most } = limit(measure);
  return `${actual}${units[measure.unit]}, höchstens ${most}`;
}

const remedies: Readonly<Record<RemedyId, readonly [one: string, many: string]>> = {
  choose_model: ["Modell auswählen", "Modell auswählen"],
  remove_images: ["Bild entfernen", "Bilder entfernen"],
  remove_files: ["Datei entfernen", "Dateien entfernen"],
  shrink_images: ["Verkleinern", "Verkleinern"],
  drop_oldest_turns: ["Älteste Nachrichten entfernen", "Älteste Nachrichten entfernen"],
};

function attachmentRefused(name: string, refusal: AttachmentRefusal): string {
  switch (refusal.reason) {
    case "empty":
      return `${name} ist leer.`;
    case "unreadable":
      return `${name} konnte nicht gelesen werden. Die Datei ist möglicherweise beschädigt.`;
    case "failed":
      return `${name} konnte in diesem Browser nicht vorbereitet werden. Erneut versuchen oder ein kleineres JPEG anhängen.`;
    case "not_an_image":
      return `${name} ist kein Bild. Eine PNG-, JPEG-, GIF- oder WebP-Datei anhängen.`;
    case "unsupported_type":
      return `${name} hat einen Typ, der hier nicht gelesen werden kann (${refusal.mediaType}). Als PNG oder JPEG speichern und neu anhängen.`;
    case "too_large":
      return `${name} ist ${megabytes(refusedMegabytes(refusal.bytes))} groß; erlaubt sind höchstens ${megabytes(refusedMegabytes(refusal.maxBytes))}.`;
    case "not_accepted":
      return `${name} kann hier nicht angehängt werden. Erlaubt: ${choice(acceptedKinds(refusal.accept, kinds))}.`;
    case "too_many_files":
      return `${name} ist zu viel: ${plural(refusal.maxFiles, { one: "Eine Nachricht darf höchstens # Datei enthalten.", other: "Eine Nachricht darf höchstens # Dateien enthalten." })} Zuerst eine andere entfernen.`;
    case "upload_failed":
      return [
        "Das Hochladen von",
        name,
        "ist fehlgeschlagen.",
        refusal.message,
        "Erneut versuchen.",
      ]
        .filter(Boolean)
        .join(" ");
    case "too_many_pixels":
      return `${name} hat ${number(refusal.width)} × ${number(refusal.height)} Pixel; Bilder dürfen höchstens ${number(Math.floor(refusal.maxPixels / 1e6))} Megapixel haben.`;
    case "aspect_ratio":
      return `${name} hat ${number(refusal.width)} × ${number(refusal.height)} Pixel; eine Seite darf höchstens ${number(refusal.maxRatio)}-mal so lang sein wie die andere.`;
  }
}

const kinds: Readonly<Record<string, string>> = {
  "image/*": "Bilder",
  "audio/*": "Audiodateien",
  "video/*": "Videos",
  "text/*": "Textdateien",
  "text/plain": "Textdateien",
  "application/pdf": "PDFs",
  "application/json": "JSON",
};

const historyFaults: Readonly<Record<HistoryErrorCode, string>> = {
  quota:
    "Der Speicher des Browsers ist voll, deshalb sind die letzten Nachrichten nicht gespeichert: alte Chats löschen, um Platz zu schaffen.",
  denied:
    "Dieser Browser lässt die Seite nichts speichern, deshalb endet dieser Chat mit seinem Tab: der Seite das Speichern erlauben oder den privaten Modus verlassen, um ihn zu behalten.",
  unreadable:
    "Was von diesem Chat gespeichert war, ist beschädigt und bleibt unverändert, deshalb wird hier nichts gespeichert: dafür einen neuen Chat beginnen.",
  newer:
    "Dieser Chat wurde von einer neueren Version dieser Seite gespeichert und bleibt unverändert: die Seite neu laden, um ihn zu öffnen.",
  conflict:
    "Dieser Chat wurde auch in einem anderen Tab geändert: Was dort geschrieben wurde, bleibt als weiterer Zweig erhalten.",
  failed:
    "Dieser Chat konnte nicht gespeichert werden. Er läuft weiter, und mit der nächsten Änderung wird es erneut versucht.",
};

function warning({ code, message, parameter = "", replacement = "" }: AnswerWarning): string {
  switch (code) {
    case "parameter_left_out":
      return `Das Modell kennt ${parameter} nicht, deshalb wurde es weggelassen.`;
    case "parameter_renamed":
      return `Das Modell erwartet ${replacement} statt ${parameter}.`;
    case "reasoning_left_out":
      return "Der Server nimmt Gedankengänge von Modellen nicht zurück, deshalb wurden sie weggelassen.";
    case "not_streamed":
      return "Das Modell kann nicht streamen, deshalb kam die Antwort in einem Stück.";
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
