"use client";
import type { ReactElement } from "react";
import { IconButton } from "../IconButton.js";
import { useChatContext } from "./ChatContext.js";

/** Says that a message is written anew, and offers to leave it as it was. */
export function EditedNote({ onCancel }: { onCancel: () => void }): ReactElement {
  const { labels } = useChatContext();
  return (
    <div data-pl-edited="" role="status">
      <span>{labels.editing}</span>
      <IconButton icon="x" label={labels.cancelEditing} onClick={onCancel} />
    </div>
  );
}
