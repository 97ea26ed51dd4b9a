import { isChatError } from "../errors.js";
import type { ReasoningPart, UIMessage, UIMessagePart } from "../messages.js";
import type { Target } from "../protocol.js";
import { isAnswered, stepsOf } from "./answeredCalls.js";
import { toFileBlock, type WireFile } from "./anthropicMessagesFiles.js";
import { toCallBlock, toResultBlock, type WireTool } from "./anthropicMessagesTools.js";
import { isServerCall, toServerResult } from "./serverCalls.js";
import { claudeProofOf } from "./signatures.js";

/** One block of a Messages request. */
export type WireBlock =
  | { type: "text"; text: string }
  | { type: "thinking"; thinking: string; signature: string }
  | { type: "redacted_thinking"; data: string }
  | WireFile
  | WireTool;

/** One turn of a Messages request. */
export interface WireTurn {
  role: "user" | "assistant";
  content: WireBlock[];
}

/**
 * Writes a conversation as turns that alternate and begin with the user's. Anthropic's own reasoning goes back unchanged,
 * anybody else's stays at home; a message that has nothing to send is left out. System messages are not turns.
 *
 * @throws ChatError for a file of the user's that the target does not take.
 */
export function toTurns(messages: readonly UIMessage[], target: Target): WireTurn[] {
  const turns: WireTurn[] = [];
  const add = (role: WireTurn["role"], content: WireBlock[]): void => {
    const last = turns.at(-1);
    if (content.length === 0) return;
    if (last?.role === role) last.content.push(...content);
    // A greeting written by the app would be refused as the first turn.
    else if (!last && role === "assistant") {
      turns.push({ role: "user", content: [{ type: "text", text: "Hello." }] }, { role, content });
    } else turns.push({ role, content });
  };
  for (const message of messages) {
    const { role, parts } = message;
    if (role === "user") add("user", userBlocks(parts, target));
    if (role !== "assistant") continue;
    for (const step of stepsOf(parts)) {
      add("assistant", assistantBlocks(step, message));
      add("user", step.filter(isAnswered).map(toResultBlock));
      add(
        "user",
        step.flatMap((part) => shownImage(part, target)),
      );
    }
  }
  trimEnd(turns.at(-1));
  return turns;
}

function userBlocks(parts: readonly UIMessagePart[], target: Target): WireBlock[] {
  return parts.flatMap((part): WireBlock[] => {
    if (part.type === "file") return [toFileBlock(part, target)];
    return part.type === "text" && !isBlank(part.text) ? [{ type: "text", text: part.text }] : [];
  });
}

function assistantBlocks(parts: readonly UIMessagePart[], message: UIMessage): WireBlock[] {
  const blocks: WireBlock[] = [];
  for (const part of parts) {
    if (part.type === "text" && !part.providerMetadata?.["anthropic"]?.["refusal"]) {
      const last = blocks.at(-1);
      // Blocks of nothing but space are refused, and yet the space may keep words apart.
      if (!isBlank(part.text)) blocks.push({ type: "text", text: part.text });
      else if (last?.type === "text") last.text += part.text;
    } else if (part.type === "reasoning") blocks.push(...thinkingBlock(part, message));
    else if (isAnswered(part)) blocks.push(toCallBlock(part));
    else if (isServerCall(part)) blocks.push(toCallBlock(part), toServerResult(part));
  }
  // Thinking that led to nothing (a person stopped the answer) is refused at the end of a turn.
  while (isThinking(blocks.at(-1))) blocks.pop();
  return blocks;
}

function thinkingBlock(part: ReasoningPart, message: UIMessage): WireBlock[] {
  const proof = claudeProofOf(part, "anthropic", message);
  if (!proof) return [];
  return "redactedData" in proof
    ? [{ type: "redacted_thinking", data: proof.redactedData }]
    : [{ type: "thinking", thinking: part.text, signature: proof.signature }];
}

/** Whether a block is thinking, readable or not. */
export function isThinking(block: WireBlock | undefined): boolean {
  return block?.type === "thinking" || block?.type === "redacted_thinking";
}

/** An image that another model answered with, shown as the user's because an assistant's turn cannot hold one. */
function shownImage(part: UIMessagePart, target: Target): WireFile[] {
  if (part.type !== "file" || !part.mediaType.startsWith("image/")) return [];
  try {
    return [toFileBlock(part, target)];
  } catch (error) {
    // Nobody attached it, so nobody could take it away.
    if (isChatError(error)) return [];
    throw error;
  }
}

/** The beginning of an answer that the model is to go on with may not end with space. */
function trimEnd(turn: WireTurn | undefined): void {
  const last = turn?.content.at(-1);
  if (turn?.role === "assistant" && last?.type === "text") last.text = last.text.trimEnd();
}

function isBlank(text: string): boolean {
  return text.trim() === "";
}
