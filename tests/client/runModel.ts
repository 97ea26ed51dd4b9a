import { type FunctionModel, runFunctionModel } from "../../src/client/index.js";
import { type Answer, readAnswer } from "./readAnswer.js";

/** A function model that may return anything at all. */
export type Loose = (...args: Parameters<FunctionModel<unknown>>) => unknown;

/** Runs a function model on an empty conversation. */
export function run(
  model: Loose,
  signal: AbortSignal = new AbortController().signal,
): Promise<Answer> {
  return readAnswer(runFunctionModel(model as FunctionModel<unknown>, [], { config: {}, signal }));
}
