import { asFields, asList, asText, type Fields, isFields } from "../looseJSON.js";
import type { StreamPart } from "../streamParts.js";
import { callEnd } from "./callEnd.js";

/** One block of an answer, from its first event to its last. */
export interface ConverseAnswerBlock {
  /** A text, a call that waits for a result of the app's, or anything else. */
  kind: "text" | "call" | "other";
  /** Whether this delta goes on with it. */
  takes(delta: Fields): boolean;
  start(): StreamPart[];
  add(delta: Fields): StreamPart[];
  end(): StreamPart[];
}

/**
 * Opens the block that an event begins: the start of a call, its result or an image, or the first delta of text or
 * reasoning, which are not announced. `undefined` for kinds of blocks that are not known, and calls without a name.
 *
 * @param id Tells its parts from those of other open blocks.
 */
export function openBlock(start: Fields, id: string): ConverseAnswerBlock | undefined {
  if (asText(start["text"])) return textBlock(id);
  if (isFields(start["reasoningContent"])) return reasoningBlock(id);
  if (isFields(start["toolUse"])) return callBlock(start["toolUse"]);
  if (isFields(start["toolResult"])) return resultBlock(start["toolResult"]);
  return isFields(start["image"]) ? imageBlock(start["image"]) : undefined;
}

function textBlock(id: string): ConverseAnswerBlock {
  return {
    kind: "text",
    takes: ({ text }) => typeof text === "string",
    start: () => [{ type: "text-start", id }],
    add({ text }) {
      const delta = asText(text);
      return delta ? [{ type: "text-delta", id, delta }] : [];
    },
    end: () => [{ type: "text-end", id }],
  };
}

/** Reasoning comes with a signature, or encrypted: both have to be sent back with it, so they are kept on the part. */
function reasoningBlock(id: string): ConverseAnswerBlock {
  let signature = "";
  let redactedData = "";
  return {
    kind: "other",
    takes: ({ reasoningContent }) => isFields(reasoningContent),
    start: () => [{ type: "reasoning-start", id }],
    add({ reasoningContent }) {
      const content = asFields(reasoningContent);
      signature += asText(content["signature"]) ?? "";
      redactedData += asText(content["redactedContent"]) ?? "";
      const delta = asText(content["text"]);
      return delta ? [{ type: "reasoning-delta", id, delta }] : [];
    },
    end() {
      if (!signature && !redactedData) return [{ type: "reasoning-end", id }];
      const bedrock = { ...(signature && { signature }), ...(redactedData && { redactedData }) };
      return [{ type: "reasoning-end", id, providerMetadata: { bedrock } }];
    },
  };
}

function callBlock(call: Fields): ConverseAnswerBlock | undefined {
  const toolCallId = asText(call["toolUseId"]);
  const toolName = asText(call["name"]);
  if (!toolCallId || !toolName) return undefined;
  const isOurs = call["type"] !== "server_tool_use";
  const shared = { toolCallId, toolName, ...(!isOurs && { providerExecuted: true }) };
  let text = "";
  return {
    kind: isOurs ? "call" : "other",
    takes: ({ toolUse }) => isFields(toolUse),
    start: () => [{ type: "tool-input-start", ...shared }],
    add({ toolUse }) {
      const { input } = asFields(toolUse);
      const inputTextDelta = isFields(input) ? JSON.stringify(input) : asText(input);
      if (!inputTextDelta) return [];
      text += inputTextDelta;
      return [{ type: "tool-input-delta", toolCallId, inputTextDelta }];
    },
    end: () => [callEnd(shared, text)],
  };
}

/** What came of a tool that Bedrock ran itself. */
function resultBlock(result: Fields): ConverseAnswerBlock | undefined {
  const toolCallId = asText(result["toolUseId"]);
  if (!toolCallId) return undefined;
  const items: unknown[] = [];
  return {
    kind: "other",
    takes: ({ toolResult }) => Array.isArray(toolResult),
    start: () => [],
    add({ toolResult }) {
      items.push(
        ...asList(toolResult).map((item) => asFields(item)["json"] ?? asFields(item)["text"]),
      );
      return [];
    },
    end() {
      const output = items.length === 1 ? items[0] : items;
      const shared = { toolCallId, providerExecuted: true };
      if (result["status"] !== "error")
        return [{ type: "tool-output-available", ...shared, output }];
      const errorText = typeof output === "string" ? output : JSON.stringify(output);
      return [{ type: "tool-output-error", ...shared, errorText }];
    },
  };
}

function imageBlock(image: Fields): ConverseAnswerBlock | undefined {
  const format = asText(image["format"]);
  if (!format) return undefined;
  let data = "";
  return {
    kind: "other",
    takes: (delta) => isFields(delta["image"]),
    start: () => [],
    add(delta) {
      data += asText(asFields(asFields(delta["image"])["source"])["bytes"]) ?? "";
      return [];
    },
    end() {
      const mediaType = `image/${format}`;
      return data ? [{ type: "file", mediaType, url: `data:${mediaType};base64,${data}` }] : [];
    },
  };
}
