"use client";
import { useMemo } from "react";
import { costOf } from "../client/cost.js";
import type { MessageMetadata } from "../client/messages.js";
import { isBusy } from "../store/chatState.js";
import type { ChatStore } from "../store/chatStore.js";
import type { ModelFacts } from "./useModelFacts.js";
import { useChatState } from "./useMessage.js";

/** What the answers of a chat used together. */
export interface ChatUsage {
  /** Tokens reported, requests and answers; 0 when nobody counted. */
  readonly tokens: number;
  /** US dollars, of the answers whose cost is known; `undefined` when none is. */
  readonly cost: number | undefined;
  /** Whether the cost of every answer is known. */
  readonly isWhole: boolean;
}

/** What an answer cost in US dollars: as the provider reported it, else by the price of its model; `undefined` if not known. */
export function costOfAnswer(
  { cost, usage, model }: MessageMetadata,
  factsOf: ModelFacts,
): number | undefined {
  // Metadata may be a host's own, so anything may be in it.
  if (typeof cost === "number") return cost;
  return costOf(usage, typeof model === "string" ? factsOf(model).price : undefined);
}

/**
 * What the answers of a chat used together, those that are still there, shown or on another branch. A running answer counts
 * once it has ended.
 */
export function useChatUsage(store: ChatStore, factsOf: ModelFacts): ChatUsage {
  const order = useChatState(store, (state) => state.order);
  const busy = useChatState(store, isBusy);
  return useMemo(() => {
    const { byId, run } = store.state.getState();
    const answers = [...byId.values()].flatMap(({ id, role, metadata = {} }) =>
      role === "assistant" && !(busy && run?.messageId === id) ? [metadata] : [],
    );
    const costs = answers.map((metadata) => costOfAnswer(metadata, factsOf));
    const known = costs.filter((cost) => cost !== undefined);
    return {
      tokens: answers.reduce((sum, metadata) => sum + (tokensOf(metadata) ?? 0), 0),
      cost: known.length > 0 ? known.reduce((sum, cost) => sum + cost, 0) : undefined,
      isWhole: known.length === answers.length,
    };
    // Another order says that messages came or went.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [store, order, busy, factsOf]);
}

/** All tokens of an answer and its request; `undefined` where the provider did not count. */
export function tokensOf({ usage }: MessageMetadata): number | undefined {
  const { totalTokens, inputTokens, outputTokens } = usage ?? {};
  if (inputTokens === undefined && outputTokens === undefined) return totalTokens;
  return totalTokens ?? (inputTokens ?? 0) + (outputTokens ?? 0);
}
