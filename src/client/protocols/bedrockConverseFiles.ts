import { imageRules } from "../limits/images.js";
import type { FilePart } from "../messages.js";
import type { Target } from "../protocol.js";
import { base64Of, mediaTypeOf, refusedFile, wrappedTextOf } from "./attachedFiles.js";

type Source = { bytes: string } | { s3Location: { uri: string } };

/** A file as Converse takes it. */
export type ConverseFile =
  | { image: { format: string; source: Source } }
  | { document: { format: string; name: string; source: Source } }
  | { video: { format: string; source: Source } }
  | { text: string };

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_DocumentBlock.html */
const documentFormats: Readonly<Record<string, string>> = {
  "application/pdf": "pdf",
  "text/csv": "csv",
  "application/msword": "doc",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
  "application/vnd.ms-excel": "xls",
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "xlsx",
  "text/html": "html",
  "text/plain": "txt",
  "text/markdown": "md",
};

/** @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_VideoBlock.html */
const videoFormats: Readonly<Record<string, string>> = {
  "video/mp4": "mp4",
  "video/quicktime": "mov",
  "video/webm": "webm",
  "video/x-matroska": "mkv",
  "video/x-flv": "flv",
  "video/mpeg": "mpeg",
  "video/x-ms-wmv": "wmv",
  "video/3gpp": "three_gp",
};

/**
 * Writes a file as its content block. Bedrock fetches nothing from the web: files are `data:` URLs, or `s3:` addresses for
 * the models that read those.
 *
 * @param names The document names in use so far, which must differ; the file's own is added.
 * @throws ChatError `image_rejected` or `bad_request` for a file that cannot be sent.
 */
export function writeFile(file: FilePart, target: Target, names: Set<string>): ConverseFile {
  const mediaType = mediaTypeOf(file);
  const document = formatIn(documentFormats, mediaType);
  const video = formatIn(videoFormats, mediaType);
  const isImage = mediaType.startsWith("image/");
  const text = document || video ? undefined : wrappedTextOf(file);
  if (text !== undefined) return { text };
  if (isImage ? !isImageType(mediaType) : !(document ?? video)) {
    const remedy = isImage ? "Send it as PNG or JPEG." : "Remove it, or choose another model.";
    throw refusedFile(file, target, remedy);
  }
  const source = sourceOf(file);
  if (!source) throw refusedFile(file, target, "Attach the file itself instead of its address.");
  if (document) {
    return { document: { format: document, name: newName(file.filename, names), source } };
  }
  return video
    ? { video: { format: video, source } }
    : { image: { format: mediaType.slice("image/".length), source } };
}

/** Whether Bedrock takes images of this type. */
export function isImageType(mediaType: string): boolean {
  return imageRules("bedrock").mediaTypes.includes(mediaType);
}

function formatIn(
  formats: Readonly<Record<string, string>>,
  mediaType: string,
): string | undefined {
  return Object.hasOwn(formats, mediaType) ? formats[mediaType] : undefined;
}

function sourceOf(file: FilePart): Source | undefined {
  if (file.url.startsWith("s3:")) return { s3Location: { uri: file.url } };
  const bytes = base64Of(file);
  return bytes === undefined ? undefined : { bytes };
}

/** A name of the few characters Bedrock allows, without its ending, and not yet taken. */
function newName(filename: string | undefined, names: Set<string>): string {
  const plain = (filename ?? "")
    .replace(/\.\w+$/, "")
    .replace(/[^a-zA-Z0-9\s()[\]-]/g, "-")
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, 190);
  const base = plain || "document";
  let name = base;
  for (let copy = 2; names.has(name); copy += 1) name = `${base} (${copy})`;
  names.add(name);
  return name;
}
