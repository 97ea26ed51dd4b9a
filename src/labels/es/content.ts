import { fileKind, imageOutcome } from "../../components/attachmentFigures.js";
import type { ContentLabels } from "../families.js";
import { formats } from "./formats.js";

const { number, percent, plural, list, bytes, duration } = formats;

/** The words of attachments and of what messages hold. */
export const content: ContentLabels = {
  attach: "Adjuntar archivos",
  dropHere: "Soltar los archivos aquí",
  attachments: "Archivos adjuntos",
  removeAttachment: (name) => `Quitar ${name}`,
  attachmentReading: (name) => `Leyendo ${name}`,
  attachmentProcessing: (name) => `Preparando ${name}`,
  attachmentOutcome: (image) =>
    imageOutcome(image, {
      percent,
      tokens: (count) => plural(count, { one: "# token", other: "# tokens" }),
      firstFrameOnly: "solo el primer cuadro",
    }).join(", "),
  attachmentUploading: (name) => `Subiendo ${name}`,
  attachmentFile: (mediaType, size) => `${fileKind(mediaType, "Texto")}, ${bytes(size)}`,
  attachmentOptions: (name) => `Opciones de ${name}`,
  altText: "Texto alternativo",
  moveEarlier: "Mover antes",
  moveLater: "Mover después",
  attachmentMoved: (name, position, count) => `${name}, ${number(position)} de ${number(count)}`,
  insertAsText: "Insertar como texto",
  pastedText: "Texto pegado",
  takePhoto: "Tomar una foto",
  imageRejected: (models) =>
    `${list(models)} no ${models.length === 1 ? "aceptó" : "aceptaron"} esta imagen. Los próximos mensajes se envían sin ella.`,

  thinking: "Pensando…",
  thought: "Razonamiento",
  thoughtFor: (durationMs) => `Pensó durante ${duration(durationMs)}`,
  sources: "Fuentes",
  sourceCount: (count) => plural(count, { one: "# fuente", other: "# fuentes" }),
  image: "Imagen",
  file: "Archivo",

  showImage: (host) => `Mostrar imagen de ${host}`,
  table: "Tabla",
  code: "Código",
  formula: "Fórmula",
  wrapLines: "Ajustar líneas",
  copy: "Copiar",
  copied: "Copiado",
  copyMarkdown: "Copiar como Markdown",
  copyCSV: "Copiar como CSV",
  taskDone: "Hecho",
  taskOpen: "Pendiente",
  footnote: (index) => `Nota ${number(index)}`,
  backToText: (index) => `Nota ${number(index)}, volver al texto`,

  openImage: (name) => `Abrir ${name}`,
  imageNotOpened:
    "La imagen no se puede ampliar porque no se pudo cargar una parte de esta página. Volver a cargar la página.",
  imagePosition: (position, total) => `${number(position)} de ${number(total)}`,
  previousImage: "Imagen anterior",
  nextImage: "Imagen siguiente",
  zoomIn: "Acercar",
  zoomOut: "Alejar",
  zoomToFit: (zoom) => `${percent(zoom / 100)}, ajustar a la ventana`,
  download: (name) => `Descargar ${name}`,
  closeImage: "Cerrar",
};
