import { ChatError, isChatError } from "../errors.js";
import { asFields, asList, asNumber, asText, type Fields } from "../looseJSON.js";
import type { Usage } from "../messages.js";
import { readLines } from "../ndjson.js";
import { redact } from "../redact.js";
import type { FinishReason, StreamPart } from "../streamParts.js";
import { createTextParts } from "./textParts.js";
import { truncated } from "./uiMessageStream.js";

type Parts = Generator<StreamPart, void, undefined>;

/**
 * Reads an AI SDK data stream (version 4), as its `toDataStreamResponse()` writes it: lines such as `0:"Hello"`. Values of
 * the app's own become `data-value` and `data-annotation` parts; lines of codes this package does not know are skipped. An
 * error line throws `server`, and a stream that ends without its finish line throws `truncated`.
 *
 * Owns `bytes`: leaving the loop early cancels them.
 *
 * @see https://v4.ai-sdk.dev/docs/ai-sdk-ui/stream-protocol
 */
export async function* readDataStreamV4(
  bytes: ReadableStream<Uint8Array>,
): AsyncGenerator<StreamPart, void, undefined> {
  const answer = createAnswer();
  try {
    for await (const line of readLines(bytes)) {
      const [, code, json] = codedLine.exec(line) ?? [];
      if (code && json) yield* answer.read(code, JSON.parse(json));
    }
  } catch (error) {
    // Once the finish line is there, nothing of the answer can be missing.
    if (isChatError(error) || !answer.isFinished()) throw truncated(error);
  }
  if (!answer.isFinished()) throw truncated();
  yield* answer.end();
}

/** A line of a code that is read here, and its JSON. */
const codedLine = /^([02389a-hk]):(.+)$/s;

const finishReasons: ReadonlySet<string> = new Set([
  "stop",
  "length",
  "content-filter",
  "tool-calls",
  "error",
  "other",
  "unknown",
] satisfies FinishReason[]);

function createAnswer(): {
  read(code: string, value: unknown): Parts;
  isFinished(): boolean;
  end(): Parts;
} {
  const texts = createTextParts();
  let hasStarted = false;
  let isContinued = false;
  let finish: Fields | undefined;

  function* read(code: string, value: unknown): Parts {
    const fields = asFields(value);
    if (code === "0") yield* texts.add("text", asText(value));
    else if (code === "g") yield* texts.add("reasoning", asText(value));
    else if (code === "3") throw sentError(value);
    // The finish part comes last, but an app may add data of its own after the finish line.
    else if (code === "d") finish = fields;
    else if (code === "f") yield* startStep(fields);
    else if (code === "e") yield* endStep(fields);
    else yield* readOther(code, value);
  }

  function* startStep({ messageId }: Fields): Parts {
    if (!hasStarted) yield { type: "start", messageId: asText(messageId) };
    hasStarted = true;
    if (!isContinued) yield { type: "start-step" };
  }

  function* endStep(fields: Fields): Parts {
    // The text of a step that was too long goes on in the next one as if nothing had happened.
    isContinued = fields["isContinued"] === true;
    if (isContinued) return;
    yield* texts.close();
    yield { type: "finish-step" };
  }

  function* readOther(code: string, value: unknown): Parts {
    const others = [...otherParts(code, value)];
    if (others.some(({ type }) => type.startsWith("tool-"))) yield* texts.close();
    yield* others;
  }

  function* end(): Parts {
    yield* texts.close();
    const reason = asText(finish?.["finishReason"]) ?? "unknown";
    const usage = readUsage(asFields(finish?.["usage"]));
    yield {
      type: "finish",
      finishReason: finishReasons.has(reason) ? (reason as FinishReason) : "other",
      ...(usage && { messageMetadata: { usage } }),
    };
  }

  return { read, isFinished: () => finish !== undefined, end };
}

/** The parts of lines that stand for themselves. */
function* otherParts(code: string, value: unknown): Parts {
  const fields = asFields(value);
  const toolCallId = asText(fields["toolCallId"]);
  const toolName = asText(fields["toolName"]);
  if (code === "2") for (const data of asList(value)) yield { type: "data-value", data };
  if (code === "8") for (const data of asList(value)) yield { type: "data-annotation", data };
  if (code === "h") yield* sourceParts(fields);
  if (code === "k") yield* fileParts(fields);
  if (!toolCallId) return;
  if (code === "a") yield { type: "tool-output-available", toolCallId, output: fields["result"] };
  if (code === "c") {
    const inputTextDelta = asText(fields["argsTextDelta"]);
    if (inputTextDelta) yield { type: "tool-input-delta", toolCallId, inputTextDelta };
  }
  if (!toolName) return;
  if (code === "b") yield { type: "tool-input-start", toolCallId, toolName };
  if (code === "9") {
    yield { type: "tool-input-available", toolCallId, toolName, input: fields["args"] ?? {} };
  }
}

function* sourceParts(source: Fields): Parts {
  const url = asText(source["url"]);
  if (!url) return;
  yield {
    type: "source-url",
    sourceId: asText(source["id"]) ?? url,
    url,
    title: asText(source["title"]),
  };
}

function* fileParts(file: Fields): Parts {
  const data = asText(file["data"]);
  const mediaType = asText(file["mimeType"]);
  if (data && mediaType) yield { type: "file", url: `data:${mediaType};base64,${data}`, mediaType };
}

function readUsage(raw: Fields): Usage | undefined {
  const inputTokens = asNumber(raw["promptTokens"]);
  const outputTokens = asNumber(raw["completionTokens"]);
  return inputTokens === undefined && outputTokens === undefined
    ? undefined
    : { inputTokens, outputTokens };
}

function sentError(value: unknown): ChatError {
  const details = redact(asText(value) ?? "") || undefined;
  const unknown = "The server broke the answer off and did not say why. Try again in a moment.";
  return new ChatError("server", details ?? unknown, { details });
}
