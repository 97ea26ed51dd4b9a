import { geminiAddresses, isFetchedFile } from "./limits/files.js";
import { imageRules, parameterRules } from "./limits.js";
import type { FilePart } from "./messages.js";
import { isTextType, mediaTypeOf } from "./protocols/attachedFiles.js";
import { findProvider, type Provider } from "./providers.js";

/** What each protocol takes as it is beside images: IANA media types, or their beginnings. */
const byProtocol: Readonly<Record<string, readonly string[]>> = {
  "anthropic-messages": ["application/pdf"],
  "gemini-generate": ["application/pdf", "text/", "audio/", "video/"],
  "bedrock-converse": [
    "application/pdf",
    "application/msword",
    "application/vnd.openxmlformats-officedocument.",
    "application/vnd.ms-excel",
    "text/csv",
    "text/html",
    "text/plain",
    "text/markdown",
    "video/",
  ],
  "cohere-chat": [],
  "ollama-chat": [],
};

/** How a model takes a file beside images: by its words, as the document it is, from its address, or not at all. */
export type FileWay = "text" | "document" | "address" | "refused" | "address_refused";

/**
 * How a model takes a file that is no image; `undefined` where that is not known.
 *
 * @param provider A prefix of model names.
 * @param model The name without that prefix.
 */
export function fileWay(provider: string, model: string, file: FilePart): FileWay | undefined {
  const row = findProvider(provider);
  const mediaType = mediaTypeOf(file);
  const isHere = file.url.startsWith("data:");
  const types = row && (byProtocol[row.protocol] ?? parameterRules(row.id, model).files);
  const isDocument = types?.some((type) => mediaType.startsWith(type));
  if (isHere && isDocument) return "document";
  if (isHere && isTextType(mediaType)) return "text";
  if (!row) return undefined;
  if (isHere) return "refused";
  if (isFetched(row, file)) return "address";
  return isDocument || isTextType(mediaType) ? "address_refused" : "refused";
}

/** Whether the provider gets the file from where it is. */
function isFetched({ id, protocol }: Provider, file: FilePart): boolean {
  const { remote } = imageRules(id);
  switch (protocol) {
    case "anthropic-messages":
      return remote && file.mediaType === "application/pdf" && /^https:/i.test(file.url);
    case "gemini-generate":
      return geminiAddresses.test(file.url) || (remote && /^(?:https?|gs):/i.test(file.url));
    case "bedrock-converse":
      return file.url.startsWith("s3:");
    default:
      return isFetchedFile(id, file);
  }
}
