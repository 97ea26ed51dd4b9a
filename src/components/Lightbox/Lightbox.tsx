"use client";
import { Dialog } from "radix-ui";
import { useRef, type KeyboardEvent, type ReactElement } from "react";
import type { FilePart } from "../../client/messages.js";
import { useChatContext } from "../Chat/ChatContext.js";
import { nameOfImage } from "../parts/fileFacts.js";
import { LightboxBar } from "./LightboxBar.js";
import { lightboxKey } from "./lightboxKey.js";
import { LightboxStage } from "./LightboxStage.js";
import { TurnButton } from "./TurnButton.js";
import { useZoom } from "./useZoom.js";

/** Props of what shows an image large. */
export interface LightboxProps {
  /** All images of the conversation in their order. One that is not among its parts stands alone. */
  images: readonly FilePart[];
  /** Which of them is shown, from 0. */
  index: number;
  onIndexChange: (index: number) => void;
  /** To be called when a person is done; the focus then goes back to `opener`. */
  onClose: () => void;
  /** The image in the conversation that was pressed. */
  opener: HTMLElement;
}

/** One step of the zoom buttons and keys. */
const zoomStep = 1.5;

/** An image over the whole window, to be zoomed into, and the others of the conversation before and behind it. */
export function Lightbox({
  images,
  index,
  onIndexChange,
  onClose,
  opener,
}: LightboxProps): ReactElement {
  const { labels, portalContainer, theme, dir } = useChatContext();
  const contentRef = useRef<HTMLDivElement>(null);
  const part = images[index]!;
  const zoom = useZoom(part);
  const isZoomed = zoom.view.scale > 1;
  const direction = dir ?? (getComputedStyle(opener).direction === "rtl" ? "rtl" : "ltr");

  function show(next: number): void {
    if (next !== index && next in images) onIndexChange(next);
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const action = lightboxKey(event.key, { isZoomed, isRTL: direction === "rtl" });
    if (!action) return;
    event.preventDefault();
    switch (action.type) {
      case "turn":
        return show(index + action.by);
      case "to":
        return show(action.end === "first" ? 0 : images.length - 1);
      case "pan":
        return zoom.panBy(action.by);
      case "zoom":
        if (action.direction === "fit") return zoom.fit();
        return zoom.zoomBy(action.direction === "in" ? zoomStep : 1 / zoomStep);
    }
  }

  return (
    <Dialog.Root open onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}>
      <Dialog.Portal container={portalContainer}>
        {/* Without Radix's overlay, which writes a style tag. This covers the whole window by itself. */}
        <Dialog.Content
          ref={contentRef}
          data-pl-root=""
          data-pl-lightbox=""
          data-theme={theme ?? opener.closest<HTMLElement>("[data-theme]")?.dataset["theme"]}
          dir={direction}
          aria-describedby={undefined}
          onKeyDown={onKeyDown}
          // No button of it is what people came for, and from here every key works.
          onOpenAutoFocus={(event) => {
            event.preventDefault();
            contentRef.current?.focus({ preventScroll: true });
          }}
        >
          <LightboxBar
            part={part}
            name={nameOfImage(part, labels)}
            position={images.length > 1 ? labels.imagePosition(index + 1, images.length) : ""}
            scale={zoom.view.scale}
            onZoomIn={() => zoom.zoomBy(zoomStep)}
            onZoomOut={() => zoom.zoomBy(1 / zoomStep)}
            onFit={zoom.fit}
          />
          <LightboxStage part={part} zoom={zoom} onLeave={onClose} />
          {images.length > 1 ? (
            <>
              <TurnButton to="previous" isEnd={index === 0} onTurn={() => show(index - 1)} />
              <TurnButton
                to="next"
                isEnd={index === images.length - 1}
                onTurn={() => show(index + 1)}
              />
            </>
          ) : null}
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
