"use client";
import { useRef, type ReactElement } from "react";
import { chooserTypes, isAccepted } from "../../hooks/attachmentRules.js";
import { IconButton } from "../IconButton.js";
import type { IconName } from "../icons.js";
import { useChatContext, useDraftContext } from "./ChatContext.js";

/**
 * Opens the file chooser, and, where there is touch and images are taken, the camera. Inside `Chat.Root`; what is chosen is
 * in `useDraftContext().attachments`.
 */
export function AttachButton(): ReactElement {
  const { labels } = useChatContext();
  const { accept } = useDraftContext().attachments;
  const takesPhotos = isAccepted(accept, ".jpg", ["image/jpeg"]);
  return (
    <>
      <Chooser icon="attach" label={labels.attach} accept={chooserTypes(accept)} />
      {takesPhotos ? (
        <Chooser icon="camera" label={labels.takePhoto} accept="image/*" isCamera />
      ) : null}
    </>
  );
}

interface ChooserProps {
  icon: IconName;
  label: string;
  accept: string | undefined;
  isCamera?: boolean;
}

function Chooser({ icon, label, accept, isCamera = false }: ChooserProps): ReactElement {
  const { disabled, focusInput } = useChatContext();
  const { attachments } = useDraftContext();
  const chooser = useRef<HTMLInputElement>(null);
  return (
    <>
      <IconButton
        icon={icon}
        label={label}
        disabled={disabled}
        // Shown by the style sheet where the pointer is a finger.
        data-pl-camera={isCamera ? "" : undefined}
        onClick={() => chooser.current?.click()}
      />
      <input
        ref={chooser}
        data-pl-hidden=""
        type="file"
        multiple={!isCamera}
        accept={accept}
        capture={isCamera ? "environment" : undefined}
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
