"use client";
import { forwardRef, useContext, useState, type ReactElement, type Ref } from "react";
import type { FilePart } from "../../client/messages.js";
import { previewOf } from "../../hooks/originals.js";
import { useChatContext } from "../Chat/ChatContext.js";
import { nameOfImage } from "../parts/fileFacts.js";
import { OpenImageContext } from "./LightboxHost.js";

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
  const open = useContext(OpenImageContext);
  const [hasFailed, setFailed] = useState(false);
  const name = nameOfImage(part, labels);
  const image = (
    <img
      data-pl-image=""
      src={previewOf(part) ?? part.url}
      alt={name}
      referrerPolicy="no-referrer"
    />
  );
  if (!open) return image;
  return (
    <>
      <button
        ref={ref}
        type="button"
        data-pl-open=""
        aria-haspopup="dialog"
        aria-label={labels.openImage(name)}
        onClick={({ currentTarget }) =>
          open(part, currentTarget).then(
            () => setFailed(false),
            () => setFailed(true),
          )
        }
      >
        {image}
      </button>
      {hasFailed ? (
        <p role="alert" data-pl-note="">
          {labels.imageNotOpened}
        </p>
      ) : null}
    </>
  );
});
