import type { FilePart } from "../../client/messages.js";
import { previewOf } from "../../hooks/originals.js";
import type { ChatState } from "../../store/chatState.js";
import type { StoredPart } from "../../store/storedMessage.js";
import { imagesOfResult } from "../parts/toolContent.js";

const inPage = /^(?:data:image\/(?:png|jpeg|gif|webp|avif|bmp)[;,]|blob:)/i;

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

/** The images of a conversation in their order, wherever they stand: in questions, answers and results of tools. */
export function imagesIn({ order, byId }: Pick<ChatState, "order" | "byId">): FilePart[] {
  return order.flatMap((id) => byId.get(id)?.parts.flatMap(imagesOf) ?? []);
}

function imagesOf(part: StoredPart): readonly FilePart[] {
  if (part.type === "file" && "url" in part) return isImage(part) ? [part] : [];
  return "toolCallId" in part && part.state === "output-available"
    ? imagesOfResult(part.output)
    : [];
}
