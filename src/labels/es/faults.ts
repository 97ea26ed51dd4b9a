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
    `Falta una clave de API de ${e.provider ?? "este proveedor"}. Ingresar una o definirla en el servidor.`,
  authentication: (e) =>
    `${server(e)} no aceptó la clave de API. Comprobar que esté completa y siga vigente.${said(e)}`,
  permission: (e) =>
    `${server(e)} no permite usar ${model(e)} con esta clave. Comprobar los permisos de la clave o elegir otro modelo.${said(e)}`,
  insufficient_credit: (e) =>
    `${server(e)} indica que la cuenta ya no tiene crédito o cuota. Agregar crédito o elegir otro proveedor.`,
  not_found: (e) =>
    `${server(e)} no conoce ${model(e)} en esta dirección. Comprobar el nombre o elegir otro modelo.${said(e)}`,
  rate_limit: (e) =>
    `${server(e)} no acepta más solicitudes por ahora. ${e.retryAfterMs === undefined ? "Esperar un momento y reintentar." : `Reintentar en ${duration(e.retryAfterMs)}.`}`,
  context_window: (e) =>
    `La conversación es más larga de lo que ${model(e)} puede leer. Quitar una parte o elegir un modelo con una ventana de contexto mayor.`,
  content_policy: (e) =>
    `${server(e)} rechazó la solicitud por su política de contenido. Cambiar la redacción y volver a enviarla.${said(e)}`,
  bad_request: (e) =>
    `${server(e)} no aceptó la solicitud.${said({ ...e, details: e.details ?? e.message })}`,
  vision_unsupported: (e) =>
    `${model(e, "Este modelo")} no puede leer imágenes. Elegir un modelo que pueda o quitar la imagen.`,
  tools_unsupported: (e) =>
    `${model(e, "Este modelo")} no puede usar herramientas. Elegir un modelo que pueda o desactivar las herramientas.`,
  image_rejected: (e) =>
    `${server(e)} no pudo usar una imagen. Adjuntar una más pequeña, en PNG o JPEG.${said(e)}`,
  timeout: (e) => `${server(e)} tardó demasiado en responder. Reintentar o elegir otro modelo.`,
  stalled: (e) =>
    `${server(e)} dejó de enviar datos. El texto recibido se conserva; reintentar o continuar.`,
  truncated: () =>
    "La respuesta se interrumpió antes de estar completa. El texto recibido se conserva; reintentar o continuar.",
  overloaded: (e) =>
    `${server(e)} está sobrecargado. Reintentar en un momento o elegir otro modelo.`,
  server: (e) => `${server(e)} tuvo un problema. Reintentar en un momento.${said(e)}`,
  network: (e) =>
    `No se pudo establecer conexión con ${e.provider ?? "el servidor"}. Comprobar la conexión a Internet y reintentar, o volver a cargar la página.`,
  aborted: () => "Detenido.",
};

const server = ({ provider }: ErrorFacts): string => provider ?? "El servidor";

const model = ({ model: name }: ErrorFacts, otherwise = "el modelo"): string =>
  name === undefined ? otherwise : `“${name}”`;

/** What the provider said of it. */
const said = ({ details }: ErrorFacts): string =>
  details ? ` Mensaje recibido: “${details}”` : "";

function preflight({ code, model: name, provider, files, measure }: PreflightFacts): string {
  const { count, areImages, name: only, types } = fileWords(files);
  const isOne = count === 1;
  const named =
    only ??
    (areImages
      ? plural(count, { one: "la imagen", other: "# imágenes" })
      : plural(count, { one: "el archivo", other: "# archivos" }));
  switch (code) {
    case "vision_unsupported":
      return `${name} no puede leer imágenes. Elegir un modelo que pueda o enviar solo el texto.`;
    case "image_type":
      return `${provider} no acepta ${named} (${list(types)}). Adjuntar en PNG o JPEG, o elegir otro modelo.`;
    case "image_address":
      return `${provider} no descarga imágenes de la web. Adjuntar ${isOne ? "la imagen misma" : "las imágenes mismas"} o elegir otro modelo.`;
    case "image_too_large":
      return `Demasiado grande para ${provider}: ${named} (${sizes(measure)}). Adjuntar ${isOne ? "una imagen más pequeña" : "imágenes más pequeñas"} o elegir otro modelo.`;
    case "too_many_images":
      return `${provider} acepta como máximo ${number(measure?.most ?? 0)} imágenes y este chat tiene ${number(measure?.actual ?? 0)}. Quitar las más antiguas o elegir otro modelo.`;
    case "request_too_large":
      return `${areImages ? "Las imágenes" : "Los archivos"} de este chat son demasiado para ${provider} (${sizes(measure)}). Quitar lo más antiguo o elegir otro modelo.`;
    case "file_unsupported":
      return `${name} no puede leer ${named} (${list(types)}). Elegir otro modelo o quitar ${isOne ? "el archivo" : "los archivos"}.`;
    case "file_address":
      return `${provider} no descarga ${named} de la web (${list(types)}). Elegir otro modelo o quitar ${isOne ? "el archivo" : "los archivos"}.`;
    case "file_too_large":
      return `Demasiado grande para ${provider}: ${named} (${sizes(measure)}). Adjuntar menos o elegir otro modelo.`;
    case "too_many_files":
      return `${provider} acepta como máximo ${number(measure?.most ?? 0)} documentos y este chat tiene ${number(measure?.actual ?? 0)}. Quitar los más antiguos o elegir otro modelo.`;
    case "tools_unsupported":
      return `${name} no puede usar herramientas. Elegir un modelo que pueda.`;
    case "context_window":
      return `Este chat es demasiado largo para ${name} (aprox. ${sizes(measure)}). Quitar los mensajes más antiguos o elegir un modelo que admita más.`;
    case "context_may_not_fit":
      return `Este chat quizá sea demasiado largo para ${name} (aprox. ${sizes(measure)}). Enviarlo de todos modos, quitar los mensajes más antiguos o elegir un modelo que admita más.`;
    case "context_nearly_full": {
      const share = measure ? measure.actual / measure.most : 0;
      return `Este chat ocupa ${percent(share)} de lo que admite ${name}. ${share < contextLevels.critical ? "Antes de que se llene" : "Antes de las próximas respuestas"}, quitar los mensajes más antiguos o elegir un modelo que admita más.`;
    }
  }
}

