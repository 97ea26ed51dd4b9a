import type { TextPart, UIMessage, UIMessagePart } from "../messages.js";
import type { Target } from "../protocol.js";
import { argumentsOf, isAnswered, isCall, resultTextOf, toolNameOf } from "./answeredCalls.js";
import { toInputFile, type WireInputFile } from "./openaiResponsesFiles.js";
import { addReasoning, isTelling, type WireReasoning } from "./openaiResponsesReasoning.js";
import type { ResponsesRules } from "../limits/openaiResponses.js";

/** One piece of a message's content. */
export type WireContent =
  | { type: "input_text" | "output_text"; text: string }
  | { type: "refusal"; refusal: string }
  | WireInputFile;

/** One item of a Responses request's `input`. */
export type WireItem =
  | { role: "system" | "user" | "assistant"; content: string | WireContent[]; phase?: string }
  | { type: "function_call"; call_id: string; name: string; arguments: string }
  | { type: "function_call_output"; call_id: string; output: string }
  | WireReasoning;

/**
 * Writes a conversation as input items. What the target itself thought earlier goes back unchanged; what others thought,
 * what the provider's own tools did, and a message that has nothing to send are left out.
 *
 * @throws ChatError for a file the target does not take.
 */
export function toInputItems(
  messages: readonly UIMessage[],
  target: Target,
  rules: ResponsesRules,
): WireItem[] {
  return messages.flatMap((message) =>
    message.role === "assistant"
      ? writeAnswer(message.parts, target)
      : writePrompt(message, message.role, target, rules),
  );
}

function writePrompt(
  { parts }: UIMessage,
  role: "system" | "user",
  target: Target,
  rules: ResponsesRules,
): WireItem[] {
  const content = parts.flatMap((part): WireContent[] => {
    if (part.type === "file") return [toInputFile(part, target, rules)];
    return isText(part) ? [{ type: "input_text", text: part.text }] : [];
  });
  const [only] = content;
  if (!only) return [];
  // A plain string wherever it will do: some servers take no lists.
  return [{ role, content: content.length === 1 && "text" in only ? only.text : content }];
}

/** Writes the parts of an answer. Calls stand where they were made, their results before what was said next. */
function writeAnswer(parts: readonly UIMessagePart[], target: Target): WireItem[] {
  const items: WireItem[] = [];
  let thoughts: WireReasoning[] = [];
  let results: WireItem[] = [];
  // Reasoning is refused without the item that followed it.
  const push = (item: WireItem): void => {
    items.push(...thoughts.filter(isTelling), item);
    thoughts = [];
  };
  const settle = (): void => {
    items.push(...results);
    results = [];
  };
  for (const part of parts) {
    if (part.type === "reasoning") {
      addReasoning(thoughts, part, part.providerMetadata?.[target.provider]);
    } else if (isText(part)) {
      settle();
      const last = items.at(-1);
      if (thoughts.length === 0 && canTake(last, part, target)) last.content.push(said(part));
      else push({ role: "assistant", content: [said(part)], ...phaseOf(part, target) });
    } else if (isAnswered(part)) {
      const call_id = part.toolCallId;
      push({
        type: "function_call",
        call_id,
        name: toolNameOf(part),
        arguments: JSON.stringify(argumentsOf(part)),
      });
      results.push({ type: "function_call_output", call_id, output: resultTextOf(part) });
    } else if (isCall(part)) {
      // What led to a call that is not sent is refused without it.
      thoughts = [];
    } else if (part.type === "step-start") {
      settle();
      thoughts = [];
    }
  }
  settle();
  return items;
}

function isText(part: UIMessagePart): part is TextPart {
  return part.type === "text" && part.text !== "";
}

function said({ text, providerMetadata }: TextPart): WireContent {
  return providerMetadata?.["openai"]?.["refusal"] === true
    ? { type: "refusal", refusal: text }
    : { type: "output_text", text };
}

/** Whether a text belongs to a message already written: the same kind of talk, and nothing between. */
function canTake(
  item: WireItem | undefined,
  part: TextPart,
  target: Target,
): item is { role: "assistant"; content: WireContent[]; phase?: string } {
  return (
    item !== undefined &&
    "role" in item &&
    Array.isArray(item.content) &&
    item.phase === phaseOf(part, target).phase
  );
}

/** Whether the model was commenting on its work or answering, which it wants to be told again. */
function phaseOf({ providerMetadata }: TextPart, target: Target): { phase?: string } {
  const phase = providerMetadata?.[target.provider]?.["phase"];
  return typeof phase === "string" ? { phase } : {};
}
