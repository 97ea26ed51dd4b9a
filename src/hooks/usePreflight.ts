"use client";
import { useCallback, useMemo } from "react";
import { checkRequest, type PreflightFinding } from "../client/preflight.js";
import { weighRequest, type RequestInput, type RequestWeight } from "../client/requestWeight.js";
import type { ModelInfo } from "../client/types.js";
import { useRequestWeight } from "./useContextUsage.js";
import type { ContextUsage, UseContextUsageOptions } from "./useContextUsage.js";
import { useLatest } from "./useLatest.js";

/** What `usePreflight` returns. */
export interface UsePreflightResult {
  /** What speaks against sending, errors first; empty when nothing does, and until a long conversation just loaded is weighed. */
  findings: readonly PreflightFinding[];
  usage: ContextUsage;
  /** Images of the request, the draft's among them. */
  imageCount: number;
  /** What estimated tokens of the chosen model are multiplied by. */
  ratio: number;
  /**
   * What speaks against something else in the draft's place, such as an answer made again: the messages that would be sent,
   * and the draft if any. `model` is another one than the chosen.
   */
  check: (
    request: Pick<RequestInput, "messages" | "draft">,
    model?: ModelInfo,
  ) => readonly PreflightFinding[];
  /** The first error if another model were chosen. The same function every time, for a list of any length. */
  findAgainst: (model: ModelInfo) => PreflightFinding | undefined;
}

const nothing: readonly PreflightFinding[] = [];

/** Whether the next request would be taken, asked of the whole conversation, the draft and the chosen model. */
export function usePreflight(options: UseContextUsageOptions): UsePreflightResult {
  const { model, systemMessage: system, tools, maxTokens } = options;
  const { weight, isWhole, usage, ratioOf } = useRequestWeight(options);
  const checkWeight = useCallback(
    (request: RequestWeight, asked: ModelInfo) =>
      checkRequest(request, {
        model: asked,
        maxTokens,
        ...ratioOf(asked.id),
        fitsImages: true,
      }),
    [maxTokens, ratioOf],
  );
  const findings = useMemo(
    () => (model && isWhole ? checkWeight(weight, model) : nothing),
    [checkWeight, weight, isWhole, model],
  );
  const check = useCallback<UsePreflightResult["check"]>(
    (request, asked = model) =>
      asked ? checkWeight(weighRequest({ ...request, system, tools }), asked) : nothing,
    [checkWeight, model, system, tools],
  );
  const latest = useLatest({ weight, checkWeight });
  const findAgainst = useCallback(
    (other: ModelInfo) => latest().checkWeight(latest().weight, other).find(isError),
    [latest],
  );
  return {
    findings,
    usage,
    imageCount: weight.images.length,
    ratio: ratioOf(model?.id ?? "").ratio,
    check,
    findAgainst,
  };
}

function isError({ severity }: PreflightFinding): boolean {
  return severity === "error";
}
