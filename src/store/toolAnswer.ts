import type { DynamicToolPart, ToolPart } from "../client/messages.js";
import type { ChatState } from "./chatState.js";
import type { StoredMessage, StoredPart } from "./storedMessage.js";

/** The result of a tool call, in the AI SDK's words. */
export type ToolOutput = {
  /** For type checks alone: the id names the call. */
  tool?: PropertyKey;
  toolCallId: string;
} & (
  | { state?: "output-available"; output: unknown; errorText?: never }
  | { state: "output-error"; errorText: string; output?: never }
);

/** What a person decided about a tool call that asks for permission. */
export interface ToolApproval {
  /** The approval's id, not the call's. */
  id: string;
  approved: boolean;
  reason?: string;
  /** Whether the tool may be called from now on in this conversation without asking. Default: false. */
  always?: boolean;
}

/** The call after the answer, or `undefined` for a call that is not meant. */
export type CallChange = (call: ToolPart | DynamicToolPart) => ToolPart | undefined;

/** Gives the call named by `toolCallId` its result. */
export function toOutput(result: ToolOutput): CallChange {
  return (call) => {
    if (call.toolCallId !== result.toolCallId) return undefined;
    const { approval, output: _output, errorText: _errorText, ...known } = call;
    const { preliminary: _preliminary, ...rest } = known as typeof known & { preliminary?: true };
    const { state = "output-available", output, errorText } = result;
    return {
      ...rest,
      // What was asked and not answered has no place beside a result.
      ...(approval?.approved && { approval }),
      ...(state === "output-error" ? { state, errorText } : { state, output }),
    } as ToolPart;
  };
}

/** Gives the call that asked under `approval.id` its answer. */
export function toApproval({ id, approved, reason }: ToolApproval): CallChange {
  return (call) => {
    if (call.state !== "approval-requested" || call.approval.id !== id) return undefined;
    // The backend that asked wants to see again what it has signed.
    const approval = { ...call.approval, id, approved, ...(reason !== undefined && { reason }) };
    return { ...call, state: "approval-responded", approval } as ToolPart;
  };
}

/** The message with the call that `change` is meant for, changed; the latest where several are. `undefined` if none is. */
export function changeCall(state: ChatState, change: CallChange): StoredMessage | undefined {
  for (const id of state.order.toReversed()) {
    const changed = changeIn(state.byId.get(id)!, change);
    if (changed) return changed;
  }
  return undefined;
}

/** One message with the call that `change` is meant for, changed. `undefined` if none is. */
export function changeIn(message: StoredMessage, change: CallChange): StoredMessage | undefined {
  for (const part of message.parts) {
    const changed = isCall(part) ? change(part) : undefined;
    if (changed)
      return { ...message, parts: message.parts.map((old) => (old === part ? changed : old)) };
  }
  return undefined;
}

function isCall(part: StoredPart): part is ToolPart | DynamicToolPart {
  return "toolCallId" in part;
}
