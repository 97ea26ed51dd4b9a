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
    `Falta uma chave de API de ${e.provider ?? "um provedor"}. Informe uma ou defina-a no servidor.`,
  authentication: (e) =>
    `${server(e)} não aceitou a chave de API. Verifique se ela está completa e ainda é válida.${said(e)}`,
  permission: (e) =>
    `${server(e)} não permite usar ${model(e)} com esta chave. Verifique as permissões da chave ou escolha outro modelo.${said(e)}`,
  insufficient_credit: (e) =>
    `${server(e)} informa que a conta não tem mais crédito ou cota. Adicione crédito ou escolha outro provedor.`,
  not_found: (e) =>
    `${server(e)} não conhece ${model(e)} neste endereço. Verifique o nome ou escolha outro modelo.${said(e)}`,
  rate_limit: (e) =>
    `${server(e)} não aceita mais solicitações no momento. ${e.retryAfterMs === undefined ? "Aguarde um pouco e tente novamente." : `Tente novamente em ${duration(e.retryAfterMs)}.`}`,
  context_window: (e) =>
    `A conversa é mais longa do que ${model(e)} consegue ler. Remova uma parte ou escolha um modelo com uma janela de contexto maior.`,
  content_policy: (e) =>
    `${server(e)} recusou a solicitação por causa da política de conteúdo. Mude o texto e envie novamente.${said(e)}`,
  bad_request: (e) =>
    `${server(e)} não aceitou a solicitação.${said({ ...e, details: e.details ?? e.message })}`,
  vision_unsupported: (e) =>
    `${model(e, "Este modelo")} não consegue ler imagens. Escolha um modelo que consiga ou remova a imagem.`,
  tools_unsupported: (e) =>
    `${model(e, "Este modelo")} não consegue usar ferramentas. Escolha um modelo que consiga ou desative as ferramentas.`,
  image_rejected: (e) =>
    `${server(e)} não conseguiu usar uma imagem. Anexe uma menor, em PNG ou JPEG.${said(e)}`,
  timeout: (e) =>
    `${server(e)} demorou demais para responder. Tente novamente ou escolha outro modelo.`,
  stalled: (e) =>
    `${server(e)} parou de enviar dados. O texto recebido foi mantido; tente novamente ou continue.`,
  truncated: () =>
    "A resposta foi interrompida antes de ficar completa. O texto recebido foi mantido; tente novamente ou continue.",
  overloaded: (e) =>
    `${server(e)} está sobrecarregado. Tente novamente em instantes ou escolha outro modelo.`,
  server: (e) => `${server(e)} teve um problema. Tente novamente em instantes.${said(e)}`,
  network: (e) =>
    `Não foi possível acessar ${e.provider ?? "o servidor"}. Verifique a conexão com a internet e tente novamente ou recarregue a página.`,
  aborted: () => "Interrompido.",
};

const server = ({ provider }: ErrorFacts): string => provider ?? "O servidor";

const model = ({ model: name }: ErrorFacts, otherwise = "o modelo"): string =>
  name === undefined ? otherwise : `“${name}”`;

/** What the provider said of it. */
const said = ({ details }: ErrorFacts): string =>
  details ? ` Mensagem recebida: “${details}”` : "";

function preflight({ code, model: name, provider, files, measure }: PreflightFacts): string {
  const { count, areImages, name: only, types } = fileWords(files);
  const isOne = count === 1;
  const named =
    only ??
    (areImages
      ? plural(count, { one: "a imagem", other: "# imagens" })
      : plural(count, { one: "o arquivo", other: "# arquivos" }));
  switch (code) {
    case "vision_unsupported":
      return `${name} não consegue ler imagens. Escolha um modelo que consiga ou envie só o texto.`;
    case "image_type":
      return `${provider} não aceita ${named} (${list(types)}). Anexe em PNG ou JPEG ou escolha outro modelo.`;
    case "image_address":
      return `${provider} não baixa imagens da web. Anexe ${isOne ? "a própria imagem" : "as próprias imagens"} ou escolha outro modelo.`;
    case "image_too_large":
      return `Grande demais para ${provider}: ${named} (${sizes(measure)}). Anexe ${isOne ? "uma imagem menor" : "imagens menores"} ou escolha outro modelo.`;
    case "too_many_images":
      return `${provider} aceita no máximo ${number(measure?.most ?? 0)} imagens, e este chat tem ${number(measure?.actual ?? 0)}. Remova as mais antigas ou escolha outro modelo.`;
    case "request_too_large":
      return `${areImages ? "As imagens" : "Os arquivos"} deste chat são demais para ${provider} (${sizes(measure)}). Remova o que é mais antigo ou escolha outro modelo.`;
    case "file_unsupported":
      return `${name} não consegue ler ${named} (${list(types)}). Escolha outro modelo ou remova ${isOne ? "o arquivo" : "os arquivos"}.`;
    case "file_address":
      return `${provider} não baixa ${named} da web (${list(types)}). Escolha outro modelo ou remova ${isOne ? "o arquivo" : "os arquivos"}.`;
    case "file_too_large":
      return `Grande demais para ${provider}: ${named} (${sizes(measure)}). Anexe menos ou escolha outro modelo.`;
    case "too_many_files":
      return `${provider} aceita no máximo ${number(measure?.most ?? 0)} documentos, e este chat tem ${number(measure?.actual ?? 0)}. Remova os mais antigos ou escolha outro modelo.`;
    case "tools_unsupported":
      return `${name} não consegue usar ferramentas. Escolha um modelo que consiga.`;
    case "context_window":
      return `Este chat é longo demais para ${name} (cerca de ${sizes(measure)}). Remova as mensagens mais antigas ou escolha um modelo que aceite mais.`;
    case "context_may_not_fit":
      return `Este chat talvez seja longo demais para ${name} (cerca de ${sizes(measure)}). Envie mesmo assim, remova as mensagens mais antigas ou escolha um modelo que aceite mais.`;
    case "context_nearly_full": {
      const share = measure ? measure.actual / measure.most : 0;
      return `Este chat ocupa ${percent(share)} do que ${name} aceita. ${share < contextLevels.critical ? "Antes que fique cheio" : "Antes das próximas respostas"}, remova as mensagens mais antigas ou escolha um modelo que aceite mais.`;
    }
  }
}

