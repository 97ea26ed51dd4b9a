import { fileKind, imageOutcome } from "../../components/attachmentFigures.js";
import type { ContentLabels } from "../families.js";
import { formats } from "./formats.js";

const { number, percent, plural, list, bytes, duration } = formats;

/** The words of attachments and of what messages hold. */
export const content: ContentLabels = {
  attach: "Anexar arquivos",
  dropHere: "Solte os arquivos aqui",
  attachments: "Anexos",
  removeAttachment: (name) => `Remover ${name}`,
  attachmentReading: (name) => `Lendo ${name}`,
  attachmentProcessing: (name) => `Preparando ${name}`,
  attachmentOutcome: (image) =>
    imageOutcome(image, {
      percent,
      tokens: (count) => plural(count, { one: "# token", other: "# tokens" }),
      firstFrameOnly: "só o primeiro quadro",
    }).join(", "),
  attachmentUploading: (name) => `Enviando ${name}`,
  attachmentFile: (mediaType, size) => `${fileKind(mediaType, "Texto")}, ${bytes(size)}`,
  attachmentOptions: (name) => `Opções de ${name}`,
  altText: "Texto alternativo",
  moveEarlier: "Mover para antes",
  moveLater: "Mover para depois",
  attachmentMoved: (name, position, count) => `${name}, ${number(position)} de ${number(count)}`,
  insertAsText: "Inserir como texto",
  pastedText: "Texto colado",
  takePhoto: "Tirar foto",
  imageRejected: (models) =>
    `${list(models)} não ${models.length === 1 ? "aceitou" : "aceitaram"} esta imagem. As próximas mensagens vão sem ela.`,

  thinking: "Pensando…",
  thought: "Raciocínio",
  thoughtFor: (durationMs) => `Pensou por ${duration(durationMs)}`,
  sources: "Fontes",
  sourceCount: (count) => plural(count, { one: "# fonte", other: "# fontes" }),
  image: "Imagem",
  file: "Arquivo",

  showImage: (host) => `Mostrar imagem de ${host}`,
  table: "Tabela",
  code: "Código",
  formula: "Fórmula",
  wrapLines: "Quebrar linhas",
  copy: "Copiar",
  copied: "Copiado",
  copyMarkdown: "Copiar como Markdown",
  copyCSV: "Copiar como CSV",
  taskDone: "Concluído",
  taskOpen: "Pendente",
  footnote: (index) => `Nota ${number(index)}`,
  backToText: (index) => `Nota ${number(index)}, voltar ao texto`,

  openImage: (name) => `Abrir ${name}`,
  imageNotOpened:
    "Não é possível ampliar a imagem porque parte desta página não foi carregada. Recarregue a página.",
  imagePosition: (position, total) => `${number(position)} de ${number(total)}`,
  previousImage: "Imagem anterior",
  nextImage: "Próxima imagem",
  zoomIn: "Ampliar",
  zoomOut: "Reduzir",
  zoomToFit: (zoom) => `${percent(zoom / 100)}, ajustar à janela`,
  download: (name) => `Baixar ${name}`,
  closeImage: "Fechar",
};
