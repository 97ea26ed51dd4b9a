import type { StoreApi } from "zustand/vanilla";
import type { UIMessage } from "../client/messages.js";
import { generateId } from "../internal/generateId.js";
import { waitsForCalls } from "./answerCalls.js";
import { isBusy, lastMessage, type ChatState } from "./chatState.js";
import { partsOf, type OutgoingMessage } from "./outgoingMessage.js";

/**
 * What a message does that is sent while an answer is being made: it waits until that has ended, it is ignored, or it stops
 * the answer and is sent.
 */
export type WhileBusy = "queue" | "drop" | "interrupt";

/** The messages of one conversation that wait for their turn. They stand in the state's `queue`, oldest first. */
export interface MessageQueue {
  /** Puts a message at the end. Resolves when its answer ended, or when it was taken back. */
  add: (message: OutgoingMessage) => Promise<void>;
  /** Takes a message back. */
  remove: (id: string) => void;
  /** Sends a message before its turn. Resolves when its answer ended. */
  sendNow: (id: string) => Promise<void>;
  /** Takes all messages back. */
  clear: () => void;
  /** An answer has ended by itself: sends the next message, if nothing else is being asked or waits for an answer. */
  goOn: () => void;
  /** Asks `check` before a message is sent by its turn; what it refuses goes on waiting. Returns how to stop. */
  guard: (check: (message: UIMessage) => boolean) => () => void;
}

/** Makes the queue of the conversation in `state`. `send` sends a message at once and resolves when its answer ended. */
export function createMessageQueue(
  state: StoreApi<ChatState>,
  send: (message: UIMessage) => Promise<void>,
): MessageQueue {
  const waiting = new Map<string, () => void>();
  let check: ((message: UIMessage) => boolean) | undefined;

  function take(id: string): (() => void) | undefined {
    state.setState(({ queue }) => ({ queue: queue.filter((message) => message.id !== id) }));
    const settle = waiting.get(id);
    waiting.delete(id);
    return settle;
  }

  async function sendNow(id: string): Promise<void> {
    const message = state.getState().queue.find((one) => one.id === id);
    if (!message) return;
    const settle = take(id);
    await send(message);
    settle?.();
  }

  return {
    add(message) {
      const { id = generateId(), role = "user", metadata } = message;
      const queued = { id, role, parts: partsOf(message), metadata } as UIMessage;
      const isSettled = new Promise<void>((resolve) => waiting.set(id, resolve));
      state.setState(({ queue }) => ({ queue: [...queue, queued] }));
      return isSettled;
    },
    remove: (id) => take(id)?.(),
    sendNow,
    clear() {
      for (const { id } of state.getState().queue) take(id)?.();
    },
    goOn() {
      const now = state.getState();
      const [next] = now.queue;
      const answer = lastMessage(now);
      if (!next || isBusy(now) || (answer && waitsForCalls(answer))) return;
      if (!check || check(next)) void sendNow(next.id);
    },
    guard(next) {
      check = next;
      return () => {
        if (check === next) check = undefined;
      };
    },
  };
}
