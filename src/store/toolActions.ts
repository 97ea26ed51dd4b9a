import { toolNameOf } from "../client/protocols/answeredCalls.js";
import { isBusy, withMessage } from "./chatState.js";
import type { RunContext } from "./runContext.js";
import {
  changeCall,
  toApproval,
  toOutput,
  type CallChange,
  type ToolApproval,
  type ToolOutput,
} from "./toolAnswer.js";

/** What a page and a person do with the calls of an answer. */
export interface ToolActions {
  /** Sets the result of a tool call. Without tools nothing is sent: `sendMessage()` without a message goes on. */
  addToolOutput: (result: ToolOutput) => Promise<void>;
  /** Answers a tool call that asks for permission. The answer goes on once nothing waits any more. */
  addToolApprovalResponse: (approval: ToolApproval) => Promise<void>;
}

/** What the actions need of the store. */
export interface ToolActionsOptions {
  context: RunContext;
  /** The conversation has changed. */
  onChange: () => void;
  /** A call of the last answer was given its own while nothing runs. */
  onLast: () => void;
}

/** Makes the actions of a store that write to its tool calls. */
export function createToolActions({ context, onChange, onLast }: ToolActionsOptions): ToolActions {
  const { state, allowed } = context;

  function answer(change: CallChange): void {
    const now = state.getState();
    const changed = changeCall(now, change);
    if (!changed) return;
    state.setState(withMessage(now, changed));
    onChange();
    if (changed.id === now.order.at(-1) && !isBusy(now)) onLast();
  }

  return {
    addToolOutput: async (result) => answer(toOutput(result)),
    async addToolApprovalResponse(approval) {
      const change = toApproval(approval);
      answer((call) => {
        const changed = change(call);
        if (changed && approval.approved && approval.always) allowed.add(toolNameOf(changed));
        return changed;
      });
    },
  };
}
