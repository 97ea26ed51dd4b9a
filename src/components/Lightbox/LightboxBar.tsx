"use client";
import { Dialog } from "radix-ui";
import type { ReactElement } from "react";
import type { FilePart } from "../../client/messages.js";
import { useChatContext } from "../Chat/ChatContext.js";
import { IconButton } from "../IconButton.js";
import { canSave, saveFile } from "../parts/saveFile.js";
import { maxScale } from "./zoomView.js";

/** Props of `LightboxBar`. */
export interface LightboxBarProps {
  part: FilePart;
  name: string;
  /** Where it stands among the others; empty for one alone. */
  position: string;
  /** 1 for the whole image. */
  scale: number;
  onZoomIn: () => void;
  onZoomOut: () => void;
  onFit: () => void;
}

/** What is shown, and what can be done with it. */
export function LightboxBar(props: LightboxBarProps): ReactElement {
  const { part, name, position, scale, onZoomIn, onZoomOut, onFit } = props;
  const { labels } = useChatContext();
  const percent = Math.round(scale * 100);
  return (
    <header data-pl-lightbox-bar="">
      {/* Said politely when another image is shown. */}
      <div data-pl-lightbox-name="" role="status">
        <Dialog.Title asChild>
          <bdi>{name}</bdi>
        </Dialog.Title>
        {position ? <bdi>{position}</bdi> : null}
      </div>
      <IconButton
        icon="minus"
        label={labels.zoomOut}
        aria-disabled={scale <= 1}
        onClick={onZoomOut}
      />
      <button
        type="button"
        data-pl-pill=""
        data-pl-zoom-level=""
        aria-label={labels.zoomToFit(percent)}
        onClick={onFit}
      >
        {labels.zoomLevel(percent)}
      </button>
      <IconButton
        icon="plus"
        label={labels.zoomIn}
        aria-disabled={scale >= maxScale}
        onClick={onZoomIn}
      />
      {canSave(part) ? (
        <IconButton
          icon="download"
          label={labels.download(name)}
          onClick={() => saveFile(part, labels.image)}
        />
      ) : null}
      <Dialog.Close asChild>
        <IconButton icon="x" label={labels.closeImage} />
      </Dialog.Close>
    </header>
  );
}
