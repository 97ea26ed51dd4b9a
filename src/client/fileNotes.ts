import type { FilePart, UIMessage, UIMessagePart } from "./messages.js";
import { copyOriginal } from "./originals.js";

/** What is ours in a file part: in `providerMetadata.polylogue`, which no provider is sent. */
interface FileNotes {
  /** What the picture shows, in the words of who attached it. */
  alt?: string;
  /** The models that refused it. */
  rejectedBy?: readonly string[];
}

function notesOf({ providerMetadata }: FilePart): FileNotes {
  return (providerMetadata?.["polylogue"] ?? {}) as FileNotes;
}

function withNotes(part: FilePart, notes: FileNotes): FilePart {
  const all = { ...notesOf(part), ...notes };
  const noted = { ...part, providerMetadata: { ...part.providerMetadata, polylogue: all } };
  copyOriginal(part, noted);
  return noted;
}

/** The alternative text of an image, as the person who attached it wrote it; `undefined` where nobody did. */
export function altOf(part: FilePart): string | undefined {
  const { alt } = notesOf(part);
  return typeof alt === "string" && alt !== "" ? alt : undefined;
}

/** The image with an alternative text; an empty one takes it away. */
export function withAlt(part: FilePart, alt: string): FilePart {
  return withNotes(part, { alt: alt.trim() });
}

/** The models that refused an image, as they were named. In later turns it is not sent to them again. */
export function rejectedBy(part: FilePart): readonly string[] {
  const models = notesOf(part).rejectedBy;
  return Array.isArray(models) ? models.filter((model) => typeof model === "string") : [];
}

/** The image, marked as refused by a model. */
export function withRejection(part: FilePart, model: string): FilePart {
  return withNotes(part, { rejectedBy: [...rejectedBy(part), model] });
}

/** Whether a part is an image that a model has not refused so far. */
export function isUnrejectedImage(part: { readonly type: string }, model: string): boolean {
  if (part.type !== "file") return false;
  const file = part as FilePart;
  // Histories come from storage and servers, so a part may lack what its type promises.
  const isImage = typeof file.mediaType === "string" && file.mediaType.startsWith("image/");
  return isImage && !rejectedBy(file).includes(model);
}

/**
 * The conversation without the images that this model refused in earlier turns, with a word in the place of each. Those of
 * the newest question stay: whoever asks it again means them. The same array where nothing changes.
 */
export function withoutRejected(
  messages: readonly UIMessage[],
  model: string,
): readonly UIMessage[] {
  const newest = messages.findLast(({ role }) => role === "user");
  const isRejected = (part: UIMessagePart): boolean =>
    part.type === "file" && rejectedBy(part).includes(model);
  const changes = (message: UIMessage): boolean =>
    message.role === "user" && message !== newest && message.parts.some(isRejected);
  if (!messages.some(changes)) return messages;
  return messages.map((message) => {
    if (!changes(message)) return message;
    const parts = message.parts.map((part) =>
      isRejected(part)
        ? { type: "text" as const, text: `[An image was left out. ${model} did not take it.]` }
        : part,
    );
    return { ...message, parts };
  });
}
