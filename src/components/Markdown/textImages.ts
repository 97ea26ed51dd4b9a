import type { FilePart } from "../../client/messages.js";
import type { Block, ImageSpan, Inline } from "../../markdown/index.js";

/** An image that has an address. */
export type TextImageSpan = ImageSpan & { readonly url: string };

/** The images of a block and of all in it that can open, in the order of the text: what is in a link belongs to the link. */
export function imageSpansOf(block: Block): TextImageSpan[] {
  return "children" in block ? block.children.flatMap(spansIn) : [];
}

function spansIn(node: Block | Inline): TextImageSpan[] {
  if ("id" in node) return imageSpansOf(node);
  if (node.type === "image") return hasAddress(node) ? [node] : [];
  if (!("children" in node) || (node.type === "link" && node.url !== undefined)) return [];
  return node.children.flatMap(spansIn);
}

/** Whether an image can be shown at all. */
export function hasAddress(node: ImageSpan): node is TextImageSpan {
  return node.url !== undefined;
}

/** An image of a text as a file, called by its alternative text. */
export function fileOfSpan({ url, alt }: TextImageSpan): FilePart {
  return { type: "file", mediaType: "image/*", url, ...(alt && { filename: alt }) };
}
