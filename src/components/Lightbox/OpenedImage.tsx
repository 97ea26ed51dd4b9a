"use client";
import { useContext, useMemo, type ReactElement } from "react";
import type { FilePart } from "../../client/messages.js";
import { useChatState } from "../../hooks/useMessage.js";
import { useChatContext } from "../Chat/ChatContext.js";
import type { ConversationImages } from "./conversationImages.js";
import { ImagesContext } from "./imagesContext.js";
import { Lightbox } from "./Lightbox.js";

/** Props of `OpenedImage`. */
export interface OpenedImageProps {
  part: FilePart;
  opener: HTMLElement;
  /** Finds those before and behind it. */
  found: ConversationImages;
  onPartChange: (part: FilePart) => void;
  onClose: () => void;
}

/** An image shown large, among the others of the conversation as it goes on. */
export function OpenedImage(props: OpenedImageProps): ReactElement {
  const { part, opener, found, onPartChange, onClose } = props;
  const { store, components } = useChatContext();
  const { asked } = useContext(ImagesContext);
  const order = useChatState(store, (state) => state.order);
  const byId = useChatState(store, (state) => state.byId);
  const images = useMemo(() => {
    const all = found.in({ order, byId }, asked);
    return all.includes(part) ? all : [part];
  }, [found, order, byId, asked, part]);
  const View = components.Lightbox ?? Lightbox;
  return (
    <View
      images={images}
      index={images.indexOf(part)}
      onIndexChange={(index) => {
        const next = images[index];
        if (next) onPartChange(next);
      }}
      onClose={onClose}
      opener={opener}
    />
  );
}
