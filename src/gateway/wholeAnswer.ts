import type { Chunk, ChunkHead, Delta, OpenAIUsage, ToolCallDelta } from "./chunk.js";

/**
 * A complete answer in OpenAI's form.
 * @see https://platform.openai.com/docs/api-reference/chat/object
 */
export interface Completion extends ChunkHead {
  object: "chat.completion";
  choices: { index: 0; message: CompletionMessage; finish_reason: string; logprobs: null }[];
  usage?: OpenAIUsage;
}

/** The message of a complete answer. */
export interface CompletionMessage extends Omit<
  Delta,
  "role" | "content" | "refusal" | "tool_calls"
> {
  role: "assistant";
  content: string | null;
  refusal: string | null;
  tool_calls?: CompletionCall[];
}

/** One tool call of a complete answer. */
export interface CompletionCall extends Omit<ToolCallDelta, "index" | "function"> {
  id: string;
  type: "function";
  function: { name: string; arguments: string };
}

/** Puts the chunks of an answer together. @throws What `chunks` throws. */
export async function toCompletion(
  chunks: AsyncIterable<Chunk>,
  head: ChunkHead,
): Promise<Completion> {
  const message: CompletionMessage = { role: "assistant", content: null, refusal: null };
  let finishReason = "stop";
  let usage: OpenAIUsage | undefined;
  for await (const chunk of chunks) {
    usage = chunk.usage ?? usage;
    for (const { delta, finish_reason } of chunk.choices) {
      finishReason = finish_reason ?? finishReason;
      addDelta(message, delta);
    }
  }
  return {
    ...head,
    object: "chat.completion",
    choices: [{ index: 0, message, finish_reason: finishReason, logprobs: null }],
    ...(usage ? { usage } : {}),
  };
}

function addDelta(message: CompletionMessage, delta: Delta): void {
  if (delta.content !== undefined) message.content = (message.content ?? "") + delta.content;
  if (delta.refusal !== undefined) message.refusal = (message.refusal ?? "") + delta.refusal;
  if (delta.reasoning_content !== undefined) {
    message.reasoning_content = (message.reasoning_content ?? "") + delta.reasoning_content;
  }
  if (delta.thinking_blocks) (message.thinking_blocks ??= []).push(...delta.thinking_blocks);
  if (delta.reasoning_items) (message.reasoning_items ??= []).push(...delta.reasoning_items);
  if (delta.annotations) (message.annotations ??= []).push(...delta.annotations);
  if (delta.images) (message.images ??= []).push(...delta.images);
  for (const call of delta.tool_calls ?? []) addCall((message.tool_calls ??= []), call);
  const { thought_signatures, provider_metadata, ui_message_chunks } =
    delta.provider_specific_fields ?? {};
  if (!delta.provider_specific_fields) return;
  const fields = (message.provider_specific_fields ??= {});
  if (thought_signatures) (fields.thought_signatures ??= []).push(...thought_signatures);
  if (provider_metadata)
    fields.provider_metadata = { ...fields.provider_metadata, ...provider_metadata };
  if (ui_message_chunks) (fields.ui_message_chunks ??= []).push(...ui_message_chunks);
}

function addCall(calls: NonNullable<CompletionMessage["tool_calls"]>, delta: ToolCallDelta): void {
  const call = (calls[delta.index] ??= {
    id: delta.id ?? "",
    type: "function",
    function: { name: delta.function.name ?? "", arguments: "" },
  });
  call.function.arguments += delta.function.arguments;
  if (delta.provider_specific_fields)
    call.provider_specific_fields = delta.provider_specific_fields;
}
