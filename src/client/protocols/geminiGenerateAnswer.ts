import { ChatError } from "../errors.js";
import { errorFromObject } from "../httpErrors.js";
import { asFields, asList, asText, type Fields } from "../looseJSON.js";
import type { ProviderMetadata } from "../messages.js";
import type { Target } from "../protocol.js";
import type { FinishReason, StreamPart } from "../streamParts.js";
import { createGeminiServerTools } from "./geminiGenerateServerTools.js";
import { createGeminiSources } from "./geminiGenerateSources.js";
import { createGeminiToolCalls } from "./geminiGenerateToolCalls.js";
import { readGeminiUsage } from "./geminiGenerateUsage.js";

/** One answer being put together from its chunks. */
export interface GeminiAnswer {
  /** Turns one chunk (or a whole answer) into parts. Throws a `ChatError` for an error object, after its text. */
  read(chunk: Fields): Generator<StreamPart, void, undefined>;
  /** Whether the provider has said why it stopped. */
  isFinished(): boolean;
  /** What is left to say at the end, the `finish` part last. */
  end(): Generator<StreamPart, void, undefined>;
}

/** @see https://ai.google.dev/api/generate-content#FinishReason */
const finishReasons: Readonly<Record<string, FinishReason>> = {
  STOP: "stop",
  MAX_TOKENS: "length",
  CONTINUATION: "length",
  SAFETY: "content-filter",
  RECITATION: "content-filter",
  BLOCKLIST: "content-filter",
  PROHIBITED_CONTENT: "content-filter",
  SPII: "content-filter",
  MODEL_ARMOR: "content-filter",
  IMAGE_SAFETY: "content-filter",
  IMAGE_PROHIBITED_CONTENT: "content-filter",
  IMAGE_RECITATION: "content-filter",
  MALFORMED_FUNCTION_CALL: "error",
};

/** Begins an answer. `target` is for error texts. */
export function createGeminiAnswer(target: Target): GeminiAnswer {
  const tools = createGeminiToolCalls();
  const serverTools = createGeminiServerTools();
  const sources = createGeminiSources();
  let open: { kind: "text" | "reasoning"; id: string; signature: string | undefined } | undefined;
  let opened = 0;
  let finishReason: FinishReason | undefined;
  let counts: Fields = {};

  function* close(): Generator<StreamPart, void, undefined> {
    if (!open) return;
    const { kind, id, signature } = open;
    open = undefined;
    yield { type: `${kind}-end`, id, ...signed(signature) };
  }

  function* addText(part: Fields): Generator<StreamPart, void, undefined> {
    const delta = asText(part["text"]);
    const signature = asText(part["thoughtSignature"]);
    if (!delta && !(signature && "text" in part)) return;
    const kind = part["thought"] === true ? "reasoning" : "text";
    if (open?.kind !== kind) {
      yield* close();
      // Named, because a source may come in the middle of a text and must not end it.
      open = { kind, id: `${kind}-${opened}`, signature: undefined };
      opened += 1;
      yield { type: `${kind}-start`, id: open.id };
    }
    open.signature = signature ?? open.signature;
    if (delta) yield { type: `${kind}-delta`, id: open.id, delta };
  }

  function* addPart(part: Fields, answerId: string): Generator<StreamPart, void, undefined> {
    const others = part["functionCall"]
      ? tools.read(part, answerId)
      : part["inlineData"] || part["fileData"]
        ? fileParts(part)
        : serverTools.read(part, answerId);
    let isOther = false;
    for (const other of others) {
      if (!isOther) yield* close();
      isOther = true;
      yield other;
    }
    if (!isOther && !part["functionCall"]) yield* addText(part);
  }

  function* read(chunk: Fields): Generator<StreamPart, void, undefined> {
    // Several answers may run in one stream: only the first is shown.
    const candidate = asFields(asList(chunk["candidates"]).find((one) => !asFields(one)["index"]));
    const answerId = asText(chunk["responseId"]) ?? "";
    for (const part of asList(asFields(candidate["content"])["parts"])) {
      yield* addPart(asFields(part), answerId);
    }
    yield* sources.read(candidate["groundingMetadata"]);
    counts = { ...counts, ...asFields(chunk["usageMetadata"]) };
    if (chunk["error"]) throw errorFromObject(chunk, target);
    const reason = asText(candidate["finishReason"]);
    if (reason) finishReason = readFinishReason(reason);
    if (finishReason === "error") {
      // What it cost is known although it failed.
      yield* usageParts();
      throw malformedCall(target, asText(candidate["finishMessage"]));
    }
    // A prompt that is refused has no candidates.
    if (isBlocked(chunk)) finishReason = "content-filter";
  }

  function* usageParts(): Generator<StreamPart, void, undefined> {
    const usage = readGeminiUsage(counts);
    if (usage) yield { type: "message-metadata", messageMetadata: { usage } };
  }

  function* end(): Generator<StreamPart, void, undefined> {
    yield* close();
    yield* tools.end();
    const usage = readGeminiUsage(counts);
    yield {
      type: "finish",
      // Gemini says "stop" although it waits for a tool.
      finishReason:
        finishReason === "stop" && tools.count() > 0 ? "tool-calls" : (finishReason ?? "unknown"),
      ...(usage && { messageMetadata: { usage } }),
    };
  }

  return { read, isFinished: () => finishReason !== undefined, end };
}

function readFinishReason(reason: string): FinishReason {
  return Object.hasOwn(finishReasons, reason) ? (finishReasons[reason] ?? "other") : "other";
}

function isBlocked(chunk: Fields): boolean {
  const reason = asText(asFields(chunk["promptFeedback"])["blockReason"]);
  return reason !== undefined && !reason.endsWith("REASON_UNSPECIFIED");
}

function malformedCall(target: Target, details: string | undefined): ChatError {
  const { provider, model, name = provider } = target;
  return new ChatError(
    "server",
    `${name} broke the answer off because "${model}" wrote a tool call that cannot be read. Try again.`,
    { provider, model, details },
  );
}

function* fileParts(part: Fields): Generator<StreamPart, void, undefined> {
  const { mimeType, data } = asFields(part["inlineData"]);
  const { mimeType: remoteType, fileUri } = asFields(part["fileData"]);
  const mediaType = asText(mimeType) ?? asText(remoteType) ?? "application/octet-stream";
  const bytes = asText(data);
  const url = bytes ? `data:${mediaType};base64,${bytes}` : asText(fileUri);
  if (!url) return;
  // A picture may be a draft that the model made while it thought.
  const isDraft = part["thought"] === true;
  yield { type: "file", url, mediaType, ...signed(asText(part["thoughtSignature"]), isDraft) };
}

/** What has to go back to Gemini with a part it wrote. */
function signed(
  thoughtSignature: string | undefined,
  thought = false,
): { providerMetadata?: ProviderMetadata } {
  if (!thoughtSignature && !thought) return {};
  const google = { ...(thoughtSignature && { thoughtSignature }), ...(thought && { thought }) };
  return { providerMetadata: { google } };
}
