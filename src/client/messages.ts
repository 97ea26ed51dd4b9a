/**
 * The message schema: the AI SDK's `UIMessage` (v5 to v7), written out structurally so that an existing history, an
 * existing backend and existing `useChat` code keep working without a dependency on `ai`.
 *
 * @see https://ai-sdk.dev/docs/reference/ai-sdk-core/ui-message
 */

/** A value that survives `JSON.stringify`. */
export type JSONValue =
  | null
  | string
  | number
  | boolean
  | JSONValue[]
  | { [key: string]: JSONValue | undefined };

/** Facts one provider needs to get its own history back unchanged (thinking signatures and the like), by provider. */
export type ProviderMetadata = Record<string, Record<string, JSONValue>>;

/** Whether more text may follow (`streaming`) or the part is final (`done`, also when absent). */
export type PartState = "streaming" | "done";

/** Prose, as Markdown. */
export interface TextPart {
  type: "text";
  text: string;
  state?: PartState | undefined;
  providerMetadata?: ProviderMetadata | undefined;
}

/** What the model thought before it answered. */
export interface ReasoningPart {
  type: "reasoning";
  text: string;
  state?: PartState | undefined;
  providerMetadata?: ProviderMetadata | undefined;
}

/** An image or another file. */
export interface FilePart {
  type: "file";
  /** IANA media type, such as `image/png`. */
  mediaType: string;
  /** A `data:` URL for what a person attached; a provider may answer with an `https:` URL. */
  url: string;
  filename?: string | undefined;
  providerMetadata?: ProviderMetadata | undefined;
}

/** A web page the answer rests on. */
export interface SourceUrlPart {
  type: "source-url";
  sourceId: string;
  url: string;
  title?: string | undefined;
  providerMetadata?: ProviderMetadata | undefined;
}

/** A document the answer rests on. */
export interface SourceDocumentPart {
  type: "source-document";
  sourceId: string;
  mediaType: string;
  title: string;
  filename?: string | undefined;
  providerMetadata?: ProviderMetadata | undefined;
}

/** Where a new step (another request in a run with tools) begins. */
export interface StepStartPart {
  type: "step-start";
}

/** The seven states of a tool call, in the AI SDK's words. */
export type ToolState =
  | "input-streaming"
  | "input-available"
  | "approval-requested"
  | "approval-responded"
  | "output-available"
  | "output-error"
  | "output-denied";

/** What the two kinds of tool part share. */
export interface ToolInvocation {
  toolCallId: string;
  state: ToolState;
  title?: string | undefined;
  /** The arguments: a partial or complete JSON value; `undefined` until something parses. */
  input?: unknown;
  /** The arguments as sent, where they do not parse as JSON. */
  rawInput?: unknown;
  output?: unknown;
  errorText?: string | undefined;
  preliminary?: boolean | undefined;
  /** Run by the provider itself, so nothing is owed in return. */
  providerExecuted?: boolean | undefined;
  approval?:
    | { id: string; approved?: boolean | undefined; reason?: string | undefined }
    | undefined;
  callProviderMetadata?: ProviderMetadata | undefined;
}

/** A call of a tool the app declared: `type` is `tool-` and its name. */
export interface ToolPart extends ToolInvocation {
  type: `tool-${string}`;
}

/** A call of a tool known only at run time. */
export interface DynamicToolPart extends ToolInvocation {
  type: "dynamic-tool";
  toolName: string;
}

/** A value of the app's own. `data-node` holds something to show that is never sent to a model. */
export interface DataPart<Data = unknown> {
  type: `data-${string}`;
  id?: string | undefined;
  data: Data;
}

/** One piece of a message. Parts of unknown types are kept as they came and sent back unchanged. */
export type UIMessagePart =
  | TextPart
  | ReasoningPart
  | FilePart
  | SourceUrlPart
  | SourceDocumentPart
  | StepStartPart
  | ToolPart
  | DynamicToolPart
  | DataPart;

/** Token counts as the provider reported them. */
export interface Usage {
  /** All tokens of the request, cached ones included. */
  inputTokens?: number | undefined;
  /** All tokens of the answer, reasoning included. */
  outputTokens?: number | undefined;
  /** Part of `inputTokens` read from the provider's cache. */
  cachedInputTokens?: number | undefined;
  /** Part of `outputTokens` spent on reasoning. */
  reasoningTokens?: number | undefined;
  totalTokens?: number | undefined;
}

/** How an answer ended: `complete` only when the provider said so. */
export type MessageStatus = "complete" | "stopped" | "error" | "length";

/** A model that was asked before the one that answered, and why it did not. */
export interface Refusal {
  model: string;
  code: string;
  message: string;
}

/** What Polylogue adds to a message. Everything is optional, so any AI SDK message is one of ours. */
export interface MessageMetadata {
  /** The model as it was named when the message was sent. */
  model?: string | undefined;
  provider?: string | undefined;
  usage?: Usage | undefined;
  /** US dollars; absent where the price is not known. */
  cost?: number | undefined;
  /** Milliseconds since 1970-01-01 UTC. */
  createdAt?: number | undefined;
  /** From sending to the end of the answer, in milliseconds. */
  durationMs?: number | undefined;
  /** From sending to the first content, in milliseconds. */
  firstTokenMs?: number | undefined;
  /** The message this one answers or follows. */
  parentId?: string | undefined;
  status?: MessageStatus | undefined;
  /** What was changed to get this answer: sentences for people. */
  warnings?: string[] | undefined;
  /** Models asked before this one, in order. */
  refusals?: Refusal[] | undefined;
  /** Why it ended, for `status: "error"`. */
  error?: { code: string; message: string } | undefined;
}

/** One message of a conversation. */
export interface UIMessage<Metadata = MessageMetadata> {
  id: string;
  role: "system" | "user" | "assistant";
  parts: UIMessagePart[];
  metadata?: Metadata | undefined;
}
