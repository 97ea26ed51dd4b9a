"use client";
import { useState, type ComponentPropsWithoutRef, type ReactElement, type ReactNode } from "react";
import { Icon } from "../icons.js";
import { hostOf } from "./hostOf.js";

/** Props of `RemoteImage`, and those of the `img` once it is shown. */
export interface RemoteImageProps extends Omit<ComponentPropsWithoutRef<"img">, "children"> {
  src: string;
  alt: string;
  /** The words on the chip. */
  label: (host: string) => string;
  /** What is shown in the place of an `img`. `ref` gives it the focus that the chip had. */
  children?: ((ref: (shown: HTMLElement | null) => void) => ReactNode) | undefined;
}

/**
 * An image on somebody's server: a chip until it is clicked, because loading it tells that server who reads what. A model
 * that was tricked could otherwise send the conversation out in an image address.
 */
export function RemoteImage({
  src,
  alt,
  label,
  children,
  ...props
}: RemoteImageProps): ReactElement | null {
  const [shown, setShown] = useState(false);
  const host = hostOf(src);
  if (!host) return alt ? <span>{alt}</span> : null;
  if (shown && children) return <>{children(takeFocus)}</>;
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
function takeFocus(image: HTMLElement | null): void {
  image?.focus({ preventScroll: true });
}
