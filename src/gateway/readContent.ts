import type { FilePart, TextPart } from "../client/messages.js";
import { ChatError } from "../client/errors.js";
import { badRequest } from "./errorAnswer.js";

/** Reads the content of a message where only text may stand: a string, or text blocks, which are joined. */
export function readText(content: unknown, at: string): string {
  return readContent(content, at)
    .map((part) => {
      if (part.type === "text") return part.text;
      throw badRequest(`${at} may hold text only in a message of this role.`, at);
    })
    .join("");
}

/**
 * Reads the content of a message: a string, or blocks of text, images and files. Images and files come inside the
 * request as `data:` URLs; an address is refused, so the gateway and the provider never fetch one for a caller.
 *
 * @throws ChatError with status 400 that names the block.
 */
export function readContent(content: unknown, at: string): (TextPart | FilePart)[] {
  if (typeof content === "string") return [{ type: "text", text: content }];
  if (!Array.isArray(content)) throw badRequest(`${at} is neither text nor a list of blocks.`, at);
  return content.map((block: unknown, index) => readBlock(block, `${at}[${index}]`));
}

function readBlock(block: unknown, at: string): TextPart | FilePart {
  const fields = asFields(block);
  switch (fields["type"]) {
    case "text":
      return { type: "text", text: readString(fields["text"], `${at}.text`) };
    case "refusal":
      return {
        type: "text",
        text: readString(fields["refusal"], `${at}.refusal`),
        providerMetadata: { openai: { refusal: true } },
      };
    case "image_url":
      return readImage(fields["image_url"], `${at}.image_url`);
    case "file":
      return readFile(asFields(fields["file"]), `${at}.file`);
    default:
      throw badRequest(
        `${at} is none of the blocks this gateway takes: text, image_url and file.`,
        at,
      );
  }
}

function readImage(image: unknown, at: string): FilePart {
  const { url, detail } = typeof image === "string" ? { url: image } : asFields(image);
  const mediaType = mediaTypeOf(url);
  if (!mediaType?.startsWith("image/")) {
    throw new ChatError(
      "image_rejected",
      "The gateway takes images as data: URLs only and fetches none. Put the image itself into the message, as data:image/png;base64,…",
      { status: 400, param: at },
    );
  }
  return {
    type: "file",
    mediaType,
    url: url as string,
    ...(typeof detail === "string"
      ? { providerMetadata: { openai: { imageDetail: detail } } }
      : {}),
  };
}

function readFile(file: Readonly<Record<string, unknown>>, at: string): FilePart {
  const { file_data: url, filename } = file;
  const mediaType = mediaTypeOf(url);
  if (mediaType === undefined) {
    throw badRequest(
      "The gateway takes files as data: URLs only. Put the file itself into file_data, as data:application/pdf;base64,…",
      `${at}.file_data`,
    );
  }
  return {
    type: "file",
    mediaType,
    url: url as string,
    ...(typeof filename === "string" ? { filename } : {}),
  };
}

/** The media type of a base64 `data:` URL. */
function mediaTypeOf(url: unknown): string | undefined {
  if (typeof url !== "string") return undefined;
  return /^data:([a-z]+\/[a-z0-9.+-]+);base64,/i.exec(url)?.[1]?.toLowerCase();
}

function readString(value: unknown, at: string): string {
  if (typeof value !== "string") throw badRequest(`${at} is not text.`, at);
  return value;
}

function asFields(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}
