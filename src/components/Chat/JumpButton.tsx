"use client";
import { useState, type ReactElement } from "react";
import { useChatState } from "../../hooks/useMessage.js";
import type { ChatState } from "../../store/chatState.js";
import { Icon } from "../icons.js";
import { useChatContext } from "./ChatContext.js";

/** Stands over the list while its end is out of view, and says how many answers came meanwhile. */
export function JumpButton({ onJump }: { onJump: () => void }): ReactElement {
  const { store, labels, focusInput } = useChatContext();
  // It is mounted when the reader leaves the end.
  const [seen] = useState(() => store.state.getState().byId);
  const unread = useChatState(store, (state) => countUnread(state, seen));
  const words = unread > 0 ? labels.unread(unread) : undefined;
  const label = words ? `${labels.jumpToLatest}, ${words}` : labels.jumpToLatest;
  return (
    <button
      type="button"
      data-pl-icon-button=""
      data-pl-jump=""
      data-unread={words ? "" : undefined}
      aria-label={label}
      title={label}
      onClick={() => {
        onJump();
        focusInput();
      }}
    >
      <Icon name="down" />
      {words ? <bdi>{words}</bdi> : null}
    </button>
  );
}

/** Answers at the end that are not as they were: begun since, or gone on and finished. Text alone changes no message. */
function countUnread({ order, byId }: ChatState, seen: ChatState["byId"]): number {
  let index = order.length;
  let count = 0;
  while (index > 0) {
    const message = byId.get(order[index - 1]!);
    if (!message || message === seen.get(message.id)) break;
    if (message.role === "assistant") count += 1;
    index -= 1;
  }
  return count;
}
