"use client";
import { useRef, type ReactElement } from "react";
import { IconButton } from "../IconButton.js";
import { useChatContext, useDraftContext } from "./ChatContext.js";

/** Opens the file chooser for images. Inside `Chat.Root`; what is chosen is in `useDraftContext().attachments`. */
export function AttachButton(): ReactElement {
  const { labels, disabled, focusInput } = useChatContext();
  const { attachments } = useDraftContext();
  const chooser = useRef<HTMLInputElement>(null);
  return (
    <>
      <IconButton
        icon="attach"
        label={labels.attach}
        disabled={disabled}
        onClick={() => chooser.current?.click()}
      />
      <input
        ref={chooser}
        data-pl-hidden=""
        type="file"
        multiple
        // Without HEIC, so that a phone hands out a JPEG instead.
        accept="image/png,image/jpeg,image/gif,image/webp,image/avif,image/bmp"
        tabIndex={-1}
        aria-hidden="true"
        onChange={(event) => {
          attachments.add([...(event.currentTarget.files ?? [])]);
          // The same file may be chosen again after it was removed.
          event.currentTarget.value = "";
          focusInput();
        }}
      />
    </>
  );
}
