import type { FilePart } from "../../client/messages.js";

/** A text or an image in the result of a tool, as MCP has them. */
export type ToolContent =
  | { type: "text"; text: string }
  | { type: "image"; data: string; mimeType: string };

type ToolImage = Extract<ToolContent, { type: "image" }>;

/**
 * The texts and images a result consists of; `undefined` for any other.
 *
 * @see https://modelcontextprotocol.io/specification/2025-06-18/server/tools#tool-result
 */
export function contentOf(value: unknown): readonly ToolContent[] | undefined {
  const content = typeof value === "object" && value && "content" in value ? value.content : value;
  if (!Array.isArray(content) || content.length === 0) return undefined;
  return content.every(isContent) ? content : undefined;
}

const files = new WeakMap<ToolImage, FilePart>();

/** An image in a result as a file: the same object each time. */
export function fileOfImage(image: ToolImage): FilePart {
  const { mimeType, data } = image;
  const file = files.get(image) ?? {
    type: "file",
    mediaType: mimeType,
    url: `data:${mimeType};base64,${data}`,
  };
  files.set(image, file);
  return file;
}

/** The images of a result in their order. */
export function imagesOfResult(value: unknown): FilePart[] {
  return (contentOf(value) ?? []).flatMap((one) => (one.type === "image" ? fileOfImage(one) : []));
}

function isContent(value: unknown): value is ToolContent {
  if (typeof value !== "object" || value === null || !("type" in value)) return false;
  if (value.type === "text") return "text" in value && typeof value.text === "string";
  return (
    value.type === "image" &&
    "data" in value &&
    typeof value.data === "string" &&
    "mimeType" in value &&
    typeof value.mimeType === "string" &&
    /^image\/(?:png|jpeg|gif|webp)$/.test(value.mimeType)
  );
}
