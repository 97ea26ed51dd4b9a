"use client";
import { type ReactElement } from "react";
import { altOf, rejectedBy } from "../../client/fileNotes.js";
import { previewOf } from "../../hooks/originals.js";
import { useChatContext } from "../Chat/ChatContext.js";
import { Icon } from "../icons.js";
import { RemoteImage } from "../Markdown/RemoteImage.js";
import type { FilePartProps } from "./partProps.js";

const shownInPlace = /^(data:image\/(png|jpeg|gif|webp)[;,]|blob:)/i;
const remote = /^https?:/i;

/** A file of a message: images we hold are shown, those on a server are shown on request, everything else is named. */
export function FilePartView({ part }: FilePartProps): ReactElement {
  const { labels } = useChatContext();
  const name = altOf(part) ?? part.filename ?? labels.image;
  const url = previewOf(part) ?? part.url;
  const models = rejectedBy(part);
  if (models.length > 0 && shownInPlace.test(url)) {
    return (
      <>
        <img data-pl-image="" src={url} alt={name} />
        <span data-pl-note="">{labels.imageRejected(models)}</span>
      </>
    );
  }
  if (shownInPlace.test(url)) return <img data-pl-image="" src={url} alt={name} />;
  if (part.mediaType.startsWith("image/") && remote.test(part.url))
    return <RemoteImage data-pl-image="" src={part.url} alt={name} label={labels.showImage} />;
  return (
    <span data-pl-chip="">
      <Icon name="attach" />
      <bdi>{part.filename ?? part.mediaType}</bdi>
    </span>
  );
}
