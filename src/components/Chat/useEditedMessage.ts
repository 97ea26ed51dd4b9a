"use client";
import { useState } from "react";
import type { FilePart } from "../../client/messages.js";
import { useChatState } from "../../hooks/useMessage.js";
import type { ChatStore } from "../../store/chatStore.js";
import { messageText } from "./messageText.js";

/** A message of the person's that is being written anew. */
export interface EditedMessage {
  /** Its id; `undefined` while a new message is written. */
  readonly id: string | undefined;
  /** Its files, which go along again. */
  readonly files: readonly FilePart[];
  /** Takes up the last one. Its text; `undefined` where there is none. */
  beginLast: () => string | undefined;
  end: () => void;
}

const none: readonly FilePart[] = [];

/** Which message the composer writes anew. One that is deleted meanwhile is not written any more. */
export function useEditedMessage(store: ChatStore): EditedMessage {
  const [held, setHeld] = useState<{ id: string; files: readonly FilePart[] }>();
  const isThere = useChatState(store, ({ byId }) => held !== undefined && byId.has(held.id));
  return {
    id: isThere ? held?.id : undefined,
    files: (isThere && held?.files) || none,
    beginLast() {
      const { order, byId } = store.state.getState();
      const message = byId.get(order.findLast((id) => byId.get(id)?.role === "user") ?? "");
      if (!message) return undefined;
      const files = message.parts.filter((part): part is FilePart => part.type === "file");
      setHeld({ id: message.id, files });
      return messageText(message);
    },
    end: () => setHeld(undefined),
  };
}
