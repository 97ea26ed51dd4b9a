"use client";
import { forwardRef, useContext, type ReactElement, type Ref } from "react";
import type { FilePart } from "../../client/messages.js";
import { previewOf } from "../../client/originals.js";
import { useChatContext } from "../Chat/ChatContext.js";
import { nameOfImage } from "../parts/fileFacts.js";
import { ImagesContext } from "./imagesContext.js";
import { OpenButton } from "./OpenButton.js";

/** Props of `OpenableImage`. */
export interface OpenableImageProps {
  part: FilePart;
}

/** An image in a message. Pressed, it is shown large. */
export const OpenableImage: React.ForwardRefExoticComponent<
  OpenableImageProps & React.RefAttributes<HTMLButtonElement>
> = forwardRef(function OpenableImage(
  { part }: OpenableImageProps,
  ref: Ref<HTMLButtonElement>,
): ReactElement {
  const { labels } = useChatContext();
  const { open } = useContext(ImagesContext);
  const image = (
    <img
      data-pl-image=""
      src={previewOf(part) ?? part.url}
      alt={nameOfImage(part, labels)}
      referrerPolicy="no-referrer"
    />
  );
  if (!open) return image;
  return (
    <OpenButton ref={ref} part={part} open={(opener) => open(part, opener)}>
      {image}
    </OpenButton>
  );
});
