import type {
  DataPart,
  DynamicToolPart,
  ProviderMetadata,
  ToolInvocation,
  ToolPart,
  UIMessagePart,
} from "../client/messages.js";
import type { StreamPart } from "../client/streamParts.js";
import type { AppendLog } from "./appendLog.js";
import {
  endPart,
  isRunning,
  type RunningPart,
  type StoredMessage,
  type StoredPart,
} from "./storedMessage.js";
import { changeIn, toApproval, type ToolApproval } from "./toolAnswer.js";

/**
 * The message after one more stream part. A delta for an open part goes to that part's log and leaves the message as it
 * is; everything else gives a new message. `transient` data, `start` and `finish` are for the run and change nothing here.
 */
export function applyPart(
  message: StoredMessage,
  part: StreamPart,
  createLog: (text?: string) => AppendLog,
): StoredMessage {
  switch (part.type) {
    case "text-start":
    case "reasoning-start":
      return openPart(message, kindOf(part.type), part.id, createLog(), part.providerMetadata);
    case "text-delta":
    case "reasoning-delta": {
      const kind = kindOf(part.type);
      const open = findOpen(message, kind, part.id);
      if (!open)
        return openPart(message, kind, part.id, createLog(part.delta), part.providerMetadata);
      open.log.append(part.delta);
      return part.providerMetadata ? replacePart(message, open, withMetadata(open, part)) : message;
    }
    case "text-end":
    case "reasoning-end": {
      const open = findOpen(message, kindOf(part.type), part.id);
      if (!open) return message;
      const { citations } = part;
      const ended = endPart(withMetadata(open, part));
      return replacePart(message, open, citations ? Object.assign(ended, { citations }) : ended);
    }
    case "source-url":
    case "source-document":
    case "file":
      return addPart(message, part as UIMessagePart);
    case "start-step":
      return addPart(message, { type: "step-start" });
    case "reset-step":
      return {
        ...message,
        parts: message.parts.slice(0, message.parts.findLastIndex(isStepStart) + 1),
      };
    case "message-metadata":
      return { ...message, metadata: { ...message.metadata, ...part.messageMetadata } };
    case "tool-approval-response": {
      const { type: _type, approvalId: id, ...decision } = part;
      return changeIn(message, toApproval({ id, ...decision } as ToolApproval)) ?? message;
    }
    case "start":
    case "finish-step":
    case "finish":
      return message;
    default:
      if (part.type.startsWith("data-")) return applyData(message, part as StreamPart & DataPart);
      return "toolCallId" in part ? applyTool(message, part) : applyOther(message, part);
  }
}

/** Keeps what a backend of AI SDK 7 may send besides, for it to have it back. Newer kinds are left out. */
function applyOther(message: StoredMessage, part: { type: string }): StoredMessage {
  const isKept = /^(?:custom|reasoning-file|steering-message)$/.test(part.type);
  return isKept ? addPart(message, part as UIMessagePart) : message;
}

type TextKind = RunningPart["type"];
type ToolStreamPart = Extract<StreamPart, { toolCallId: string }>;

function isStepStart({ type }: StoredPart): boolean {
  return type === "step-start";
}

function kindOf(type: `${TextKind}-${string}`): TextKind {
  return type.startsWith("text") ? "text" : "reasoning";
}

function findOpen(
  message: StoredMessage,
  kind: TextKind,
  id: string | undefined,
): RunningPart | undefined {
  return message.parts.findLast(
    (part): part is RunningPart =>
      isRunning(part) && part.type === kind && (id === undefined || part.id === id),
  );
}

function openPart(
  message: StoredMessage,
  type: TextKind,
  id: string | undefined,
  log: AppendLog,
  providerMetadata: RunningPart["providerMetadata"],
): StoredMessage {
  // Without ids only one part can be open: the next one ends it.
  const parts = id === undefined ? message.parts.map(endPart) : message.parts;
  const running: RunningPart = {
    type,
    state: "streaming",
    log,
    id,
    ...(providerMetadata && { providerMetadata }),
  };
  return { ...message, parts: [...parts, running] };
}

