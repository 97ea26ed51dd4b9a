"use client";
import { type ReactElement } from "react";
import { rejectedBy } from "../../client/fileNotes.js";
import { useChatContext } from "../Chat/ChatContext.js";
import { isImage, isInPage } from "../Lightbox/imageFile.js";
import { OpenableImage } from "../Lightbox/OpenableImage.js";
import { RemoteImage } from "../Markdown/RemoteImage.js";
import { nameOfImage } from "./fileFacts.js";
import { FileCard } from "./FileCard.js";
import type { FilePartProps } from "./partProps.js";

/**
 * A file of a message: images we hold are shown and open large, those on a server are shown on request, everything else is
 * a card that says what it is and saves it.
 */
export function FilePartView({ part }: FilePartProps): ReactElement {
  const { labels } = useChatContext();
  if (!isImage(part)) return <FileCard part={part} />;
  if (isInPage(part)) {
    const models = rejectedBy(part);
    return (
      <>
        <OpenableImage part={part} />
        {models.length > 0 ? <span data-pl-note="">{labels.imageRejected(models)}</span> : null}
      </>
    );
  }
  return (
    <RemoteImage src={part.url} alt={nameOfImage(part, labels)} label={labels.showImage}>
      {(ref) => <OpenableImage ref={ref} part={part} />}
    </RemoteImage>
  );
}
