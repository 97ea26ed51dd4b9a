import type { FilePart } from "../../client/messages.js";
import { previewOf } from "../../client/originals.js";

const inPage = /^(?:data:image\/(?:png|jpe?g|gif|webp|avif|bmp)[;,]|blob:)/i;

/** Whether an image is in the page, so that nothing is fetched to show it. */
export function isInPage(part: FilePart): boolean {
  return inPage.test(previewOf(part) ?? part.url);
}

/** Whether a file is an image that can be shown: one that is in the page, or one on a server. */
export function isImage(part: FilePart): boolean {
  return isInPage(part)
    ? !/^blob:/i.test(part.url) || part.mediaType.startsWith("image/")
    : part.mediaType.startsWith("image/") && /^https?:/i.test(part.url);
}
