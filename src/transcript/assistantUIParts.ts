import { asFields, asText, type Fields } from "../client/looseJSON.js";
import type { DynamicToolPart, FilePart, UIMessagePart } from "../client/messages.js";
import { onlyDefined } from "../internal/onlyDefined.js";
import { callInput } from "./callInput.js";
import { plainJSON } from "./plainJSON.js";

/** A part of one of assistant-ui's messages in our words; none for what says nothing. */
export function readAssistantUIPart(part: Fields): UIMessagePart[] {
  const type = asText(part["type"]);
  const text = asText(part["text"]) ?? "";
  const filename = asText(part["filename"]);
  switch (type) {
    case undefined:
      return [];
    case "text":
    case "reasoning":
      return [{ type, text }];
    case "image":
      return fileOf(asText(part["image"]), "image/*", filename);
    case "file":
      return fileOf(asText(part["data"]), asText(part["mimeType"]), filename, part["sourceType"]);
    case "audio": {
      const { data, format } = asFields(part["audio"]);
      return fileOf(asText(data), format === "wav" ? "audio/wav" : "audio/mpeg", filename);
    }
    case "source":
      return sourceOf(part);
    case "tool-call":
      return callOf(part);
    case "data":
      return [{ type: `data-${asText(part["name"]) ?? "part"}`, data: part["data"] }];
    default:
      // What only assistant-ui can show is kept as data.
      return [{ type: `data-${type}`, data: part }];
  }
}

function fileOf(
  data: string | undefined,
  mediaType = "application/octet-stream",
  filename?: string,
  sourceType?: unknown,
): UIMessagePart[] {
  if (data === undefined) return [];
  // An id leads to a store we do not know.
  if (sourceType === "id") return [{ type: "text", text: `[file: ${filename ?? data}]` }];
  const isURL = /^(?:data|https?|blob):/i.test(data);
  const url = isURL ? data : `data:${mediaType};base64,${data}`;
  const named = /^data:([^;,]+)/i.exec(url)?.[1] ?? mediaType;
  const file: FilePart = { type: "file", mediaType: named, url, ...(filename && { filename }) };
  return [file];
}

function sourceOf(part: Fields): UIMessagePart[] {
  const { id, url, title, mediaType, filename } = part;
  const sourceId = asText(id) ?? asText(url) ?? "";
  if (part["sourceType"] === "document") {
    const document = { sourceId, mediaType: asText(mediaType) ?? "", title: asText(title) ?? "" };
    const name = asText(filename);
    return [{ type: "source-document", ...document, ...(name && { filename: name }) }];
  }
  const address = asText(url);
  const name = asText(title);
  return address
    ? [{ type: "source-url", sourceId, url: address, ...(name && { title: name }) }]
    : [];
}

function callOf(part: Fields): UIMessagePart[] {
  const toolCallId = asText(part["toolCallId"]);
  const toolName = asText(part["toolName"]);
  if (!toolCallId || !toolName) return [];
  const given = part["args"] ?? undefined;
  const facts = {
    type: "dynamic-tool",
    toolCallId,
    toolName,
    ...(given === undefined ? callInput(asText(part["argsText"]) ?? "{}") : { input: given }),
  };
  return [{ ...facts, ...stateOf(part) } as DynamicToolPart];
}

function stateOf({ result, isError, approval }: Fields): object {
  const { id, approved, reason } = asFields(approval);
  const asked = onlyDefined({ id: asText(id) ?? "", approved, reason: asText(reason) });
  const isAsked = typeof approval === "object" && approval !== null;
  if (approved === false) return { state: "output-denied", approval: asked };
  const allowed = approved === true && { approval: asked };
  if (isError === true) {
    const errorText = typeof result === "string" ? result : plainJSON(result);
    return { state: "output-error", errorText, ...allowed };
  }
  if (result !== undefined) return { state: "output-available", output: result, ...allowed };
  if (!isAsked) return { state: "input-available" };
  return {
    state: approved === true ? "approval-responded" : "approval-requested",
    approval: asked,
  };
}
