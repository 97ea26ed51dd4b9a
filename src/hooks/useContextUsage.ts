"use client";
import { useMemo } from "react";
import { tokenRatio, type TokenRatio } from "../client/calibration.js";
import { inputLimit } from "../client/inputLimit.js";
import type { UIMessage } from "../client/messages.js";
import {
  addDraft,
  estimateWeight,
  weighConversation,
  type RequestWeight,
  type TokenParts,
} from "../client/requestWeight.js";
import type { ModelInfo, ToolDefinition } from "../client/types.js";
import { isBusy, orderBefore } from "../store/chatState.js";
import type { ChatStore } from "../store/chatStore.js";
import { isRunning, type StoredMessage } from "../store/storedMessage.js";
import { useCalibration } from "./useCalibration.js";
import { useChatState } from "./useMessage.js";
import { useWeighing } from "./useWeighing.js";

/** Options of `useContextUsage` and `usePreflight`. */
export interface UseContextUsageOptions {
  store: ChatStore;
  /** What is known of the model that will answer; `undefined` while there is none, and for a function. */
  model: ModelInfo | undefined;
  /** The message being written. Memoise it: the same object costs nothing. */
  draft?: UIMessage | undefined;
  /** The message that `draft` is written in the place of: it and what follows it is not sent. Default: none. */
  edited?: string | undefined;
  systemMessage?: string | undefined;
  tools?: readonly ToolDefinition[] | undefined;
  /** Most tokens of the answer, where the request names them. */
  maxTokens?: number | undefined;
}

/** How much of what a model takes the next request would use. */
export interface ContextUsage {
  /** Estimated tokens of the request. */
  readonly tokens: number;
  /** Most tokens of a request; `undefined` where that is not known, and for a moment once a long conversation was loaded. */
  readonly limit: number | undefined;
  /** `tokens` as a share of `limit`: 0 for none, over 1 for too many. */
  readonly share: number | undefined;
  readonly parts: TokenParts;
  /** Whether the provider has counted an earlier request, so that the estimate could be corrected by it. */
  readonly isMeasured: boolean;
}

/**
 * How full a model's context is. A key pressed costs the draft, and text that arrives costs nothing: a running answer counts
 * once it has ended.
 */
export function useContextUsage(options: UseContextUsageOptions): ContextUsage {
  return useRequestWeight(options).usage;
}

/** The next request, weighed; and what that is to the model. Until a long conversation is weighed, without its messages. */
export function useRequestWeight({
  store,
  model,
  draft,
  edited,
  systemMessage: system,
  tools,
  maxTokens,
}: UseContextUsageOptions): {
  weight: RequestWeight;
  /** Whether the conversation is part of the weight. */
  isWhole: boolean;
  usage: ContextUsage;
  ratioOf: (model: string) => TokenRatio;
} {
  const messages = useSettledMessages(store, edited);
  const calibration = useCalibration(store, { system, tools });
  const isWhole = useWeighing(messages);
  const conversation = useMemo(
    () => weighConversation({ messages: isWhole ? messages : [], system, tools }),
    [isWhole, messages, system, tools],
  );
  const weight = useMemo(() => addDraft(conversation, draft), [conversation, draft]);
  const usage = useMemo<ContextUsage>(() => {
    const id = model?.id ?? "";
    const { ratio, isMeasured } = tokenRatio(calibration, id);
    const { tokens, parts } = estimateWeight(weight, id);
    const scale = (count: number): number => Math.ceil(count * ratio);
    const { system: head, history, images, draft: written, tools: offered } = parts;
    const limit = model && isWhole ? inputLimit(model, maxTokens) : undefined;
    return {
      tokens: scale(tokens),
      limit,
      share: limit === undefined ? undefined : scale(tokens) / limit,
      parts: {
        system: scale(head),
        history: scale(history),
        images: scale(images),
        draft: scale(written),
        tools: scale(offered),
      },
      isMeasured,
    };
  }, [weight, isWhole, model, maxTokens, calibration]);
  const ratioOf = useMemo(() => (id: string) => tokenRatio(calibration, id), [calibration]);
  return { weight, isWhole, usage, ratioOf };
}

/** The conversation before `edited`, without the text that is still arriving: a new list when a message comes, goes or ends. */
function useSettledMessages(store: ChatStore, edited: string | undefined): readonly UIMessage[] {
  const order = useChatState(store, (state) => state.order);
  const busy = useChatState(store, isBusy);
  return useMemo(() => {
    const { byId } = store.state.getState();
    const all = orderBefore({ order }, edited).flatMap((id) => byId.get(id) ?? []);
    return busy ? all.map(withoutRunning) : (all as UIMessage[]);
  }, [store, order, busy, edited]);
}

function withoutRunning(message: StoredMessage): UIMessage {
  const parts = message.parts.filter((part) => !isRunning(part));
  return (parts.length === message.parts.length ? message : { ...message, parts }) as UIMessage;
}
