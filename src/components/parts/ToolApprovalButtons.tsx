"use client";
import type { ReactElement } from "react";
import { useChatContext } from "../Chat/ChatContext.js";

/** Props of `ToolApprovalButtons`. */
export interface ToolApprovalButtonsProps {
  /** What would be called, for people. */
  name: string;
  /** The id of the question. */
  approvalId: string;
}

/** Asks whether a tool may be called. */
export function ToolApprovalButtons({ name, approvalId }: ToolApprovalButtonsProps): ReactElement {
  const { store, labels, disabled, focusInput } = useChatContext();

  function answer(approved: boolean, always = false): void {
    // The buttons go away with the question.
    focusInput();
    void store.addToolApprovalResponse({ id: approvalId, approved, ...(always && { always }) });
  }

  return (
    <div data-pl-tool-approval="" role="group" aria-label={labels.toolQuestion(name)}>
      <span>{labels.toolQuestion(name)}</span>
      <button
        type="button"
        data-pl-button=""
        data-primary=""
        disabled={disabled}
        onClick={() => answer(true)}
      >
        {labels.allowTool}
      </button>
      <button
        type="button"
        data-pl-button=""
        disabled={disabled}
        onClick={() => answer(true, true)}
      >
        {labels.alwaysAllowTool}
      </button>
      <button type="button" data-pl-button="" disabled={disabled} onClick={() => answer(false)}>
        {labels.denyTool}
      </button>
    </div>
  );
}
