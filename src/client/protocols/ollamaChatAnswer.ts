import { errorFromObject } from "../httpErrors.js";
import { asFields, asList, asNumber, asText, type Fields, isFields } from "../looseJSON.js";
import type { Usage } from "../messages.js";
import type { Target } from "../protocol.js";
import type { FinishReason, StreamPart } from "../streamParts.js";
import { createToolCalls } from "./openaiChatToolCalls.js";
import { createTextParts } from "./textParts.js";

/** One answer being put together from its lines. */
export interface OllamaChatAnswer {
  /** Turns one line, or a whole answer, into parts. Throws a `ChatError` for an error. */
  read(chunk: Fields): Generator<StreamPart, void, undefined>;
  /** Whether anything has come that belongs to a chat answer. */
  hasBegun(): boolean;
  /** Whether Ollama has said that it is done. */
  isDone(): boolean;
  /** What is left to say at the end, the `finish` part last. */
  end(): Generator<StreamPart, void, undefined>;
}

/** `load` and `unload` answer a request without messages. */
const finishReasons: Readonly<Record<string, FinishReason>> = { stop: "stop", length: "length" };

/** How the base64 of an image begins. */
const imageTypes: Readonly<Record<string, string>> = {
  iVBOR: "image/png",
  "/9j/": "image/jpeg",
  R0lGO: "image/gif",
  UklGR: "image/webp",
};

/** Marks reasoning that goes back to Ollama with the history. */
const ownReasoning = { ollama: { thinking: true } };

/** Begins an answer. `target` is for error texts. */
export function createOllamaChatAnswer(target: Target): OllamaChatAnswer {
  const texts = createTextParts();
  const tools = createToolCalls();
  let begun = false;
  let last: Fields | undefined;

  function* read(chunk: Fields): Generator<StreamPart, void, undefined> {
    const { message } = chunk;
    if (isFields(message)) {
      begun = true;
      yield* texts.add("reasoning", asText(message["thinking"]), ownReasoning);
      yield* texts.add("text", asText(message["content"]));
      // The date, fine to the nanosecond, tells the calls of one answer from those of another.
      const called = [...tools.read(message, asText(chunk["created_at"]) ?? "")];
      if (called.length > 0) yield* texts.close();
      yield* called;
      for (const image of asList(message["images"])) yield* imageParts(asText(image));
    }
    if (chunk["error"] ?? (begun ? undefined : (chunk["detail"] ?? asText(message)))) {
      throw errorFromObject(chunk, target);
    }
    if (chunk["done"] === true) last = chunk;
  }

  function* end(): Generator<StreamPart, void, undefined> {
    yield* texts.close();
    yield* tools.end();
    const reason = asText(last?.["done_reason"]);
    const usage = readUsage(asFields(last));
    yield {
      type: "finish",
      finishReason: finishReason(reason, tools.count() > 0),
      ...(usage && { messageMetadata: { usage } }),
    };
  }

  return { read, hasBegun: () => begun, isDone: () => last !== undefined, end };
}

function finishReason(reason: string | undefined, hasCalls: boolean): FinishReason {
  // Ollama says "stop" although it waits for a tool.
  if (hasCalls && reason !== "length") return "tool-calls";
  if (reason === undefined) return "unknown";
  return Object.hasOwn(finishReasons, reason) ? (finishReasons[reason] ?? "other") : "other";
}

/** Token counts; Ollama leaves out the input where it had all of it in its cache. */
function readUsage(done: Fields): Usage | undefined {
  const inputTokens = asNumber(done["prompt_eval_count"]);
  const outputTokens = asNumber(done["eval_count"]);
  if (inputTokens === undefined && outputTokens === undefined) return undefined;
  return { inputTokens, outputTokens };
}

function* imageParts(data: string | undefined): Generator<StreamPart, void, undefined> {
  if (!data) return;
  const start = Object.keys(imageTypes).find((mark) => data.startsWith(mark));
  const mediaType = (start && imageTypes[start]) ?? "image/png";
  yield { type: "file", url: `data:${mediaType};base64,${data}`, mediaType };
}
