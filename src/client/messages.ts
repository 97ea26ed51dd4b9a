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

/**
 * Facts one provider needs to get its own history back unchanged (thinking signatures and the like), by provider. The
 * values are JSON. What the AI SDK calls JSON differs from version to version, so that no type but this fits them all.
 */
export type ProviderMetadata = Record<string, Record<string, any>>; // oxlint-disable-line typescript/no-explicit-any

/** Whether more text may follow (`streaming`) or the part is final (`done`, also when absent). */
export type PartState = "streaming" | "done";

/** Prose, as Markdown. */
export interface TextPart {
  type: "text";
  text: string;
  state?: PartState;
  providerMetadata?: ProviderMetadata;
}

/** What the model thought before it answered. */
export interface ReasoningPart {
  type: "reasoning";
  text: string;
  state?: PartState;
  providerMetadata?: ProviderMetadata;
}

/** An image or another file. */
export interface FilePart {
  type: "file";
  /** IANA media type, such as `image/png`. */
  mediaType: string;
  /** A `data:` URL for what a person attached; a provider may answer with an `https:` URL. */
  url: string;
  filename?: string;
  providerMetadata?: ProviderMetadata;
}

/** A web page the answer rests on. */
export interface SourceUrlPart {
  type: "source-url";
  sourceId: string;
  url: string;
  title?: string;
  providerMetadata?: ProviderMetadata;
}

/** A document the answer rests on. */
export interface SourceDocumentPart {
  type: "source-document";
  sourceId: string;
  mediaType: string;
  title: string;
  filename?: string;
  providerMetadata?: ProviderMetadata;
}

/** Where a new step (another request in a run with tools) begins. */
export interface StepStartPart {
  type: "step-start";
}

/** What every tool part has. */
interface ToolCallFacts {
  toolCallId: string;
  title?: string;
  /** Run by the provider itself, so nothing is owed in return. */
  providerExecuted?: boolean;
  callProviderMetadata?: ProviderMetadata;
  resultProviderMetadata?: ProviderMetadata;
  /** Facts of a backend's own about the tool. The values are JSON. */
  toolMetadata?: Record<string, any>; // oxlint-disable-line typescript/no-explicit-any
}

/** What is known of a call whose arguments are complete. */
interface CallArguments {
  input: unknown;
  /** The arguments as sent, where they do not parse as JSON. */
  rawInput?: unknown;
}

/** No result yet, or none any more. */
interface NoResult {
  output?: never;
  errorText?: never;
}

/** What a person decided about a call, under the id of the question. */
interface ApprovalAnswer<Approved extends boolean> {
  id: string;
  approved: Approved;
  reason?: string;
}

interface CallStreaming extends NoResult {
  state: "input-streaming";
  /** The arguments as far as they parse as JSON. */
  input?: unknown;
  /** The arguments as they arrived so far. */
  rawInput?: string;
  approval?: never;
}

interface CallAvailable extends CallArguments, NoResult {
  state: "input-available";
  approval?: never;
}

interface ApprovalRequested extends CallArguments, NoResult {
  state: "approval-requested";
  approval: { id: string; approved?: never; reason?: never };
}

interface ApprovalResponded extends CallArguments, NoResult {
  state: "approval-responded";
  approval: ApprovalAnswer<boolean>;
}

interface CallOutput extends CallArguments {
  state: "output-available";
  output: unknown;
  errorText?: never;
  /** More output will follow and replace this. */
  preliminary?: boolean;
  approval?: ApprovalAnswer<true>;
}

interface CallFailed extends CallArguments {
  state: "output-error";
  output?: never;
  errorText: string;
  approval?: ApprovalAnswer<true>;
}

interface CallDenied extends CallArguments, NoResult {
  state: "output-denied";
  approval: ApprovalAnswer<false>;
}

/** What the two kinds of tool part share: what is known of a call in each of its states. */
export type ToolInvocation = ToolCallFacts &
  (
    | CallStreaming
    | CallAvailable
    | ApprovalRequested
    | ApprovalResponded
    | CallOutput
    | CallFailed
    | CallDenied
  );

/** The seven states of a tool call, in the AI SDK's words. */
export type ToolState = ToolInvocation["state"];

/** A call of a tool the app declared: `type` is `tool-` and its name. */
export type ToolPart = { type: `tool-${string}` } & ToolInvocation;

/** A call of a tool known only at run time. */
export type DynamicToolPart = { type: "dynamic-tool"; toolName: string } & ToolInvocation;

/** A value of the app's own. `data-node` holds something to show that is never sent to a model. */
export interface DataPart<Data = unknown> {
  type: `data-${string}`;
  id?: string;
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

/** What was changed to get an answer, for a program. */
export type AnswerWarningCode =
  | "parameter_left_out"
  | "parameter_renamed"
  | "reasoning_left_out"
  | "not_streamed";

/** One thing that was changed to get an answer. */
export interface AnswerWarning {
  code: AnswerWarningCode;
  /** What was changed and why, a sentence for people, in English. */
  message: string;
  /** The parameter it speaks of, as its provider calls it. */
  parameter?: string | undefined;
  /** What took its place. */
  replacement?: string | undefined;
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
  /** What was changed to get this answer. */
  warnings?: AnswerWarning[] | undefined;
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

/**
 * A message as it may come in: any message of the AI SDK, whatever its version, metadata, data and tools. Parts of types
 * that are not known here are kept as they are.
 */
export interface AnyUIMessage {
  id: string;
  role: UIMessage["role"];
  parts: readonly (UIMessagePart | { type: string })[];
  metadata?: unknown;
}
