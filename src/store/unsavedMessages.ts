import type { Conversation } from "../client/conversation.js";
import type { UIMessage } from "../client/messages.js";
import { inTab } from "../internal/inTab.js";

/** What a page that goes has no time to save any more: it is left to the same tab, which a reload keeps. */
export interface UnsavedMessages {
  /** These messages are where the conversation is kept. */
  saved: (conversation: Conversation) => void;
  /** Leaves what else there is to the tab. A storage that is full keeps nothing. */
  leave: (conversation: Conversation) => void;
  /** Takes what was left, once: messages that say what they follow. */
  take: () => readonly UIMessage[];
}

/** Knows which messages of one conversation are saved. Those that change are other objects. */
export function createUnsavedMessages(id: string): UnsavedMessages {
  const key = `polylogue:unsaved:${id}`;
  const known = new WeakSet<UIMessage>();
  let isLeft = false;

  function clear(): void {
    inTab((tab) => tab.removeItem(key));
  }

  return {
    saved({ messages, branches = [] }) {
      for (const message of [...messages, ...branches]) known.add(message);
      // What is saved may be deleted again, and must not come back then.
      if (isLeft) clear();
      isLeft = false;
    },
    leave({ messages, branches = [] }) {
      const placed = messages.flatMap((message, at) => {
        const parentId = messages[at - 1]?.id;
        return known.has(message)
          ? []
          : { ...message, metadata: { ...message.metadata, parentId } };
      });
      const unsaved = [...placed, ...branches.filter((message) => !known.has(message))];
      if (unsaved.length === 0) return;
      inTab((tab) => tab.setItem(key, JSON.stringify(unsaved)));
      isLeft = true;
    },
    take() {
      const left = inTab((tab) => JSON.parse(tab.getItem(key) ?? "[]") as unknown);
      clear();
      return Array.isArray(left) ? (left as UIMessage[]) : [];
    },
  };
}
