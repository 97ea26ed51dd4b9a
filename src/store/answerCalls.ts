import { unlessAborted } from "../client/connection.js";
import { type CallPart as Call, toolNameOf } from "../client/protocols/answeredCalls.js";
import { abortable } from "../internal/abortable.js";
import { generateId } from "../internal/generateId.js";
import type { StoredMessage, StoredPart } from "./storedMessage.js";
import { toOutput } from "./toolAnswer.js";
import { faultOfInput } from "./toolSchema.js";
import type { ChatTool, ChatTools, ToolCallOptions } from "./tools.js";

/** What answering needs of the conversation. */
export interface CallContext {
  /** The answer as it stands. */
  getAnswer: () => StoredMessage;
  /** Puts a changed call in the place of the one with its id. */
  change: (call: Call) => void;
  tools: ChatTools;
  /** Names of tools that a person has allowed for this conversation. */
  allowed: ReadonlySet<string>;
  /** What tools are told beside the call's id. */
  options: Omit<ToolCallOptions, "toolCallId">;
}

/**
 * Runs the calls of an answer's last step, side by side, and writes down what came of each. Arguments that do not fit go
 * back to the model and never to the tool.
 *
 * @returns `none` where nothing was called; `waiting` where a person or the app has still to answer; else `answered`.
 */
export async function answerCalls(context: CallContext): Promise<"none" | "waiting" | "answered"> {
  const calls = lastCalls(context.getAnswer());
  if (calls.length === 0) return "none";
  await Promise.all(calls.map((call) => answerCall(call, context)));
  return lastCalls(context.getAnswer()).every(isSettled) ? "answered" : "waiting";
}

/** The message with calls that a stop left without a result as failed: nobody will answer them any more. */
export function abandonCalls(message: StoredMessage): StoredMessage {
  if (!message.parts.some(isOpenCall)) return message;
  const errorText = "Stopped before there was a result.";
  const parts = message.parts.map((part) =>
    isOpenCall(part) ? withResult(part, { state: "output-error", errorText }) : part,
  );
  return { ...message, parts };
}

/** The calls since the last step began that are the app's to answer. */
export function lastCalls({ parts }: Pick<StoredMessage, "parts">): Call[] {
  const start = parts.findLastIndex(({ type }) => type === "step-start");
  return parts.slice(start + 1).filter((part): part is Call => isOwnCall(part));
}

/** Whether calls of the answer's last step still wait for a person, the app or a tool. */
export function waitsForCalls(message: Pick<StoredMessage, "parts">): boolean {
  return lastCalls(message).some((call) => !isSettled(call));
}

/** Whether a person has decided on calls of the answer's last step, and nothing else of it waits. */
export function isAllDecided(message: Pick<StoredMessage, "parts">): boolean {
  const calls = lastCalls(message).filter((call) => !isSettled(call));
  return calls.length > 0 && calls.every(({ state }) => state === "approval-responded");
}

/** How often a model has been asked for an answer so far. */
export function stepsIn({ parts }: Pick<StoredMessage, "parts">): number {
  const starts = parts.filter(({ type }) => type === "step-start").length;
  return parts[0]?.type === "step-start" ? starts : starts + 1;
}

function isOwnCall(part: StoredPart): part is Call {
  return "toolCallId" in part && !part.providerExecuted;
}

function isOpenCall(part: StoredPart): part is Call {
  return isOwnCall(part) && (part.state === "input-streaming" || part.state === "input-available");
}

function isSettled({ state }: Call): boolean {
  return state === "output-available" || state === "output-error" || state === "output-denied";
}

async function answerCall(call: Call, context: CallContext): Promise<void> {
  const { tools, change } = context;
  const name = toolNameOf(call);
  const fail = (errorText: string): void =>
    change(withResult(call, { state: "output-error", errorText }));
  if (call.state !== "input-available" && call.state !== "approval-responded") return;
  if (call.state === "approval-responded" && !call.approval.approved)
    return change({ ...call, state: "output-denied" } as Call);
  const tool = Object.hasOwn(tools, name) ? tools[name] : undefined;
  if (!tool) return fail(`There is no tool "${name}".`);
  try {
    const fault = await faultOfInput(tool, call.input);
    if (fault) return fail(`The arguments do not fit the tool's schema.\n${fault}`);
    if (call.state === "input-available" && (await needsApproval(call, tool, context)))
      return change({
        ...call,
        state: "approval-requested",
        approval: { id: generateId() },
      });
    if (!tool.execute) return;
    await execute(call, tool, context);
  } catch (error) {
    context.options.signal.throwIfAborted();
    fail(error instanceof Error ? error.message : String(error));
  }
}

async function needsApproval(
  call: Call,
  { needsApproval: asks = false }: ChatTool,
  { allowed }: CallContext,
): Promise<boolean> {
  if (allowed.has(toolNameOf(call))) return false;
  return typeof asks === "function" ? asks(call.input) : asks;
}

/** A tool that yields shows each value until the next; the last is its result. */
async function execute(
  call: Call,
  tool: ChatTool,
  { options, change }: CallContext,
): Promise<void> {
  const { toolCallId, input } = call;
  const { signal } = options;
  const given = tool.execute!(input, { ...options, toolCallId });
  let output: unknown;
  if (isIterable(given)) {
    for await (const value of abortable(given, signal)) {
      output = value;
      change({ ...withResult(call, { output }), preliminary: true } as Call);
    }
  } else {
    // A tool that does not heed the signal must not hold up the stop.
    output = await unlessAborted(Promise.resolve(given), signal);
  }
  change(withResult(call, { output }));
}

function isIterable(value: unknown): value is AsyncIterable<unknown> {
  return typeof value === "object" && value !== null && Symbol.asyncIterator in value;
}

function withResult(
  call: Call,
  result: { output: unknown } | { state: "output-error"; errorText: string },
): Call {
  return toOutput({ ...result, toolCallId: call.toolCallId })(call)!;
}
