"use client";
import { useCallback, useMemo } from "react";
import { checkRequest, type PreflightFinding } from "../client/preflight.js";
import type { ModelInfo } from "../client/types.js";
import { useRequestWeight } from "./useContextUsage.js";
import type { ContextUsage, UseContextUsageOptions } from "./useContextUsage.js";
import { useLatest } from "./useLatest.js";

/** What `usePreflight` returns. */
export interface UsePreflightResult {
  /** What speaks against sending, errors first; empty when nothing does. */
  findings: readonly PreflightFinding[];
  usage: ContextUsage;
  /** Images of the request, the draft's among them. */
  imageCount: number;
  /** What estimated tokens of the chosen model are multiplied by. */
  ratio: number;
  /** The first error if another model were chosen. The same function every time, for a list of any length. */
  findAgainst: (model: ModelInfo) => PreflightFinding | undefined;
}

const nothing: readonly PreflightFinding[] = [];

/** Whether the next request would be taken, asked of the whole conversation, the draft and the chosen model. */
export function usePreflight(options: UseContextUsageOptions): UsePreflightResult {
  const { model, maxTokens } = options;
  const { weight, usage, ratioOf } = useRequestWeight(options);
  const ratio = ratioOf(model?.id ?? "");
  const findings = useMemo(
    () => (model ? checkRequest(weight, { model, maxTokens, ratio, fitsImages: true }) : nothing),
    [weight, model, maxTokens, ratio],
  );
  const latest = useLatest({ weight, maxTokens, ratioOf });
  const findAgainst = useCallback(
    (other: ModelInfo) => {
      const now = latest();
      return checkRequest(now.weight, {
        model: other,
        maxTokens: now.maxTokens,
        ratio: now.ratioOf(other.id),
        fitsImages: true,
      }).find(({ severity }) => severity === "error");
    },
    [latest],
  );
  return { findings, usage, imageCount: weight.images.length, ratio, findAgainst };
}
