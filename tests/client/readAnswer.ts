import type { ChatError, FinishReason, StreamPart, Usage } from "../../src/client/index.js";

/** Everything an answer said, put together the way a reader of the stream would. */
export interface Answer {
  text: string;
  reasoning: string;
  refusal: string;
  toolCalls: { id: string; name: string; args: unknown }[];
  sources: string[];
  finishReason: FinishReason | undefined;
  usage: Usage | undefined;
  /** What was thrown, if anything was. */
  error: ChatError | undefined;
  parts: StreamPart[];
}

/** Reads a stream to its end, which may be a throw. */
export async function readAnswer(stream: AsyncIterable<StreamPart>): Promise<Answer> {
  const parts: StreamPart[] = [];
  let error: ChatError | undefined;
  try {
    for await (const part of stream) parts.push(part);
  } catch (thrown) {
    error = thrown as ChatError;
  }
  return { ...summary(parts), error, parts };
}

function summary(parts: readonly StreamPart[]): Omit<Answer, "error" | "parts"> {
  const said = { text: "", reasoning: "", refusal: "" };
  const answer = { toolCalls: [] as Answer["toolCalls"], sources: [] as string[] };
  let textKind: "text" | "refusal" = "text";
  for (const part of parts) {
    if (part.type === "text-start") {
      textKind = "providerMetadata" in part && part.providerMetadata ? "refusal" : "text";
    } else if (part.type === "text-delta" && "delta" in part) said[textKind] += part.delta;
    else if (part.type === "reasoning-delta" && "delta" in part) said.reasoning += part.delta;
    else if (part.type === "tool-input-available" || part.type === "tool-input-error") {
      const {
        toolCallId: id,
        toolName: name,
        input: args,
      } = part as { toolCallId: string; toolName: string; input: unknown };
      answer.toolCalls.push({ id, name, args });
    } else if (part.type === "source-url" && "url" in part) answer.sources.push(part.url);
  }
  const finish = parts.find((part) => part.type === "finish");
  return {
    ...said,
    ...answer,
    finishReason: finish && "finishReason" in finish ? finish.finishReason : undefined,
    usage: finish && "messageMetadata" in finish ? finish.messageMetadata?.usage : undefined,
  };
}
