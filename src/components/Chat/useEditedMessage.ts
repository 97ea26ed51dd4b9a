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
  /** Takes up a message of the person's, the last one unless it is named. Its text; `undefined` where there is none. */
  begin: (messageId?: string) => string | undefined;
  end: () => void;
}

const none: readonly FilePart[] = [];

/** Which message the composer writes anew. One that is deleted or hidden meanwhile is not written any more. */
export function useEditedMessage(store: ChatStore): EditedMessage {
  const [held, setHeld] = useState<{ id: string; files: readonly FilePart[] }>();
  const isThere = useChatState(store, ({ order }) => held !== undefined && order.includes(held.id));
  const id = isThere ? held?.id : undefined;
  return {
    id,
    files: (isThere && held?.files) || none,
    begin(messageId) {
      const { order, byId } = store.state.getState();
      const last = order.findLast((one) => byId.get(one)?.role === "user");
      const message = byId.get(messageId ?? last ?? "");
      if (!message) return undefined;
      const files = message.parts.filter((part): part is FilePart => part.type === "file");
      setHeld({ id: message.id, files });
      return messageText(message);
    },
    end: () => setHeld(undefined),
  };
}
