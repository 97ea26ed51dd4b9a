"use client";
import { useContext, useState, type ReactElement } from "react";
import { Icon } from "../icons.js";
import { ImagesContext } from "../Lightbox/imagesContext.js";
import { hostOf } from "./hostOf.js";

/** Props of `RemoteImage`. */
export interface RemoteImageProps {
  src: string;
  alt: string;
  /** The words on the chip. */
  label: (host: string) => string;
  /** The image itself. `ref`, given where a press has brought it, takes the focus that the chip had. */
  children: (ref?: (shown: HTMLElement | null) => void) => ReactElement;
}

/**
 * An image on somebody's server: a chip until it is clicked, because loading it tells that server who reads what. A model
 * that was tricked could otherwise send the conversation out in an image address. An address that was asked for once stays
 * so as long as the chat is there.
 */
export function RemoteImage({ src, alt, label, children }: RemoteImageProps): ReactElement | null {
  const { asked, ask } = useContext(ImagesContext);
  const [pressed, setPressed] = useState<string>();
  const host = hostOf(src);
  if (!host) return alt ? <span>{alt}</span> : null;
  if (pressed === src) return children(takeFocus);
  if (asked.has(src)) return children();
  return (
    <button
      type="button"
      data-pl-chip=""
      onClick={() => {
        setPressed(src);
        ask(src);
      }}
    >
      <Icon name="image" />
      <bdi>{label(host)}</bdi>
      {alt ? <bdi>{alt}</bdi> : null}
    </button>
  );
}

/** The button that had the focus is gone; without this it would fall on the page. */
function takeFocus(shown: HTMLElement | null): void {
  shown?.focus({ preventScroll: true });
}
