import { asFields, asText, type Fields, isFields } from "../looseJSON.js";
import type { ProviderMetadata, UIMessage, UIMessagePart } from "../messages.js";
import type { Target } from "../protocol.js";
import type { ChatRequest } from "../types.js";
import { argumentsOf, type CallPart, isAnswered, stepsOf, toolNameOf } from "./answeredCalls.js";
import { isOwnedImage, toFileData } from "./geminiGenerateFiles.js";
import type { GeminiRules } from "../limits/geminiGenerate.js";

/** One piece of a turn. */
export interface GeminiPart {
  text?: string;
  /** A thought of the model, in words or as a picture. */
  thought?: true;
  /** What the model needs of a part it wrote to recognise its own thinking: returned as it came. */
  thoughtSignature?: string;
  inlineData?: { mimeType: string; data: string };
  fileData?: { mimeType: string; fileUri: string };
  functionCall?: { id: string; name: string; args: Fields };
  functionResponse?: { id: string; name: string; response: Fields };
}

/** One turn. Results of tools are the user's. */
export interface GeminiContent {
  role: "user" | "model";
  parts: GeminiPart[];
}

/** What of a request says what was said. */
export interface GeminiConversation {
  contents: GeminiContent[];
  systemInstruction?: { parts: { text: string }[] };
}

/**
 * Takes the place of a signature that is not there, because another model made the call: Gemini then asks for none. It is
 * `skip_thought_signature_validator` in base64.
 *
 * @see https://ai.google.dev/gemini-api/docs/thought-signatures
 */
const noSignature = "c2tpcF90aG91Z2h0X3NpZ25hdHVyZV92YWxpZGF0b3I=";

/**
 * Writes a conversation as Gemini's turns. They begin with a user's, and turns of one role in a row are one; a tool's
 * results follow its call. System messages go to the front, wherever they stood. Thoughts go back where Gemini signed
 * them; those of other models stay at home, as do tools that a provider ran itself.
 *
 * @throws ChatError for a file the target does not take.
 */
export function toGeminiContents(
  request: ChatRequest,
  target: Target,
  rules: GeminiRules,
): GeminiConversation {
  const system = systemTexts(request).map((text) => ({ text }));
  const turns = request.messages.flatMap((message) => writeMessage(message, target, rules));
  const [first, ...others] = mergeTurns(turns);
  // An empty turn is taken where an answer or nothing at all would come first, which is refused.
  const contents: GeminiContent[] =
    first?.role === "user"
      ? [first, ...others]
      : [{ role: "user", parts: [{ text: "" }] }, ...(first ? [first] : []), ...others];
  if (system.length === 0) return { contents };
  if (rules.systemInstruction) return { systemInstruction: { parts: system }, contents };
  contents[0]?.parts.unshift(...system);
  return { contents };
}

function systemTexts({ system, messages }: ChatRequest): string[] {
  const parts = messages.filter(({ role }) => role === "system").flatMap((one) => one.parts);
  const texts = parts.map((part) => (part.type === "text" ? part.text : ""));
  return [system ?? "", ...texts].filter((text) => text !== "");
}

function writeMessage(message: UIMessage, target: Target, rules: GeminiRules): GeminiContent[] {
  if (message.role === "system") return [];
  if (message.role === "assistant") {
    return stepsOf(message.parts).flatMap((step) => writeStep(step, target, rules));
  }
  const parts = message.parts.flatMap((part): GeminiPart[] => {
    if (part.type === "text") return part.text === "" ? [] : [{ text: part.text }];
    return part.type === "file" ? [toFileData(part, target, rules)] : [];
  });
  return parts.length > 0 ? [{ role: "user", parts }] : [];
}

function writeStep(
  step: readonly UIMessagePart[],
  target: Target,
  rules: GeminiRules,
): GeminiContent[] {
  const written = step.flatMap((part) => writePart(part, target, rules));
  // Thoughts and signatures alone, left behind by a stop, are no answer.
  if (written.every(({ text, thought }) => thought || text === "")) return [];
  const said: GeminiContent = {
    role: "model",
    parts: rules.signatures ? fillSignatures(written) : written,
  };
  const results = step.filter(isAnswered).map(writeResult);
  return results.length > 0 ? [said, { role: "user", parts: results }] : [said];
}

function writePart(part: UIMessagePart, target: Target, rules: GeminiRules): GeminiPart[] {
  if (part.type === "text") {
    const own = ownFacts(part.providerMetadata);
    return part.text || own.thoughtSignature ? [{ text: part.text, ...own }] : [];
  }
  if (part.type === "reasoning") {
    const { thoughtSignature } = ownFacts(part.providerMetadata);
    return thoughtSignature ? [{ text: part.text, thought: true, thoughtSignature }] : [];
  }
  if (part.type === "file") {
    // What the model cannot read is not worth losing the conversation for: the answer's own words remain.
    return isOwnedImage(part, target)
      ? [{ ...toFileData(part, target, rules), ...ownFacts(part.providerMetadata) }]
      : [];
  }
  if (!isAnswered(part)) return [];
  const call = { id: part.toolCallId, name: toolNameOf(part), args: argumentsOf(part) };
  return [{ functionCall: call, ...ownFacts(part.callProviderMetadata) }];
}

function ownFacts(metadata: ProviderMetadata | undefined): GeminiPart {
  const { thought, thoughtSignature } = asFields(metadata?.["google"]);
  const signature = asText(thoughtSignature);
  return {
    ...(thought === true && { thought }),
    ...(signature && { thoughtSignature: signature }),
  };
}

/** Of the calls of one step only the first is signed; of images every one. */
function fillSignatures(parts: readonly GeminiPart[]): GeminiPart[] {
  const firstCall = parts.find(({ functionCall }) => functionCall);
  return parts.map((part) =>
    part === firstCall || (part.inlineData && !part.thought)
      ? { thoughtSignature: noSignature, ...part }
      : part,
  );
}

function writeResult(call: CallPart): GeminiPart {
  const { toolCallId: id } = call;
  return { functionResponse: { id, name: toolNameOf(call), response: resultOf(call) } };
}

/** What the model is told about an answered call: an object, as it must be. */
function resultOf({ state, output, errorText }: CallPart): Fields {
  if (state === "output-error") return { error: errorText || "The tool failed." };
  if (state === "output-denied") return { error: "The person did not allow this call." };
  return isFields(output) ? output : { output: output ?? null };
}

/** Turns of one role in a row as one. Calls and their results keep turns of their own, as Gemini counts them. */
function mergeTurns(turns: readonly GeminiContent[]): GeminiContent[] {
  const merged: GeminiContent[] = [];
  for (const turn of turns) {
    const last = merged.at(-1);
    const isPlain = last?.parts.every((part) => !part.functionCall && !part.functionResponse);
    if (last?.role === turn.role && isPlain) last.parts.push(...turn.parts);
    else merged.push(turn);
  }
  return merged;
}
