"use client";
import { type ReactElement } from "react";
import { KeepingNotice } from "../KeepingNotice.js";
import { useChatContext } from "./ChatContext.js";

/** Says quietly what hinders the conversation from being kept. Nothing where all is well. */
export function HistoryNotice(): ReactElement {
  const { history, labels, focusInput } = useChatContext();
  return (
    <KeepingNotice
      fault={history.notice}
      labels={labels}
      onDismiss={() => {
        focusInput();
        history.dismiss();
      }}
    />
  );
}
