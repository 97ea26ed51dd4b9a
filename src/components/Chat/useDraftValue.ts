"use client";
import { useMemo } from "react";
import type { ModelProp, UseChatOptions } from "../../hooks/useChat.js";
import type { DraftContextValue } from "./ChatContext.js";
import { useToolDefinitions } from "./useToolDefinitions.js";

/** What a draft's value is made of, as the chat was given it. */
export interface DraftValueOptions
  extends
    Pick<DraftContextValue, "choice" | "attachments" | "configuration" | "modelInfo" | "workerUrl">,
    Pick<UseChatOptions, "systemMessage" | "tools"> {}

/** What belongs to the next message: the same object until something of it changes. */
export function useDraftValue({
  choice,
  attachments,
  configuration,
  modelInfo,
  systemMessage,
  tools,
  workerUrl,
}: DraftValueOptions): DraftContextValue {
  const bound = typeof choice.model === "object" ? choice.model : undefined;
  const system = [bound?.systemMessage, systemMessage].filter(Boolean).join("\n\n") || undefined;
  const offered = useToolDefinitions(tools);
  return useMemo(
    () => ({
      choice,
      attachments,
      modelInfo,
      systemMessage: system,
      tools: offered,
      configuration,
      workerUrl,
    }),
    [choice, attachments, modelInfo, system, offered, configuration, workerUrl],
  );
}

/** The name of the model that answers; `undefined` for none, and for a function. */
export function modelIdOf(model: ModelProp | undefined): string | undefined {
  if (typeof model === "string") return model;
  return typeof model === "object" ? model.id : undefined;
}