const units: Readonly<Record<PreflightMeasure["unit"], string>> = {
  bytes: "",
  side: " píxeles por lado",
  pixels: " megapíxeles",
  pages: " páginas",
  tokens: " tokens",
  images: " imágenes",
  files: " archivos",
};

function sizes(measure: PreflightMeasure | undefined): string {
  if (!measure) return "";
  const { actual, most } = limit(measure);
  return `${actual}${units[measure.unit]}, máximo ${most}`;
}

const remedies: Readonly<Record<RemedyId, readonly [one: string, many: string]>> = {
  choose_model: ["Elegir un modelo", "Elegir un modelo"],
  remove_images: ["Quitar imagen", "Quitar imágenes"],
  remove_files: ["Quitar archivo", "Quitar archivos"],
  shrink_images: ["Reducir imagen", "Reducir imágenes"],
  drop_oldest_turns: ["Quitar los más antiguos", "Quitar los más antiguos"],
};

function attachmentRefused(name: string, refusal: AttachmentRefusal): string {
  switch (refusal.reason) {
    case "empty":
      return `${name} está vacío.`;
    case "unreadable":
      return `No se pudo leer ${name}. Es posible que el archivo esté dañado.`;
    case "failed":
      return `Este navegador no pudo preparar ${name}. Reintentar o adjuntar un JPEG más pequeño.`;
    case "not_an_image":
      return `${name} no es una imagen. Adjuntar un archivo PNG, JPEG, GIF o WebP.`;
    case "unsupported_type":
      return `${name} es de un tipo que aquí no se puede leer (${refusal.mediaType}). Guardarlo como PNG o JPEG y adjuntar ese archivo.`;
    case "too_large":
      return `${name} ocupa ${megabytes(refusedMegabytes(refusal.bytes))}; el máximo por archivo es ${megabytes(refusedMegabytes(refusal.maxBytes))}.`;
    case "not_accepted":
      return `${name} no se puede adjuntar aquí. Se aceptan: ${choice(acceptedKinds(refusal.accept, kinds))}.`;
    case "too_many_files":
      return `${name} está de más: ${plural(refusal.maxFiles, { one: "un mensaje puede tener como máximo # archivo.", other: "un mensaje puede tener como máximo # archivos." })} Quitar antes otro.`;
    case "upload_failed":
      return ["No se pudo subir", `${name}.`, refusal.message, "Reintentar."]
        .filter(Boolean)
        .join(" ");
    case "too_many_pixels":
      return `${name} mide ${number(refusal.width)} × ${number(refusal.height)} píxeles; una imagen puede tener como máximo ${number(Math.floor(refusal.maxPixels / 1e6))} megapíxeles.`;
    case "aspect_ratio":
      return `${name} mide ${number(refusal.width)} × ${number(refusal.height)} píxeles; un lado puede medir como máximo ${number(refusal.maxRatio)} veces el otro.`;
  }
}

const kinds: Readonly<Record<string, string>> = {
  "image/*": "imágenes",
  "audio/*": "audio",
  "video/*": "videos",
  "text/*": "archivos de texto",
  "text/plain": "archivos de texto",
  "application/pdf": "PDF",
  "application/json": "JSON",
};

const historyFaults: Readonly<Record<HistoryErrorCode, string>> = {
  quota:
    "El almacenamiento del navegador está lleno, por lo que no se guardaron los últimos mensajes: eliminar chats antiguos para hacer espacio.",
  denied:
    "Este navegador no permite que la página guarde datos, por lo que este chat termina con su pestaña: permitir que este sitio guarde datos, o salir de la navegación privada, para conservarlo.",
  unreadable:
    "Lo que se guardó de este chat está dañado y queda como está, por lo que aquí no se guarda nada: iniciar un chat nuevo para que se guarde.",
  newer:
    "Este chat se guardó con una versión más reciente de esta página y queda como está: volver a cargar la página para abrirlo.",
  conflict:
    "Este chat también se modificó en otra pestaña: lo que se escribió allí se conserva como otra rama.",
  failed:
    "No se pudo guardar este chat. El chat continúa y se volverá a intentar con el próximo cambio.",
};

function warning({ code, message, parameter = "", replacement = "" }: AnswerWarning): string {
  switch (code) {
    case "parameter_left_out":
      return `El modelo no admite ${parameter}, por lo que se omitió.`;
    case "parameter_renamed":
      return `El modelo usa ${replacement} en lugar de ${parameter}.`;
    case "reasoning_left_out":
      return "El servidor no acepta de vuelta el razonamiento de los modelos, por lo que se omitió.";
    case "not_streamed":
      return "El modelo no transmite en tiempo real, por lo que su respuesta llegó de una sola vez.";
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
