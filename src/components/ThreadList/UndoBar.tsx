"use client";
import { type ReactElement } from "react";
import type { ThreadSummary } from "../../client/threads.js";
import { IconButton } from "../IconButton.js";
import type { ThreadListLabels } from "./threadLabels.js";

/** Props of `UndoBar`. */
export interface UndoBarProps {
  removed: ThreadSummary | undefined;
  labels: ThreadListLabels;
  onUndo: (id: string) => void;
  onDismiss: () => void;
}

/**
 * Says what was deleted and brings it back. It stays until it is used or dismissed, or something else is deleted: no clock
 * takes the choice away.
 */
export function UndoBar({ removed, labels, onUndo, onDismiss }: UndoBarProps): ReactElement {
  return (
    // There before its words, so that they are spoken.
    <div role="status" data-pl-thread-undo="">
      {removed ? (
        <>
          <span dir="auto">{labels.threadDeleted(removed.title || labels.untitled)}</span>
          <button type="button" data-pl-button="" onClick={() => onUndo(removed.id)}>
            {labels.undo}
          </button>
          <IconButton icon="x" label={labels.dismiss} onClick={onDismiss} />
        </>
      ) : null}
    </div>
  );
}
