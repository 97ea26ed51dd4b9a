"use client";
import { useContext, type ReactElement } from "react";
import { ImagesContext, TextPartContext } from "../Lightbox/imagesContext.js";
import { isInPage } from "../Lightbox/imageFile.js";
import { OpenButton } from "../Lightbox/OpenButton.js";
import { useMarkdownContext } from "./markdownContext.js";
import { RemoteImage } from "./RemoteImage.js";
import { fileOfSpan, imageSpansOf, type TextImageSpan } from "./textImages.js";

/** Props of `TextImage`. */
export interface TextImageProps {
  node: TextImageSpan;
  /** Whether it is part of a link, so that a press on it is one on the link. */
  isLinked: boolean;
}

/** An image of a text: one on a server once it is asked for. In a chat a press shows it large. */
export function TextImage({ node, isLinked }: TextImageProps): ReactElement {
  const { feed, labels } = useMarkdownContext();
  const { open } = useContext(ImagesContext);
  const text = useContext(TextPartContext);
  const { url, alt, title } = node;
  const part = fileOfSpan(node);

  function show(ref?: (shown: HTMLElement | null) => void): ReactElement {
    const image = { src: url, title, referrerPolicy: "no-referrer" } as const;
    if (!open || isLinked) {
      return <img {...image} alt={alt} ref={ref} tabIndex={ref && -1} />;
    }
    return (
      <OpenButton
        ref={ref}
        part={part}
        open={(opener) => {
          // Found when it is pressed: while the text grows, that would be work for every delta.
          const index = imageSpansOf(feed.document).indexOf(node);
          return open(part, opener, text && { text, index });
        }}
      >
        <img {...image} alt={alt} />
      </OpenButton>
    );
  }

  if (isInPage(part)) return show();
  return (
    <RemoteImage src={url} alt={alt} label={labels.showImage}>
      {show}
    </RemoteImage>
  );
}
