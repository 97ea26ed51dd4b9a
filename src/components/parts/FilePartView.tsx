"use client";
import { type ReactElement } from "react";
import { useChatContext } from "../Chat/ChatContext.js";
import { Icon } from "../icons.js";
import type { FilePartProps } from "./partProps.js";

const shownInPlace = /^(data:image\/(png|jpeg|gif|webp)[;,]|blob:)/i;

/** A file of a message: images we hold are shown, everything else is named. */
export function FilePartView({ part }: FilePartProps): ReactElement {
  const { labels } = useChatContext();
  const name = part.filename ?? labels.image;
  if (shownInPlace.test(part.url)) return <img data-pl-image="" src={part.url} alt={name} />;
  return (
    <span data-pl-chip="">
      <Icon name="attach" />
      <bdi>{part.filename ?? part.mediaType}</bdi>
    </span>
  );
}
