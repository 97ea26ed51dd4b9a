import { ChatError } from "../errors.js";
import { imageRules } from "../limits/images.js";
import type { FilePart } from "../messages.js";
import type { Target } from "../protocol.js";

/** An image or a document of a Messages request. */
export type WireFile =
  | { type: "image"; source: WireSource }
  | { type: "document"; source: WireSource | WireText; title?: string };

type WireSource =
  | { type: "base64"; media_type: string; data: string }
  | { type: "url"; url: string };

interface WireText {
  type: "text";
  media_type: "text/plain";
  data: string;
}

/**
 * Writes a file as a block: images, PDFs and text. What has an `https:` address is sent as that where the target fetches.
 *
 * @throws ChatError `image_rejected` or `bad_request` for a file the target does not take.
 * @see https://platform.claude.com/docs/en/build-with-claude/vision
 */
export function toFileBlock(file: FilePart, target: Target): WireFile {
  const { mediaTypes, remote } = imageRules(target.provider);
  const mediaType = mediaTypeOf(file);
  const source = sourceOf(file, mediaType);
  const isRefusedURL = source?.type === "url" && !remote;
  if (mediaType.startsWith("image/")) {
    if (mediaType !== "image/*" && !mediaTypes.includes(mediaType)) {
      throw refused(file, target, "image_rejected", "Send it as PNG or JPEG.");
    }
    if (!source || isRefusedURL) {
      const remedy = "Attach the image itself instead of its address.";
      throw refused(file, target, "image_rejected", remedy);
    }
    return { type: "image", source };
  }
  const text = /^text\/|^application\/json$/.test(mediaType) ? textOf(file.url) : undefined;
  const document: WireSource | WireText | undefined =
    text !== undefined
      ? { type: "text", media_type: "text/plain", data: text }
      : mediaType === "application/pdf" && !isRefusedURL
        ? source
        : undefined;
  if (!document) throw refused(file, target, "bad_request", "Remove it, or choose another model.");
  return { type: "document", source: document, ...(file.filename && { title: file.filename }) };
}

function mediaTypeOf({ mediaType, url }: FilePart): string {
  const named =
    mediaType === "image/*" ? (/^data:([^;,]+)/.exec(url)?.[1] ?? mediaType) : mediaType;
  return named === "image/jpg" ? "image/jpeg" : named;
}

function sourceOf({ url }: FilePart, mediaType: string): WireSource | undefined {
  if (/^https:/i.test(url)) return { type: "url", url };
  const data = /^data:[^,]*;base64,(.*)$/s.exec(url)?.[1];
  return data === undefined ? undefined : { type: "base64", media_type: mediaType, data };
}

/** The text in a `data:` URL; `undefined` where there is none, or it is not what it says. */
function textOf(url: string): string | undefined {
  const [, kind = "", data] = /^data:([^,]*),(.*)$/s.exec(url) ?? [];
  if (data === undefined) return undefined;
  try {
    if (!kind.endsWith(";base64")) return decodeURIComponent(data);
    const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
    return new TextDecoder().decode(bytes);
  } catch {
    return undefined;
  }
}

function refused(
  file: FilePart,
  { provider, model, name = provider }: Target,
  code: "bad_request" | "image_rejected",
  remedy: string,
): ChatError {
  const what = file.filename ? `"${file.filename}"` : "the attached file";
  return new ChatError(code, `${name} does not take ${what} (${file.mediaType}). ${remedy}`, {
    provider,
    model,
  });
}
