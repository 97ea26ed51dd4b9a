import { asFields, asText, type Fields } from "../looseJSON.js";
import type { StreamPart } from "../streamParts.js";
import { readArguments } from "./callEnd.js";
import type { OutputCall } from "./openaiResponsesCall.js";

/** A call of one of the provider's own tools. */
export interface ServerCall extends OutputCall {
  /** Takes an item that holds the outcome of a call. Returns whether it was this call's. */
  answer(item: Fields): Generator<StreamPart, boolean, undefined>;
}

/** Whether an item of that type is a call of one of the provider's own tools, known to us or not. */
export function isServerCall(type: string): boolean {
  return type !== "function_call" && (type.endsWith("_call") || type.startsWith("mcp_"));
}

/** Whether an item of that type is the outcome of such a call. */
export function isOutcome(type: string): boolean {
  return type.endsWith("_output");
}

/** Whose outcome is an item of its own, or is owed by somebody else. */
const answeredApart: ReadonlySet<string> = new Set([
  "tool_search_call",
  "shell_call",
  "local_shell_call",
  "apply_patch_call",
  "computer_call",
  "custom_tool_call",
  "mcp_approval_request",
]);

/** What an item says beside the question the tool was asked. */
const notAsked: ReadonlySet<string> = new Set([
  "id",
  "type",
  "status",
  "call_id",
  "execution",
  "output",
  "outputs",
  "results",
  "result",
  "tools",
  "error",
]);

/** Begins a call with its item. `fallbackId` is its id where the server gives none. */
export function createServerCall(first: Fields, fallbackId: string): ServerCall {
  const type = String(first["type"]);
  const toolName = nameOf(first, type);
  const toolCallId = asText(first["id"]) ?? asText(first["call_id"]) ?? fallbackId;
  let isBegun = false;
  let isAnswered = false;
  let input = "";
  let callId = asText(first["call_id"]);

  function* begin(): Generator<StreamPart, void, undefined> {
    if (isBegun) return;
    isBegun = true;
    yield { type: "tool-input-start", toolCallId, toolName, providerExecuted: true };
  }

  function* add(inputTextDelta: string): Generator<StreamPart, void, undefined> {
    if (inputTextDelta === "") return;
    input += inputTextDelta;
    yield { type: "tool-input-delta", toolCallId, inputTextDelta };
  }

  function* settle(whole: string): Generator<StreamPart, void, undefined> {
    if (whole.startsWith(input)) yield* add(whole.slice(input.length));
  }

  function* end(item: Fields): Generator<StreamPart, void, undefined> {
    yield* begin();
    callId = asText(item["call_id"]) ?? callId;
    yield {
      type: "tool-input-available",
      toolCallId,
      toolName,
      input: questionOf(item),
      providerExecuted: true,
    };
    yield* imagePart(item);
    if (!answeredApart.has(type)) yield* outcome(item);
  }

  function* outcome(item: Fields): Generator<StreamPart, void, undefined> {
    isAnswered = true;
    const { error, status } = item;
    if (error || status === "failed") {
      const errorText =
        asText(asFields(error)["message"]) ?? asText(error) ?? `The tool "${toolName}" failed.`;
      yield { type: "tool-output-error", toolCallId, errorText, providerExecuted: true };
      return;
    }
    const said = item["output"] ?? item["outputs"] ?? item["results"] ?? item["tools"];
    // Most say no more than that they are done.
    const output = said ?? (status === "completed" ? { status } : undefined);
    if (output === undefined) return;
    yield { type: "tool-output-available", toolCallId, output, providerExecuted: true };
  }

  function* answer(item: Fields): Generator<StreamPart, boolean, undefined> {
    const base = String(item["type"]).replace(/(?:_call)?_output$/, "");
    const isMine = !isAnswered && type === `${base}_call` && callId === asText(item["call_id"]);
    if (isMine) yield* outcome(item);
    return isMine;
  }

  return { begin, add, settle, end, answer };
}

function nameOf(item: Fields, type: string): string {
  const name = asText(item["name"]);
  if (type === "custom_tool_call" && name) return name;
  if (type.startsWith("mcp_") && name) return `mcp.${name}`;
  return type.replace(/_call$/, "");
}

/** What the tool was asked: its arguments, or whatever the item says of it. */
function questionOf(item: Fields): unknown {
  if (typeof item["arguments"] === "string") {
    return (readArguments(item["arguments"]) ?? { value: item["arguments"] }).value;
  }
  return (
    item["arguments"] ??
    item["input"] ??
    Object.fromEntries(Object.entries(item).filter(([name]) => !notAsked.has(name)))
  );
}

/** How base64 begins, by image format. */
const imageStarts: readonly (readonly [string, string])[] = [
  ["/9j/", "image/jpeg"],
  ["R0lG", "image/gif"],
  ["UklG", "image/webp"],
];

/** A generated image. */
function* imagePart(item: Fields): Generator<StreamPart, void, undefined> {
  const data = asText(item["result"]);
  if (item["type"] !== "image_generation_call" || !data) return;
  if (/^https?:/.test(data)) return yield { type: "file", mediaType: "image/*", url: data };
  const base64 = data.replace(/^data:[^,]*,/, "");
  const mediaType = imageStarts.find(([start]) => base64.startsWith(start))?.[1] ?? "image/png";
  yield { type: "file", mediaType, url: `data:${mediaType};base64,${base64}` };
}
