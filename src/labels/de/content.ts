import { fileKind, imageOutcome } from "../../components/attachmentFigures.js";
import type { ContentLabels } from "../families.js";
import { formats } from "./formats.js";

const { number, percent, plural, list, bytes, duration } = formats;

/** The words of attachments and of what messages hold. */
export const content: ContentLabels = {
  attach: "Dateien anhängen",
  dropHere: "Dateien hier ablegen",
  attachments: "Anhänge",
  removeAttachment: (name) => `${name} entfernen`,
  attachmentReading: (name) => `${name} wird gelesen`,
  attachmentProcessing: (name) => `${name} wird vorbereitet`,
  attachmentOutcome: (image) =>
    imageOutcome(image, {
      percent,
      tokens: (count) => plural(count, { one: "# Token", other: "# Tokens" }),
      firstFrameOnly: "nur erstes Bild",
    }).join(", "),
  attachmentUploading: (name) => `${name} wird hochgeladen`,
  attachmentFile: (mediaType, size) => `${fileKind(mediaType, "Text")}, ${bytes(size)}`,
  attachmentOptions: (name) => `Optionen für ${name}`,
  altText: "Alternativtext",
  moveEarlier: "Nach vorn",
  moveLater: "Nach hinten",
  attachmentMoved: (name, position, count) => `${name}, ${number(position)} von ${number(count)}`,
  insertAsText: "Als Text einfügen",
  pastedText: "Eingefügter Text",
  takePhoto: "Foto aufnehmen",
  imageRejected: (models) =>
    `${list(models)} ${models.length === 1 ? "hat" : "haben"} dieses Bild nicht angenommen. Weitere Nachrichten werden ohne das Bild gesendet.`,

  thinking: "Denkt nach …",
  thought: "Gedankengang",
  thoughtFor: (durationMs) => `${duration(durationMs)} nachgedacht`,
  sources: "Quellen",
  sourceCount: (count) => plural(count, { one: "# Quelle", other: "# Quellen" }),
  image: "Bild",
  file: "Datei",

  showImage: (host) => `Bild von ${host} anzeigen`,
  table: "Tabelle",
  code: "Code",
  formula: "Formel",
  wrapLines: "Zeilen umbrechen",
  copy: "Kopieren",
  copied: "Kopiert",
  copyMarkdown: "Als Markdown kopieren",
  copyCSV: "Als CSV kopieren",
  taskDone: "Erledigt",
  taskOpen: "Offen",
  footnote: (index) => `Fußnote ${number(index)}`,
  backToText: (index) => `Fußnote ${number(index)}, zurück zum Text`,

  openImage: (name) => `${name} öffnen`,
  imageNotOpened:
    "Das Bild kann nicht größer angezeigt werden, weil ein Teil dieser Seite nicht geladen wurde. Seite neu laden.",
  imagePosition: (position, total) => `${number(position)} von ${number(total)}`,
  previousImage: "Vorheriges Bild",
  nextImage: "Nächstes Bild",
  zoomIn: "Vergrößern",
  zoomOut: "Verkleinern",
  zoomToFit: (zoom) => `${percent(zoom / 100)}, an Fenster anpassen`,
  download: (name) => `${name} herunterladen`,
  closeImage: "Schließen",
};
