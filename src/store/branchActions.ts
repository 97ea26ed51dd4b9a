import type { ModelName } from "../client/modelName.js";
import {
  pathTo,
  siblingsOf,
  withNewestEnd,
  withoutMessage,
  withPath,
  type Tree,
} from "./branches.js";
import { isBusy, orderToAnswer, type ChatState } from "./chatState.js";
import type { OutgoingMessage } from "./outgoingMessage.js";
import { stopRun, type RunRequest } from "./run.js";
import type { RunContext } from "./runContext.js";

/** What is answered again, and by whom. */
export interface RegenerateOptions {
  /** A question or an answer. Default: the last message. */
  messageId?: string | undefined;
  /** The name of another model, for this answer alone. Default: the chat's. */
  model?: ModelName | undefined;
}

/** The part of a chat store that makes branches, shows them and takes them away. */
export interface BranchActions {
  /**
   * Answers again: the named message, or the last answer. What was there and what followed it stay as a branch; where nothing
   * arrives before it is stopped they are shown again. Nothing for an answer to nothing.
   */
  regenerate: (options?: RegenerateOptions) => Promise<void>;
  /** Whether what was there before stays as a branch. Always, but for a conversation that is held by the AI SDK. */
  readonly canBranch: boolean;
  /** Writes a message of the person's anew and asks again. The old one and what followed it stay as a branch. Ignored while busy. */
  editMessage: (messageId: string, message: OutgoingMessage) => Promise<void>;
  /** Shows the branch that holds a message, up to what was asked and answered there last. Ignored while busy. */
  branch: (messageId: string) => void;
  /**
   * Ids of the messages in the place of this one, itself among them, in the order they were made: the versions of a question,
   * or of its answer. Empty where there is one alone. The same array until the conversation has another shape.
   */
  siblingsOf: (messageId: string) => readonly string[];
  /** Takes out one message. What followed it stays, and so do its siblings: one of them is shown where nothing followed. */
  deleteMessage: (messageId: string) => void;
}

/** What the actions need of the store they belong to. */
export interface BranchContext {
  readonly context: RunContext;
  /** Asks for an answer to what is shown; `model` is another one, for this answer alone. */
  run: (request?: RunRequest, model?: ModelName) => Promise<void>;
  /** Gives the conversation another shape. What went wrong before is no longer of it. */
  reshape: (change: (now: ChatState) => Tree) => void;
  /** Puts a message after what `before` shows. False for an empty one. */
  addUserMessage: (message: OutgoingMessage, before: (now: ChatState) => Tree) => boolean;
  /** A person has changed the conversation. */
  onChange: () => void;
}

/** Makes the actions of one store. */
export function createBranchActions(store: BranchContext): BranchActions {
  const { context, run, reshape, addUserMessage, onChange } = store;
  const { state } = context;
  return {
    async regenerate({ messageId, model } = {}) {
      const now = state.getState();
      if (isBusy(now)) return;
      const asked = orderToAnswer(now, messageId ?? now.order.at(-1) ?? "");
      if (asked.length === 0) return;
      reshape((tree) => withPath(tree, asked));
      onChange();
      await run({ replaces: now.order[asked.length] }, model);
    },
    canBranch: true,
    async editMessage(messageId, message) {
      const now = state.getState();
      if (isBusy(now) || now.byId.get(messageId)?.role !== "user") return;
      const path = pathTo(now, messageId).slice(0, -1);
      if (addUserMessage(message, (tree) => withPath(tree, path))) await run();
    },
    branch(messageId) {
      const now = state.getState();
      const isShown = now.order.includes(messageId) && !now.comparison;
      if (isBusy(now) || !now.byId.has(messageId) || isShown) return;
      reshape((tree) => withNewestEnd(withPath(tree, pathTo(tree, messageId))));
      onChange();
    },
    siblingsOf: (messageId) => siblingsOf(state.getState(), messageId),
    deleteMessage(messageId) {
      const { run: running, order } = state.getState();
      if (running?.messageId === messageId) stopRun(context);
      const isLast = order.at(-1) === messageId;
      reshape((tree) => {
        const rest = withoutMessage(tree, messageId);
        return isLast && !isBusy(tree) ? withNewestEnd(rest) : rest;
      });
      onChange();
    },
  };
}