const units: Readonly<Record<PreflightMeasure["unit"], string>> = {
  bytes: "",
  side: " pixels de lado",
  pixels: " megapixels",
  pages: " páginas",
  tokens: " tokens",
  images: " imagens",
  files: " arquivos",
};

function sizes(measure: PreflightMeasure | undefined): string {
  if (!measure) return "";
  const { actual, most } = limit(measure);
  return `${actual}${units[measure.unit]}, no máximo ${most}`;
}

const remedies: Readonly<Record<RemedyId, readonly [one: string, many: string]>> = {
  choose_model: ["Escolher um modelo", "Escolher um modelo"],
  remove_images: ["Remover imagem", "Remover imagens"],
  remove_files: ["Remover arquivo", "Remover arquivos"],
  shrink_images: ["Reduzir imagem", "Reduzir imagens"],
  drop_oldest_turns: ["Remover as mais antigas", "Remover as mais antigas"],
};

function attachmentRefused(name: string, refusal: AttachmentRefusal): string {
  switch (refusal.reason) {
    case "empty":
      return `${name} está vazio.`;
    case "unreadable":
      return `Não foi possível ler ${name}. O arquivo pode estar danificado.`;
    case "failed":
      return `Este navegador não conseguiu preparar ${name}. Tente novamente ou anexe um JPEG menor.`;
    case "not_an_image":
      return `${name} não é uma imagem. Anexe um arquivo PNG, JPEG, GIF ou WebP.`;
    case "unsupported_type":
      return `${name} é de um tipo que não pode ser lido aqui (${refusal.mediaType}). Salve como PNG ou JPEG e anexe esse arquivo.`;
    case "too_large":
      return `${name} tem ${megabytes(refusedMegabytes(refusal.bytes))}; o máximo por arquivo é ${megabytes(refusedMegabytes(refusal.maxBytes))}.`;
    case "not_accepted":
      return `${name} não pode ser anexado aqui. São aceitos: ${choice(acceptedKinds(refusal.accept, kinds))}.`;
    case "too_many_files":
      return `${name} excede o limite: ${plural(refusal.maxFiles, { one: "uma mensagem pode ter no máximo # arquivo.", other: "uma mensagem pode ter no máximo # arquivos." })} Remova outro antes.`;
    case "upload_failed":
      return ["Não foi possível enviar", `${name}.`, refusal.message, "Tente novamente."]
        .filter(Boolean)
        .join(" ");
    case "too_many_pixels":
      return `${name} tem ${number(refusal.width)} × ${number(refusal.height)} pixels; uma imagem pode ter no máximo ${number(Math.floor(refusal.maxPixels / 1e6))} megapixels.`;
    case "aspect_ratio":
      return `${name} tem ${number(refusal.width)} × ${number(refusal.height)} pixels; um lado pode ter no máximo ${number(refusal.maxRatio)} vezes o outro.`;
  }
}

const kinds: Readonly<Record<string, string>> = {
  "image/*": "imagens",
  "audio/*": "áudio",
  "video/*": "vídeos",
  "text/*": "arquivos de texto",
  "text/plain": "arquivos de texto",
  "application/pdf": "PDF",
  "application/json": "JSON",
};

const historyFaults: Readonly<Record<HistoryErrorCode, string>> = {
  quota:
    "O armazenamento do navegador está cheio, então as últimas mensagens não foram salvas: exclua chats antigos para liberar espaço.",
  denied:
    "Este navegador não deixa a página salvar dados, então este chat termina com a aba: permita que este site armazene dados, ou saia da navegação privada, para mantê-lo.",
  unreadable:
    "O que foi salvo deste chat está danificado e fica como está, então nada é salvo aqui: comece um novo chat para que seja salvo.",
  newer:
    "Este chat foi salvo por uma versão mais nova desta página e fica como está: recarregue a página para abri-lo.",
  conflict:
    "Este chat também foi alterado em outra aba: o que foi escrito lá foi mantido como outra ramificação.",
  failed:
    "Não foi possível salvar este chat. Ele continua, e haverá nova tentativa na próxima alteração.",
};

function warning({ code, message, parameter = "", replacement = "" }: AnswerWarning): string {
  switch (code) {
    case "parameter_left_out":
      return `O modelo não aceita ${parameter}, que por isso foi omitido.`;
    case "parameter_renamed":
      return `O modelo usa ${replacement} em vez de ${parameter}.`;
    case "reasoning_left_out":
      return "O servidor não aceita de volta o raciocínio dos modelos, que por isso foi omitido.";
    case "not_streamed":
      return "O modelo não transmite aos poucos, por isso a resposta chegou de uma só vez.";
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
