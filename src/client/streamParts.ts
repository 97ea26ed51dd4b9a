import type { MessageMetadata, ProviderMetadata } from "./messages.js";

/** Facts of an app's own about a tool, by its names for them. */
type ToolMetadata = Record<string, unknown>;

/** Why a model stopped. `unknown` when it ended properly but gave no reason. */
export type FinishReason =
  | "stop"
  | "length"
  | "content-filter"
  | "tool-calls"
  | "error"
  | "other"
  | "unknown";

/**
 * One step of a running answer: the AI SDK's UI message chunks, where ids may be left out (a delta without an id belongs
 * to the open part of its kind, which it opens if need be). A stream holds any number of these and ends by exactly one of:
 * a `finish` part, a thrown `ChatError`, or a thrown `ChatError` with code `aborted`.
 *
 * @see https://ai-sdk.dev/docs/ai-sdk-ui/stream-protocol
 */
export type StreamPart =
  | { type: "start"; messageId?: string | undefined; messageMetadata?: MessageMetadata | undefined }
  | { type: "start-step" | "finish-step" | "reset-step" }
  | {
      type: "text-start" | "reasoning-start";
      id?: string | undefined;
      providerMetadata?: ProviderMetadata | undefined;
    }
  | {
      type: "text-delta" | "reasoning-delta";
      id?: string | undefined;
      delta: string;
      providerMetadata?: ProviderMetadata | undefined;
    }
  | {
      type: "text-end" | "reasoning-end";
      id?: string | undefined;
      providerMetadata?: ProviderMetadata | undefined;
      /** What the text rests on, as a backend of AI SDK 7 says it: kept for it to have it back. */
      citations?: readonly object[] | undefined;
    }
  | {
      type: "tool-input-start";
      toolCallId: string;
      toolName: string;
      dynamic?: boolean | undefined;
      providerExecuted?: boolean | undefined;
      providerMetadata?: ProviderMetadata | undefined;
      toolMetadata?: ToolMetadata | undefined;
      title?: string | undefined;
    }
  | { type: "tool-input-delta"; toolCallId: string; inputTextDelta: string }
  | {
      type: "tool-input-available";
      toolCallId: string;
      toolName: string;
      input: unknown;
      dynamic?: boolean | undefined;
      providerExecuted?: boolean | undefined;
      providerMetadata?: ProviderMetadata | undefined;
      toolMetadata?: ToolMetadata | undefined;
      title?: string | undefined;
    }
  | {
      type: "tool-input-error";
      toolCallId: string;
      toolName: string;
      input: unknown;
      errorText: string;
      dynamic?: boolean | undefined;
      providerExecuted?: boolean | undefined;
      providerMetadata?: ProviderMetadata | undefined;
      toolMetadata?: ToolMetadata | undefined;
    }
  | {
      type: "tool-output-available";
      toolCallId: string;
      output: unknown;
      preliminary?: boolean | undefined;
      providerExecuted?: boolean | undefined;
      providerMetadata?: ProviderMetadata | undefined;
      toolMetadata?: ToolMetadata | undefined;
      dynamic?: boolean | undefined;
    }
  | {
      type: "tool-output-error";
      toolCallId: string;
      errorText: string;
      providerExecuted?: boolean | undefined;
      providerMetadata?: ProviderMetadata | undefined;
      toolMetadata?: ToolMetadata | undefined;
    }
  | { type: "tool-output-denied"; toolCallId: string }
  | {
      type: "tool-approval-request";
      approvalId: string;
      toolCallId: string;
      /** Why it is asked. */
      reason?: string | undefined;
      approvalDescriptor?: unknown;
    }
  | {
      type: "tool-approval-response";
      approvalId: string;
      approved: boolean;
      reason?: string | undefined;
    }
  | {
      type: "source-url";
      sourceId: string;
      url: string;
      title?: string | undefined;
      providerMetadata?: ProviderMetadata | undefined;
    }
  | {
      type: "source-document";
      sourceId: string;
      mediaType: string;
      title: string;
      filename?: string | undefined;
      providerMetadata?: ProviderMetadata | undefined;
    }
  | {
      type: "file";
      url: string;
      mediaType: string;
      filename?: string | undefined;
      providerMetadata?: ProviderMetadata | undefined;
    }
  | {
      type: `data-${string}`;
      id?: string | undefined;
      data: unknown;
      transient?: boolean | undefined;
    }
  | { type: "message-metadata"; messageMetadata: MessageMetadata }
  | {
      type: "finish";
      finishReason?: FinishReason | undefined;
      messageMetadata?: MessageMetadata | undefined;
    };

/**
 * What the data of a transient `data-retry` part says: a request was refused before any content and is about to be sent
 * again. It is shown and then forgotten, never kept in a message.
 */
export interface RetryNotice {
  /** 1 for the first repetition. */
  attempt: number;
  /** How long until the request leaves, in milliseconds. */
  delayMs: number;
  code: string;
  message: string;
}
