import { measureImage, type AttachedImage } from "./attachedImage.js";
import type { DynamicToolPart, FilePart, ToolPart, UIMessage, UIMessagePart } from "./messages.js";
import { mediaTypeOf, textOf } from "./protocols/attachedFiles.js";
import { estimateTokens } from "./tokens.js";

/** What a message weighs, whoever reads it. */
export interface MessageWeight {
  /** Its text, tool calls and text files, and what frames them. */
  readonly textTokens: number;
  /** The images a person sent, in their order. */
  readonly images: readonly AttachedImage[];
  /** The other files a person sent. */
  readonly files: readonly FilePart[];
  /** Characters of the `data:` URLs, which are most of a request's bytes. */
  readonly dataLength: number;
}

/** What a message costs beside what is in it, and a request beside its messages. */
export const framingTokens = { message: 4, request: 3 } as const;

const weights = new WeakMap<UIMessage, MessageWeight>();

/** Whether this very object has been weighed. */
export function isWeighed(message: UIMessage): boolean {
  return weights.has(message);
}

/** Weighs a message, each object once. Documents, audio and video count no tokens: nobody knows them without reading them. */
export function weighMessage(message: UIMessage): MessageWeight {
  const known = weights.get(message);
  if (known) return known;
  // Providers are sent the files of people alone.
  const sent = message.role === "user" ? message.parts.filter(isFile) : [];
  const isImage = (part: FilePart): boolean => mediaTypeOf(part).startsWith("image/");
  const files = sent.filter((part) => !isImage(part));
  const texts = [...message.parts.map(textIn), ...files.map((file) => textOf(file) ?? "")];
  const weight: MessageWeight = {
    textTokens: texts.reduce<number>(
      (sum, text) => sum + estimateTokens(text),
      framingTokens.message,
    ),
    images: sent.filter(isImage).map(measureImage),
    files,
    dataLength: sent.reduce((sum, { url }) => sum + (url.startsWith("data:") ? url.length : 0), 0),
  };
  weights.set(message, weight);
  return weight;
}

/** Histories come from storage and servers, so a part may lack what its type promises. */
function isFile(part: UIMessagePart): part is FilePart {
  return (
    part.type === "file" &&
    "url" in part &&
    typeof part.url === "string" &&
    typeof part.mediaType === "string"
  );
}

function textIn(part: UIMessagePart): string {
  if (part.type === "text") return "text" in part && typeof part.text === "string" ? part.text : "";
  if (part.type !== "dynamic-tool" && !part.type.startsWith("tool-")) return "";
  const call = part as ToolPart | DynamicToolPart;
  const name = call.type === "dynamic-tool" ? call.toolName : call.type.slice("tool-".length);
  return [name, call.input ?? call.rawInput, call.output ?? call.errorText].map(asText).join("\n");
}

function asText(value: unknown): string {
  if (typeof value === "string") return value;
  try {
    return JSON.stringify(value) ?? "";
  } catch {
    return "";
  }
}
