"use client";
import { useContext, type ReactElement } from "react";
import type { FilePart } from "../../client/messages.js";
import { useChatContext } from "../Chat/ChatContext.js";
import { Icon } from "../icons.js";
import { hostOf } from "../Markdown/hostOf.js";
import { nameOfImage } from "../parts/fileFacts.js";
import { isInPage } from "./imageFile.js";
import { ImagesContext } from "./imagesContext.js";
import { useZoomPointers } from "./useZoomPointers.js";
import type { Zoom } from "./useZoom.js";

/** Props of `LightboxStage`. */
export interface LightboxStageProps {
  part: FilePart;
  zoom: Zoom;
  /** Called for a click beside the image. */
  onLeave: () => void;
}

/** Where the image is. One on a server that nobody has asked for yet is a chip with the host's name. */
export function LightboxStage({ part, zoom, onLeave }: LightboxStageProps): ReactElement {
  const { labels } = useChatContext();
  const { asked, ask } = useContext(ImagesContext);
  const { view, stageRef, imageRef } = zoom;
  const { onClick, ...handlers } = useZoomPointers(zoom, onLeave);
  return (
    // The same can be done with keys and buttons.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions
    <div
      data-pl-stage=""
      data-zoomed={view.scale > 1 ? "" : undefined}
      ref={stageRef}
      {...handlers}
      onClick={onClick}
    >
      {isInPage(part) || asked.has(part.url) ? (
        <img
          ref={imageRef}
          src={part.url}
          alt={nameOfImage(part, labels)}
          draggable={false}
          referrerPolicy="no-referrer"
          style={{ transform: `translate(${view.x}px, ${view.y}px) scale(${view.scale})` }}
        />
      ) : (
        <button type="button" data-pl-chip="" onClick={() => ask(part.url)}>
          <Icon name="image" />
          <bdi>{labels.showImage(hostOf(part.url) ?? "")}</bdi>
        </button>
      )}
    </div>
  );
}
