"use client";
import { Popover } from "radix-ui";
import { useId, useState, type ReactElement } from "react";
import { altOf } from "../../client/fileNotes.js";
import { isolateName } from "../../client/isolateName.js";
import type { Attachment } from "../../hooks/useAttachments.js";
import { IconButton } from "../IconButton.js";
import { useChatContext, useDraftContext } from "./ChatContext.js";
import { ChatPopover } from "./ChatPopover.js";
import { insertText } from "./insertText.js";

/** Props of `AttachmentMenu`. */
export interface AttachmentMenuProps {
  attachment: Attachment;
  /** Moves it by so many places. */
  moveBy: (id: string, by: number) => void;
}

/**
 * What can be done with an attachment: its place, the alternative text of an image, and a pasted text back into the input.
 * Nothing where there is nothing to do.
 */
export function AttachmentMenu({ attachment, moveBy }: AttachmentMenuProps): ReactElement | null {
  const { labels, inputRef } = useChatContext();
  const { attachments } = useDraftContext();
  const [place, setPlace] = useState<Element | null>(null);
  const [isOpen, setIsOpen] = useState(false);
  const { id, name, preview, pastedText } = attachment;
  const all = attachments.attachments;
  const position = all.findIndex((one) => one.id === id);
  if (all.length < 2 && !preview && pastedText === undefined) return null;

  function insert(text: string): void {
    if (inputRef.current) insertText(inputRef.current, text);
    attachments.remove(id);
  }

  return (
    <Popover.Root open={isOpen} onOpenChange={setIsOpen}>
      <Popover.Trigger asChild>
        <IconButton
          ref={setPlace}
          icon="more"
          label={labels.attachmentOptions(isolateName(name))}
        />
      </Popover.Trigger>
      <ChatPopover
        place={place}
        data-pl-attachment-menu=""
        aria-label={labels.attachmentOptions(isolateName(name))}
        align="start"
        sideOffset={6}
      >
        {preview ? <AltField attachment={attachment} onDone={() => setIsOpen(false)} /> : null}
        <div data-pl-buttons="">
          {all.length > 1 ? (
            <>
              <MoveButton
                label={labels.moveEarlier}
                isEnd={position === 0}
                onMove={() => moveBy(id, -1)}
              />
              <MoveButton
                label={labels.moveLater}
                isEnd={position === all.length - 1}
                onMove={() => moveBy(id, 1)}
              />
            </>
          ) : null}
          {pastedText === undefined ? null : (
            <button type="button" data-pl-button="" onClick={() => insert(pastedText)}>
              {labels.insertAsText}
            </button>
          )}
        </div>
      </ChatPopover>
    </Popover.Root>
  );
}

interface MoveButtonProps {
  label: string;
  isEnd: boolean;
  onMove: () => void;
}

/** Keeps the focus at the end of the row, where it can do no more. */
function MoveButton({ label, isEnd, onMove }: MoveButtonProps): ReactElement {
  return (
    <button
      type="button"
      data-pl-button=""
      aria-disabled={isEnd ? true : undefined}
      onClick={isEnd ? undefined : onMove}
    >
      {label}
    </button>
  );
}

interface AltFieldProps {
  attachment: Attachment;
  onDone: () => void;
}

function AltField({ attachment, onDone }: AltFieldProps): ReactElement {
  const { labels } = useChatContext();
  const { attachments } = useDraftContext();
  const fieldId = useId();
  const { id, part } = attachment;
  const alt = (part && altOf(part)) ?? "";
  const keep = (value: string): void => {
    if (value.trim() !== alt) attachments.describe(id, value);
  };
  return (
    <div data-pl-alt="">
      <label htmlFor={fieldId}>{labels.altText}</label>
      <input
        id={fieldId}
        data-pl-field=""
        dir="auto"
        defaultValue={alt}
        maxLength={1000}
        autoComplete="off"
        // Not with each key: the picture would be measured anew each time.
        onBlur={(event) => keep(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
          keep(event.currentTarget.value);
          onDone();
        }}
      />
    </div>
  );
}
