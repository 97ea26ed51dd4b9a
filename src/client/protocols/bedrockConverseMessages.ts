import { asText } from "../looseJSON.js";
import type { FilePart, ReasoningPart, UIMessage, UIMessagePart } from "../messages.js";
import type { Target } from "../protocol.js";
import type { ChatRequest } from "../types.js";
import { isAnswered, stepsOf } from "./answeredCalls.js";
import { type ConverseFile, isImageType, writeFile } from "./bedrockConverseFiles.js";
import type { ConverseRules } from "../limits/bedrockConverse.js";
import {
  type ConverseCall,
  type ConverseResult,
  writeCall,
  writeResult,
} from "./bedrockConverseTools.js";
import { claudeProofOf } from "./signatures.js";

type Reasoning =
  | { reasoningText: { text: string; signature: string } }
  | { redactedContent: string };

/** One piece of a message. */
export type ConverseBlock =
  | { text: string }
  | { reasoningContent: Reasoning }
  | ConverseFile
  | ConverseCall
  | ConverseResult;

/** One message of a Converse request. */
export interface ConverseMessage {
  role: "user" | "assistant";
  content: ConverseBlock[];
}

/** A conversation as Converse takes it: what the system says stands apart. */
export interface ConverseConversation {
  system: { text: string }[];
  messages: ConverseMessage[];
}

/**
 * Writes a conversation. Bedrock wants it to begin with the user and to alternate, without blank texts, and the results of
 * tools right behind their calls: so messages of one role in a row become one, and what is empty is left out.
 *
 * @throws ChatError for a file that cannot be sent.
 */
export function writeConversation(
  request: ChatRequest,
  target: Target,
  rules: ConverseRules,
): ConverseConversation {
  const system = systemTexts(request);
  const names = new Set<string>();
  const written = request.messages.flatMap((message) =>
    message.role === "assistant"
      ? stepsOf(message.parts).flatMap((parts) => writeStep(parts, message, target, rules))
      : message.role === "user"
        ? [{ role: message.role, content: writeUser(message.parts, target, names) }]
        : [],
  );
  const first: ConverseMessage[] = rules.system ? [] : [{ role: "user", content: system }];
  return {
    system: rules.system ? system : [],
    messages: takeTurns([...first, ...written]),
  };
}

function systemTexts({ system, messages }: ChatRequest): { text: string }[] {
  const later = messages
    .filter(({ role }) => role === "system")
    .map(({ parts }) => parts.map((part) => (part.type === "text" ? part.text : "")).join(""));
  return [system ?? "", ...later].filter((text) => text.trim()).map((text) => ({ text }));
}

function writeUser(
  parts: readonly UIMessagePart[],
  target: Target,
  names: Set<string>,
): ConverseBlock[] {
  const blocks = parts.flatMap((part): ConverseBlock[] => {
    if (part.type === "file") return [writeFile(part, target, names)];
    return part.type === "text" && part.text.trim() ? [{ text: part.text }] : [];
  });
  // Documents are refused without words beside them.
  const isBare = blocks.some((block) => "document" in block) && !blocks.some(isText);
  return isBare ? [...blocks, { text: "See the attached document." }] : blocks;
}

function isText(block: ConverseBlock): block is { text: string } {
  return "text" in block;
}

function writeStep(
  parts: readonly UIMessagePart[],
  message: UIMessage,
  target: Target,
  rules: ConverseRules,
): ConverseMessage[] {
  const said = parts.flatMap((part): ConverseBlock[] => {
    if (part.type === "text") return part.text.trim() ? [{ text: part.text }] : [];
    if (part.type === "reasoning")
      return rules.signedReasoning ? writeReasoning(part, message) : [];
    return isAnswered(part) ? [writeCall(part)] : [];
  });
  const results = parts.filter(isAnswered).map((call) => writeResult(call, target, rules));
  // Only users may show pictures: one that a model has made comes back with what follows it.
  const images = parts.filter(isOwnImage).map((file) => writeFile(file, target, new Set()));
  return [
    { role: "assistant", content: said },
    { role: "user", content: [...results, ...images] },
  ];
}

function isOwnImage(part: UIMessagePart): part is FilePart {
  return part.type === "file" && part.url.startsWith("data:") && isImageType(part.mediaType);
}

/** Bedrock's own reasoning as it came; unsigned reasoning and that of others is refused, or would leak into the answer. */
function writeReasoning(part: ReasoningPart, message: UIMessage): ConverseBlock[] {
  const proof = claudeProofOf(part, "bedrock", message);
  if (proof && "signature" in proof) {
    const { signature } = proof;
    return [{ reasoningContent: { reasoningText: { text: part.text, signature } } }];
  }
  const redactedContent =
    proof?.redactedData ?? asText(part.providerMetadata?.["bedrock"]?.["redactedContent"]);
  return redactedContent ? [{ reasoningContent: { redactedContent } }] : [];
}

function takeTurns(messages: readonly ConverseMessage[]): ConverseMessage[] {
  const turns: ConverseMessage[] = [];
  for (const { role, content } of messages) {
    const last = turns.at(-1);
    if (content.length === 0) continue;
    if (last?.role === role) last.content.push(...content);
    else turns.push({ role, content: [...content] });
  }
  if (turns[0]?.role === "assistant") turns.unshift({ role: "user", content: [{ text: opening }] });
  const end = turns.at(-1)?.content.at(-1);
  // An answer to be continued must not end in white space.
  if (turns.at(-1)?.role === "assistant" && end && isText(end)) end.text = end.text.trimEnd();
  return turns;
}

/** What stands for the user where the assistant speaks first. */
const opening = "(The assistant begins.)";