function withMetadata(
  part: RunningPart,
  { providerMetadata }: Pick<RunningPart, "providerMetadata">,
): RunningPart {
  return providerMetadata
    ? { ...part, providerMetadata: { ...part.providerMetadata, ...providerMetadata } }
    : part;
}

function replacePart(message: StoredMessage, old: StoredPart, next: StoredPart): StoredMessage {
  return { ...message, parts: message.parts.map((part) => (part === old ? next : part)) };
}

function addPart(message: StoredMessage, part: UIMessagePart): StoredMessage {
  // What stands between two runs of text without ids ends the first, so that the order is kept.
  const parts = message.parts.map((old) =>
    isRunning(old) && old.id === undefined ? endPart(old) : old,
  );
  return { ...message, parts: [...parts, part] };
}

function applyData(
  message: StoredMessage,
  part: StreamPart & DataPart & { transient?: boolean | undefined },
): StoredMessage {
  if (part.transient) return message;
  const old =
    part.id === undefined
      ? undefined
      : message.parts.find((p) => p.type === part.type && "id" in p && p.id === part.id);
  return old ? replacePart(message, old, part) : addPart(message, part);
}

function applyTool(message: StoredMessage, part: ToolStreamPart): StoredMessage {
  const old = message.parts.find(
    (p): p is ToolPart | DynamicToolPart => "toolCallId" in p && p.toolCallId === part.toolCallId,
  );
  if (old) return replacePart(message, old, { ...old, ...toolChange(part, old) } as ToolPart);
  if (!("toolName" in part)) return message;
  const { toolName, toolCallId, dynamic } = part;
  const name = dynamic ? { type: "dynamic-tool", toolName } : { type: `tool-${toolName}` };
  return addPart(message, { ...name, toolCallId, ...toolChange(part) } as
    | ToolPart
    | DynamicToolPart);
}

/** The fields a stream part sets. Together with what was known they make one of the states. */
type ToolChange = { [Field in AllFields<ToolInvocation>]?: unknown };
type AllFields<T> = T extends unknown ? keyof T : never;

function toolChange(part: ToolStreamPart, old?: ToolInvocation): ToolChange {
  switch (part.type) {
    case "tool-input-start":
      return { state: "input-streaming", rawInput: "", ...factsOf(part, "call") };
    case "tool-input-delta":
      return {
        rawInput: `${typeof old?.rawInput === "string" ? old.rawInput : ""}${part.inputTextDelta}`,
      };
    case "tool-input-available":
      return {
        state: "input-available",
        input: part.input,
        rawInput: undefined,
        ...factsOf(part, "call"),
      };
    case "tool-input-error":
      return {
        state: "output-error",
        rawInput: part.input,
        errorText: part.errorText,
        ...factsOf(part, "result"),
      };
    case "tool-output-available":
      return {
        state: "output-available",
        output: part.output,
        preliminary: part.preliminary,
        ...factsOf(part, "result"),
      };
    case "tool-output-error":
      return {
        state: "output-error",
        errorText: part.errorText,
        output: undefined,
        preliminary: undefined,
        ...factsOf(part, "result"),
      };
    case "tool-output-denied":
      return { state: "output-denied" };
    case "tool-approval-request": {
      const {
        type: _type,
        toolCallId: _call,
        approvalId: id,
        approvalDescriptor: descriptor,
        reason: requestReason,
        ...facts
      } = part;
      return {
        state: "approval-requested",
        approval: {
          id,
          ...facts,
          ...(descriptor !== undefined && { descriptor }),
          ...(requestReason !== undefined && { requestReason }),
        },
      };
    }
  }
}

/** What a part tells of a call besides. */
function factsOf(
  part: {
    title?: string | undefined;
    providerExecuted?: boolean | undefined;
    providerMetadata?: ProviderMetadata | undefined;
    toolMetadata?: unknown;
  },
  of: "call" | "result",
): ToolChange {
  const { title, providerExecuted, providerMetadata, toolMetadata } = part;
  return {
    ...(title !== undefined && { title }),
    ...(providerExecuted !== undefined && { providerExecuted }),
    ...(toolMetadata !== undefined && { toolMetadata }),
    ...(providerMetadata && { [`${of}ProviderMetadata`]: providerMetadata }),
  };
}
