import { type Fields, isFields } from "../looseJSON.js";
import type { DynamicToolPart, ToolPart, UIMessagePart } from "../messages.js";

/** A part that is a call of a tool. */
export type CallPart = ToolPart | DynamicToolPart;

/**
 * Whether a part is a call of the app's own that has its result. One without, left behind by a stop, would make providers
 * refuse the whole conversation; one that a provider ran itself is unknown to all others.
 */
export function isAnswered(part: UIMessagePart): part is CallPart {
  if (part.type !== "dynamic-tool" && !part.type.startsWith("tool-")) return false;
  const call = part as CallPart;
  if (call.providerExecuted) return false;
  return (
    call.state === "output-error" ||
    call.state === "output-denied" ||
    (call.state === "output-available" && !call.preliminary)
  );
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

/** The parts of an answer, cut where another request began: after the results of its calls, marked or not. */
export function stepsOf(parts: readonly UIMessagePart[]): UIMessagePart[][] {
  let step: UIMessagePart[] = [];
  const steps = [step];
  for (const part of parts) {
    const speaks = part.type === "text" || part.type === "reasoning";
    if (part.type === "step-start" || (speaks && step.some(isAnswered))) steps.push((step = []));
    step.push(part);
  }
  return steps;
}
