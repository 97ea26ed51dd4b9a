"use client";
import { useState, type ComponentPropsWithoutRef, type ReactElement } from "react";
import { Icon } from "../icons.js";

/** Props of `RemoteImage`, and those of the `img` once it is shown. */
export interface RemoteImageProps extends ComponentPropsWithoutRef<"img"> {
  src: string;
  alt: string;
  /** The words on the chip. */
  label: (host: string) => string;
}

/**
 * An image on somebody's server: a chip until it is clicked, because loading it tells that server who reads what. A model
 * that was tricked could otherwise send the conversation out in an image address.
 */
export function RemoteImage({ src, alt, label, ...props }: RemoteImageProps): ReactElement | null {
  const [shown, setShown] = useState(false);
  const host = hostOf(src);
  if (!host) return alt ? <span>{alt}</span> : null;
  if (shown) {
    return (
      <img
        {...props}
        ref={takeFocus}
        tabIndex={-1}
        src={src}
        alt={alt}
        referrerPolicy="no-referrer"
      />
    );
  }
  return (
    <button type="button" data-pl-chip="" onClick={() => setShown(true)}>
      <Icon name="image" />
      <bdi>{label(host)}</bdi>
      {alt ? <bdi>{alt}</bdi> : null}
    </button>
  );
}

/** The button that had the focus is gone; without this it would fall on the page. */
function takeFocus(image: HTMLImageElement | null): void {
  image?.focus({ preventScroll: true });
}

function hostOf(src: string): string | undefined {
  try {
    const { protocol, host } = new URL(src);
    return protocol === "https:" || protocol === "http:" ? host : undefined;
  } catch {
    return undefined;
  }
}
