import type { Block, Inline } from "../../src/markdown/index.js";
import { blocksOf } from "./changes.js";

/** Every inline of a tree. */
export function inlinesOf(document: Block): Inline[] {
  const within = (nodes: readonly Inline[]): Inline[] =>
    nodes.flatMap((node) => ("children" in node ? [node, ...within(node.children)] : node));
  return blocksOf(document).flatMap((block) =>
    block.type === "paragraph" || block.type === "heading" || block.type === "tableCell"
      ? within(block.children)
      : [],
  );
}

const LINK_PROTOCOLS = new Set(
  ["http", "https", "mailto", "tel", "sms", "ftp", "irc", "ircs", "xmpp"].map((one) => `${one}:`),
);
const IMAGE_DATA = /^data:image\/(?:png|gif|jpe?g|webp|avif|bmp);/i;

/** The addresses of a tree that a browser would take for something else than the allowed schemes. */
export function unsafeAddresses(document: Block): string[] {
  return inlinesOf(document).flatMap((node) => {
    if ((node.type !== "link" && node.type !== "image") || node.url === undefined) return [];
    if (node.type === "image" && IMAGE_DATA.test(node.url)) return [];
    const allowed = node.type === "link" ? LINK_PROTOCOLS : new Set(["http:", "https:", "blob:"]);
    return allowed.has(protocolOf(node.url)) ? [] : [node.url];
  });
}

/** The scheme a browser finds in an address on a page; what it cannot read leads nowhere. */
function protocolOf(url: string): string {
  try {
    return new URL(url, "https://page.example/").protocol;
  } catch {
    return "https:";
  }
}
