import { refusalMessage } from "../client/attachmentRefusal.js";
import { ChatError } from "../client/errors.js";
import { isolateName } from "../client/isolateName.js";
import type { FilePart, UIMessage, UIMessagePart } from "../client/messages.js";
import { mediaTypeOf } from "../client/protocols/attachedFiles.js";
import type { ModelInfo } from "../client/types.js";
import { fitImage } from "./fitImage.js";
import { fairShare, imageBudget, imageTarget, rawBytes, type ImageTarget } from "./imageTarget.js";
import type { WorkOptions } from "./workshop.js";

type FitOptions = Pick<WorkOptions, "workerUrl">;

/** An image as it is sent, or why it is not, in a sentence. */
type Fitted = { readonly part: FilePart } | { readonly reason: string };

/**
 * The conversation with its images as the model takes them. What is kept of it stays as it is: only what is sent changes,
 * and the same array comes back where nothing does.
 *
 * An image that cannot be sent is an error in the newest question, where a person can remove it; an older one is left out
 * with a word in its place, so that it does not spoil every later turn.
 *
 * @throws ChatError `image_rejected`, before anything is sent.
 */
export async function fitMessages(
  messages: readonly UIMessage[],
  model: ModelInfo,
  options: FitOptions = {},
): Promise<readonly UIMessage[]> {
  const parts = messages.flatMap(imagesOf);
  if (parts.length === 0) return messages;
  const target = imageTarget(model, parts.length);
  let fitted = await fitAll(parts, target, options);
  const lengths = [...fitted.values()].map((one) => ("part" in one ? one.part.url.length : 0));
  const share = fairShare(lengths, imageBudget(model) ?? Infinity);
  if (share < Infinity) {
    fitted = await fitAll(parts, { ...target, maxBytes: rawBytes(share) }, options);
  }
  const newest = messages.findLast(({ role }) => role === "user");
  const all = messages.map((message) => {
    if (message.role !== "user") return message;
    const sent = message.parts.map((part): UIMessagePart => {
      const one = fitted.get(part as FilePart);
      if (!one) return part;
      if ("part" in one) return one.part;
      if (message === newest)
        throw new ChatError("image_rejected", one.reason, { model: model.id });
      return { type: "text", text: `[An image was left out. ${one.reason}]` };
    });
    return sent.every((part, at) => part === message.parts[at])
      ? message
      : { ...message, parts: sent };
  });
  return all.every((message, at) => message === messages[at]) ? messages : all;
}

/** The images of a message that are sent: those of people, that are here and not an address. */
function imagesOf({ role, parts }: UIMessage): FilePart[] {
  return role === "user" ? parts.filter(isImage) : [];
}

/** Histories come from storage and servers, so a part may lack what its type promises. */
function isImage(part: UIMessagePart): part is FilePart {
  return (
    part.type === "file" &&
    "url" in part &&
    typeof part.url === "string" &&
    part.url.startsWith("data:") &&
    typeof part.mediaType === "string" &&
    mediaTypeOf(part).startsWith("image/")
  );
}

async function fitAll(
  parts: readonly FilePart[],
  target: ImageTarget,
  options: FitOptions,
): Promise<Map<FilePart, Fitted>> {
  const entries = parts.map(async (part) => [part, await fitOne(part, target, options)] as const);
  return new Map(await Promise.all(entries));
}

async function fitOne(part: FilePart, target: ImageTarget, options: FitOptions): Promise<Fitted> {
  const name = isolateName(part.filename ?? "The image");
  try {
    const fitted = await fitImage(part, target, options);
    return "part" in fitted ? fitted : { reason: refusalMessage(name, fitted.refusal) };
  } catch {
    return { reason: refusalMessage(name, { reason: "failed" }) };
  }
}
