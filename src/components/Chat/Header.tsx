"use client";
import { type ReactElement } from "react";
import { useChatState } from "../../hooks/useMessage.js";
import { IconButton } from "../IconButton.js";
import { useChatContext } from "./ChatContext.js";

/** The chat's title, and the button that begins anew. */
export function Header(): ReactElement {
  const { store, labels, disabled, focusInput, onNewChat } = useChatContext();
  const isEmpty = useChatState(store, (state) => state.order.length === 0 && !state.run);
  return (
    <header data-pl-header="">
      <span data-pl-title="">{labels.title}</span>
      <IconButton
        icon="plus"
        label={labels.newChat}
        disabled={isEmpty || disabled}
        onClick={() => {
          if (onNewChat) onNewChat();
          else store.setMessages([]);
          focusInput();
        }}
      />
    </header>
  );
}
