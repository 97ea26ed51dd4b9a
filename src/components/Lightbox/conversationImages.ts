import type { FilePart } from "../../client/messages.js";
import { parseMarkdown } from "../../markdown/index.js";
import type { ChatState } from "../../store/chatState.js";
import { snapshotPart, type StoredMessage, type StoredPart } from "../../store/storedMessage.js";
import { fileOfSpan, imageSpansOf } from "../Markdown/textImages.js";
import { imagesOfResult } from "../parts/toolContent.js";
import { isImage, isInPage } from "./imageFile.js";
import type { PlaceInText } from "./imagesContext.js";

type Conversation = Pick<ChatState, "order" | "byId">;

/** A text that was read for its images. */
interface ReadText {
  text: string;
  images: readonly FilePart[];
}

/**
 * Finds the images of a conversation, wherever they stand. Texts are read for them, so it is made when a person opens one,
 * and kept until that is closed: so long the same image of a text is the same object, also when the text has gone on.
 */
export class ConversationImages {
  private readonly texts = new Map<string, ReadText>();

  /**
   * The images in their order, in questions, answers and results of tools.
   *
   * @param asked The addresses a person asked for; an image that stands in a text and is on another server is left out.
   */
  in({ order, byId }: Conversation, asked: ReadonlySet<string>): FilePart[] {
    return order.flatMap((id) => {
      const message = byId.get(id);
      if (!message) return [];
      return message.parts.flatMap((part, at) =>
        isMarkdown(message, part)
          ? this.ofText(id, at, part).filter((one) => isInPage(one) || asked.has(one.url))
          : imagesOf(part),
      );
    });
  }

  /** The image at a place, if `part` stands there; the first like it in the same text where it does not. */
  at({ order, byId }: Conversation, { text, index }: PlaceInText, part: FilePart): FilePart {
    for (const id of order) {
      const at = byId.get(id)?.parts.indexOf(text) ?? -1;
      if (at < 0) continue;
      const images = this.ofText(id, at, text);
      const there = images[index];
      return (there?.url === part.url ? there : images.find(({ url }) => url === part.url)) ?? part;
    }
    return part;
  }

  private ofText(id: string, at: number, part: StoredPart): readonly FilePart[] {
    const place = `${at} ${id}`;
    const { text } = snapshotPart(part) as { text: string };
    const before = this.texts.get(place);
    if (before?.text === text) return before.images;
    const images = imagesOfMarkdown(text).map((image, index) => {
      const known = before?.images[index];
      return known && known.url === image.url && known.filename === image.filename ? known : image;
    });
    this.texts.set(place, { text, images });
    return images;
  }
}

/** Whether it is shown as Markdown: what a person wrote is shown as it is. */
function isMarkdown({ role }: StoredMessage, { type }: StoredPart): boolean {
  return role === "assistant" && (type === "text" || type === "reasoning");
}

function imagesOfMarkdown(text: string): FilePart[] {
  // Most texts have none, and need not be read to know that.
  return text.includes("![") ? imageSpansOf(parseMarkdown(text)).map(fileOfSpan) : [];
}

function imagesOf(part: StoredPart): readonly FilePart[] {
  if (part.type === "file" && "url" in part) return isImage(part) ? [part] : [];
  return "toolCallId" in part && part.state === "output-available"
    ? imagesOfResult(part.output)
    : [];
}
