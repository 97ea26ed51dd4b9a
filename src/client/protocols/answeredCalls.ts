import { type Fields, isFields } from "../looseJSON.js";
import type { DynamicToolPart, ToolPart, UIMessagePart } from "../messages.js";

/** A part that is a call of a tool. */
export type CallPart = ToolPart | DynamicToolPart;

/**
 * Whether a part is a call of the app's own that has its result. One without, left behind by a stop, would make providers
 * refuse the whole conversation; one that a provider ran itself is unknown to all others.
 */
export function isAnswered(part: UIMessagePart): part is CallPart {
  if (!isCall(part) || part.providerExecuted) return false;
  return (
    part.state === "output-error" ||
    part.state === "output-denied" ||
    (part.state === "output-available" && !part.preliminary)
  );
}

/** Whether a part is a call of any tool, answered or not. */
export function isCall(part: UIMessagePart): part is CallPart {
  return part.type === "dynamic-tool" || part.type.startsWith("tool-");
}

/** The name of the tool. */
export function toolNameOf(call: CallPart): string {
  return call.type === "dynamic-tool" ? call.toolName : call.type.slice("tool-".length);
}

/** Its arguments as an object whatever they are, since nothing else is taken: those of a broken call are no JSON. */
export function argumentsOf({ input, rawInput }: CallPart): Fields {
  const args = input ?? rawInput ?? {};
  return isFields(args) ? args : { input: args };
}

/** What the model is told about an answered call: its output, as JSON unless it is text, or why there is none. */
export function resultTextOf(call: CallPart): string {
  if (call.state === "output-denied") return "The person did not allow this call.";
  if (call.state === "output-error") return call.errorText || "The tool failed.";
  return typeof call.output === "string" ? call.output : (JSON.stringify(call.output) ?? "");
}

/**
 * The parts of an answer, cut where another request began: after the results of its calls, marked or not. A call that the
 * provider ran itself belongs to what it said.
 */
export function stepsOf(parts: readonly UIMessagePart[]): UIMessagePart[][] {
  let step: UIMessagePart[] = [];
  const steps = [step];
  for (const part of parts) {
    const speaks =
      part.type === "text" || part.type === "reasoning" || (isCall(part) && part.providerExecuted);
    if (part.type === "step-start" || (speaks && step.some(isAnswered))) steps.push((step = []));
    step.push(part);
  }
  return steps;
}
