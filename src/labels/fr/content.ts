import { fileKind, imageOutcome } from "../../components/attachmentFigures.js";
import type { ContentLabels } from "../families.js";
import { formats } from "./formats.js";

const { number, percent, plural, list, bytes, duration } = formats;

/** The words of attachments and of what messages hold. */
export const content: ContentLabels = {
  attach: "Joindre des fichiers",
  dropHere: "Déposer les fichiers ici",
  attachments: "Pièces jointes",
  removeAttachment: (name) => `Retirer ${name}`,
  attachmentReading: (name) => `Lecture de ${name}`,
  attachmentProcessing: (name) => `Préparation de ${name}`,
  attachmentOutcome: (image) =>
    imageOutcome(image, {
      percent,
      tokens: (count) => plural(count, { one: "# token", other: "# tokens" }),
      firstFrameOnly: "première image seulement",
    }).join(", "),
  attachmentUploading: (name) => `Envoi de ${name}`,
  attachmentFile: (mediaType, size) => `${fileKind(mediaType, "Texte")}, ${bytes(size)}`,
  attachmentOptions: (name) => `Options pour ${name}`,
  altText: "Texte alternatif",
  moveEarlier: "Avancer",
  moveLater: "Reculer",
  attachmentMoved: (name, position, count) => `${name}, ${number(position)} sur ${number(count)}`,
  insertAsText: "Insérer comme texte",
  pastedText: "Texte collé",
  takePhoto: "Prendre une photo",
  imageRejected: (models) =>
    `${list(models)} ${models.length === 1 ? "n’a" : "n’ont"} pas accepté cette image. La suite est envoyée sans elle.`,

  thinking: "Réflexion en cours…",
  thought: "Réflexion",
  thoughtFor: (durationMs) => `Réflexion de ${duration(durationMs)}`,
  sources: "Sources",
  sourceCount: (count) => plural(count, { one: "# source", other: "# sources" }),
  image: "Image",
  file: "Fichier",

  showImage: (host) => `Afficher l’image de ${host}`,
  table: "Tableau",
  code: "Code",
  formula: "Formule",
  wrapLines: "Retour à la ligne",
  copy: "Copier",
  copied: "Copié",
  copyMarkdown: "Copier en Markdown",
  copyCSV: "Copier en CSV",
  taskDone: "Terminé",
  taskOpen: "À faire",
  footnote: (index) => `Note ${number(index)}`,
  backToText: (index) => `Note ${number(index)}, retour au texte`,

  openImage: (name) => `Ouvrir ${name}`,
  imageNotOpened:
    "L’image ne peut pas être agrandie, car une partie de cette page n’a pas pu être chargée. Recharger la page.",
  imagePosition: (position, total) => `${number(position)} sur ${number(total)}`,
  previousImage: "Image précédente",
  nextImage: "Image suivante",
  zoomIn: "Zoom avant",
  zoomOut: "Zoom arrière",
  zoomToFit: (zoom) => `${percent(zoom / 100)}, ajuster à la fenêtre`,
  download: (name) => `Télécharger ${name}`,
  closeImage: "Fermer",
};
