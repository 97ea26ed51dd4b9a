"use client";
import type { ClipboardEvent } from "react";
import { useChatContext, useDraftContext } from "./ChatContext.js";
import { isLongPaste } from "./longPaste.js";

/** What is done with a paste into the composer's field: files are attached, and so is a long text. */
export function useFieldPaste(): (event: ClipboardEvent) => void {
  const { allowAttachments, disabled, labels } = useChatContext();
  const { attachments, modelInfo } = useDraftContext();
  return (event) => {
    const { files: pasted, types } = event.clipboardData;
    // Spreadsheets and word processors add a picture of the text they copy: there the text is meant.
    if (!allowAttachments || disabled) return;
    if (pasted.length > 0 && !types.includes("text/plain")) {
      event.preventDefault();
      attachments.add(pasted);
      return;
    }
    const words = event.clipboardData.getData("text/plain");
    // A function may read the words of a message alone.
    const isAttached = modelInfo && attachments.longPastes && isLongPaste(words);
    if (isAttached && attachments.addText(words, `${labels.pastedText}.txt`)) {
      event.preventDefault();
    }
  };
}
