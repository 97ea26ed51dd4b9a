"use client";
import type { KeyboardEvent } from "react";
import type { UIMessage } from "../../client/messages.js";
import { useChatContext } from "./ChatContext.js";
import { isEditable } from "./QueuedMessages.js";
import { isSendKey } from "./sendKey.js";
import type { EditedMessage } from "./useEditedMessage.js";
import type { PromptMenu } from "./usePromptMenu.js";

/** What the keys of a composer act on. */
export interface ComposerKeysOptions {
  /** Whether an answer is being made, which Escape then stops. */
  busy: boolean;
  edited: EditedMessage;
  /** The list of prompts, whose keys come first while it is open. */
  menu: PromptMenu;
  send: () => void;
  stopEditing: () => void;
  /** Takes a message out of the queue, to be written anew. */
  takeBack: (message: UIMessage) => void;
  /** Puts a text in the place of what stands in the field. */
  write: (words: string) => void;
}

/** The keys of the composer's field: what sends, Escape, and ArrowUp in an empty one. */
export function useComposerKeys({
  busy,
  edited,
  menu,
  send,
  stopEditing,
  takeBack,
  write,
}: ComposerKeysOptions): (event: KeyboardEvent<HTMLTextAreaElement>) => void {
  const { store, sendOn } = useChatContext();
  return (event) => {
    // While an input method composes, Enter accepts its proposal and Escape drops it. Safari ends the composition
    // first, but keeps 229.
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    if (menu.onKeyDown(event)) return;
    if (event.key === "Escape" && busy) {
      // Otherwise the same key would also leave full screen, or close a dialog the chat stands in.
      event.preventDefault();
      store.stop();
    } else if (event.key === "Escape" && edited.id !== undefined) {
      event.preventDefault();
      stopEditing();
    } else if (event.key === "ArrowUp" && event.currentTarget.value === "") {
      const waiting = store.state.getState().queue.at(-1);
      const last = waiting || busy ? undefined : edited.begin();
      if (waiting && isEditable(waiting)) takeBack(waiting);
      else if (last !== undefined) write(last);
      else return;
      event.preventDefault();
    } else if (isSendKey(event, sendOn)) {
      event.preventDefault();
      send();
    }
  };
}
