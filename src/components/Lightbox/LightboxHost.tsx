"use client";
import {
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
  type ComponentType,
  type ReactElement,
  type ReactNode,
} from "react";
import { loadPart } from "../../client/loadPart.js";
import { useChatContext } from "../Chat/ChatContext.js";
import { ImagesContext, type ImagesContextValue, type OpenImage } from "./imagesContext.js";
import type { OpenedImageProps } from "./OpenedImage.js";

interface Opened extends Pick<OpenedImageProps, "part" | "opener" | "found"> {
  View: ComponentType<OpenedImageProps>;
}

/**
 * Lets images in `children` open in a lightbox, which is loaded with the first. It stands outside the messages, so that it
 * outlives one that leaves the page meanwhile, and so does what it remembers of images on servers.
 */
export function LightboxHost({ children }: { children?: ReactNode }): ReactElement {
  const { store, components, focusInput } = useChatContext();
  const canOpen = components.Lightbox !== null;
  const [opened, setOpened] = useState<Opened>();
  const [asked, setAsked] = useState<ReadonlySet<string>>(() => new Set());
  const last = useRef<HTMLElement>(undefined);

  const open = useCallback<OpenImage>(
    async (part, opener, place) => {
      const state = store.state.getState();
      const [{ OpenedImage: View }, { ConversationImages }] = await loadPart(() =>
        Promise.all([import("./OpenedImage.js"), import("./conversationImages.js")]),
      );
      const found = new ConversationImages();
      setOpened({ part: place ? found.at(state, place, part) : part, opener, found, View });
    },
    [store],
  );
  const images = useMemo<ImagesContextValue>(
    () => ({
      open: canOpen ? open : undefined,
      asked,
      ask: (address) => setAsked((before) => new Set(before).add(address)),
    }),
    [canOpen, open, asked],
  );

  useEffect(() => {
    const opener = last.current;
    last.current = opened?.opener;
    if (opened || !opener) return;
    if (opener.isConnected) opener.focus({ preventScroll: true });
    else focusInput();
  }, [opened, focusInput]);

  return (
    <ImagesContext.Provider value={images}>
      {children}
      {opened ? (
        <opened.View
          {...opened}
          onPartChange={(part) => setOpened({ ...opened, part })}
          onClose={() => setOpened(undefined)}
        />
      ) : null}
    </ImagesContext.Provider>
  );
}
