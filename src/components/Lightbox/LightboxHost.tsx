"use client";
import {
  createContext,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
  type ComponentType,
  type Context,
  type ReactElement,
  type ReactNode,
} from "react";
import { loadPart } from "../../client/loadPart.js";
import type { FilePart } from "../../client/messages.js";
import { useChatState } from "../../hooks/useMessage.js";
import { useChatContext } from "../Chat/ChatContext.js";
import { imagesIn } from "./conversationImages.js";
import type { LightboxProps } from "./Lightbox.js";

/**
 * Shows an image large. Rejects with a `ChatError` where the code for it cannot be had.
 *
 * @param opener What was pressed; it gets the focus back.
 */
export type OpenImage = (part: FilePart, opener: HTMLElement) => Promise<void>;

/** Provided by `LightboxHost`; `undefined` where images do not open. */
export const OpenImageContext: Context<OpenImage | undefined> = createContext<
  OpenImage | undefined
>(undefined);

interface Opened {
  part: FilePart;
  opener: HTMLElement;
  View: ComponentType<LightboxProps>;
}

/**
 * Lets images in `children` open in a lightbox, which is loaded with the first. It stands outside the messages, so that it
 * outlives one that leaves the page meanwhile.
 */
export function LightboxHost({ children }: { children?: ReactNode }): ReactElement {
  const { components, focusInput } = useChatContext();
  const { Lightbox: Replacement } = components;
  const [opened, setOpened] = useState<Opened>();
  const last = useRef<HTMLElement>(undefined);

  const open = useCallback<OpenImage>(
    async (part, opener) => {
      const View = Replacement ?? (await loadPart(() => import("./Lightbox.js"))).Lightbox;
      setOpened({ part, opener, View });
    },
    [Replacement],
  );

  useEffect(() => {
    const opener = last.current;
    last.current = opened?.opener;
    if (opened || !opener) return;
    if (opener.isConnected) opener.focus({ preventScroll: true });
    else focusInput();
  }, [opened, focusInput]);

  return (
    <OpenImageContext.Provider value={Replacement === null ? undefined : open}>
      {children}
      {opened ? (
        <OpenedImage
          {...opened}
          onPartChange={(part) => setOpened({ ...opened, part })}
          onClose={() => setOpened(undefined)}
        />
      ) : null}
    </OpenImageContext.Provider>
  );
}

interface OpenedImageProps extends Opened {
  onPartChange: (part: FilePart) => void;
  onClose: () => void;
}

function OpenedImage({
  part,
  opener,
  View,
  onPartChange,
  onClose,
}: OpenedImageProps): ReactElement {
  const { store } = useChatContext();
  const order = useChatState(store, (state) => state.order);
  const byId = useChatState(store, (state) => state.byId);
  const images = useMemo(() => {
    const all = imagesIn({ order, byId });
    return all.includes(part) ? all : [part];
  }, [order, byId, part]);
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
