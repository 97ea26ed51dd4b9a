"use client";
import { type ReactElement } from "react";
import type { HistoryError } from "../client/historyError.js";
import { Icon } from "./icons.js";
import { IconButton } from "./IconButton.js";
import type { ThreadListLabels } from "./ThreadList/threadLabels.js";

/** Props of `KeepingNotice`. */
export interface KeepingNoticeProps {
  fault: HistoryError | undefined;
  labels: Pick<ThreadListLabels, "historyFault" | "dismiss">;
  onDismiss: () => void;
}

/** One sentence on what storage did not do. Nothing where it did all. */
export function KeepingNotice({
  fault,
  labels,
  onDismiss,
}: KeepingNoticeProps): ReactElement | null {
  if (!fault) return null;
  return (
    <div role="status" data-pl-preflight="" data-severity="warning" data-code={fault.code}>
      <Icon name="alert" />
      <div>
        <p dir="auto">{labels.historyFault(fault)}</p>
      </div>
      <IconButton icon="x" label={labels.dismiss} onClick={onDismiss} />
    </div>
  );
}
