import type { UIMessage } from "../../client/messages.js";
import type { RequestInput } from "../../client/requestWeight.js";
import {
  isBusy,
  lastMessage,
  orderBefore,
  orderToAnswer,
  type ChatState,
} from "../../store/chatState.js";
import type { ChatStore } from "../../store/chatStore.js";
import { partsOf, type OutgoingMessage } from "../../store/outgoingMessage.js";
import { toUIMessage } from "../../store/storedMessage.js";

/** What a chat can be asked for from outside its composer. */
export type ChatAction =
  | { readonly type: "send"; readonly message: OutgoingMessage }
  /** Answers again: the named message, which may be a question or its answer. `model` is another one, for this answer alone. */
  | {
      readonly type: "regenerate";
      readonly messageId: string;
      readonly model?: string | undefined;
    }
  /** Appends to the last answer what is still missing. */
  | { readonly type: "continue" }
  /** Sends a message that waits in the queue, whatever else is being answered. */
  | { readonly type: "queued"; readonly messageId: string };

/** A conversation as it would be sent. */
export type ActionRequest = Pick<RequestInput, "messages" | "draft">;

/** What an action would send; `undefined` where there is nothing to send, or no longer. */
export function requestOf(state: ChatState, action: ChatAction): ActionRequest | undefined {
  const { order, byId } = state;
  const messagesOf = (ids: readonly string[]): UIMessage[] =>
    ids.map((id) => toUIMessage(byId.get(id)!));
  switch (action.type) {
    case "send": {
      const { messageId, role = "user" } = action.message;
      const parts = partsOf(action.message);
      const isEdit = byId.get(messageId ?? "")?.role === "user";
      const before = orderBefore(state, isEdit ? messageId : undefined);
      if (parts.length === 0) return undefined;
      return { messages: messagesOf(before), draft: { id: "draft", role, parts } };
    }
    case "regenerate": {
      const asked = orderToAnswer(state, action.messageId);
      return asked.length > 0 ? { messages: messagesOf(asked) } : undefined;
    }
    case "continue":
      return lastMessage(state)?.role === "assistant" ? { messages: messagesOf(order) } : undefined;
    case "queued": {
      const draft = queuedMessage(state, action.messageId);
      return draft && { messages: messagesOf(order), draft };
    }
  }
}

/** Does it. Resolves when the answer ended, however it did. */
export function perform(store: ChatStore, action: ChatAction): Promise<void> {
  switch (action.type) {
    case "send":
      return store.sendMessage(action.message);
    case "regenerate":
      return store.regenerate({ messageId: action.messageId, model: action.model });
    case "continue":
      return store.continueMessage();
    case "queued":
      return store.sendQueuedMessageNow(action.messageId);
  }
}

/** Whether an action would be done now, rather than be ignored or wait for the running answer. */
export function isDoneNow(store: ChatStore, action: ChatAction): boolean {
  if (!isBusy(store.state.getState()) || action.type === "queued") return true;
  return action.type === "send" && store.whileBusy() === "interrupt";
}

/** The same without some files of its message. One that waited is then a message like any other. */
export function withoutFiles(
  state: ChatState,
  action: ChatAction,
  files: readonly unknown[],
): ChatAction {
  const message =
    action.type === "send"
      ? action.message
      : action.type === "queued"
        ? queuedMessage(state, action.messageId)
        : undefined;
  if (!message) return action;
  const parts = partsOf(message).filter((part) => !files.includes(part));
  return { type: "send", message: { ...message, parts } };
}

function queuedMessage({ queue }: ChatState, messageId: string): UIMessage | undefined {
  return queue.find(({ id }) => id === messageId);
}
