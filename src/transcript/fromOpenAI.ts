import type { Conversation } from "../client/conversation.js";
import { asFields, asList, asText, type Fields } from "../client/looseJSON.js";
import type { DynamicToolPart, UIMessage, UIMessagePart } from "../client/messages.js";
import { generateId } from "../internal/generateId.js";
import { callInput } from "./callInput.js";
import { noConversation, parseJSON } from "./json.js";

/**
 * Reads the `messages` of OpenAI's Chat Completions, as text or parsed, alone or in a request: text, images, files, audio,
 * calls of tools and their results. An answer with calls and what followed them is one message, as in a chat of ours.
 *
 * @throws ChatError `bad_request` where there is no message to be found.
 * @see https://platform.openai.com/docs/api-reference/chat/create#chat-create-messages
 */
export function fromOpenAI(json: unknown): Conversation {
  const value = typeof json === "string" ? parseJSON(json) : json;
  const list = Array.isArray(value) ? (value as unknown[]) : asFields(value)["messages"];
  if (!Array.isArray(list)) throw noConversation();
  const messages: UIMessage[] = [];
  const calls = new Map<string, DynamicToolPart>();
  for (const entry of list.map(asFields)) addEntry(entry, messages, calls);
  if (messages.length === 0 && list.length > 0) throw noConversation();
  return { messages };
}

function addEntry(entry: Fields, messages: UIMessage[], calls: Map<string, DynamicToolPart>): void {
  const add = (role: UIMessage["role"], parts: UIMessagePart[]): void => {
    messages.push({ id: generateId(), role, parts });
  };
  const content = readContent(entry["content"]);
  const last = messages.at(-1);
  switch (entry["role"]) {
    case "system":
    case "developer":
      return add("system", content);
    case "user":
      return add("user", content);
    case "assistant": {
      const parts = [...readThoughts(entry), ...content, ...readCalls(entry, calls)];
      if (last?.role !== "assistant") return add("assistant", parts);
      return void last.parts.push({ type: "step-start" }, ...parts);
    }
    case "tool":
    case "function": {
      const id = asText(entry["tool_call_id"]) ?? asText(entry["name"]) ?? "";
      const output = content.map((part) => (part.type === "text" ? part.text : "")).join("");
      const call = calls.get(id);
      if (call) return void Object.assign(call, { state: "output-available", output });
      // A result whose call is lost is still something that was said.
      return add("assistant", [
        {
          type: "dynamic-tool",
          toolName: asText(entry["name"]) ?? "tool",
          toolCallId: id || generateId(),
          input: undefined,
          state: "output-available",
          output,
        },
      ]);
    }
  }
}

function readThoughts(entry: Fields): UIMessagePart[] {
  const text = asText(entry["reasoning_content"]) ?? asText(entry["reasoning"]);
  return text ? [{ type: "reasoning", text }] : [];
}

function readCalls(entry: Fields, calls: Map<string, DynamicToolPart>): UIMessagePart[] {
  const listed = asList(entry["tool_calls"]).map(asFields);
  const old = asFields(entry["function_call"]);
  if (asText(old["name"])) listed.push({ id: old["name"], function: old });
  return listed.flatMap((one) => {
    const { name, arguments: json } = asFields(one["function"]);
    const toolName = asText(name);
    if (!toolName) return [];
    const call: DynamicToolPart = {
      type: "dynamic-tool",
      toolName,
      toolCallId: asText(one["id"]) ?? generateId(),
      state: "input-available",
      ...callInput(asText(json) ?? "{}"),
    };
    calls.set(call.toolCallId, call);
    return [call];
  });
}

function readContent(content: unknown): UIMessagePart[] {
  if (typeof content === "string") return content ? [{ type: "text", text: content }] : [];
  return asList(content).flatMap((block) => readBlock(asFields(block)));
}

function readBlock(block: Fields): UIMessagePart[] {
  switch (block["type"]) {
    case "text":
    case "refusal": {
      const text = asText(block["text"]) ?? asText(block["refusal"]);
      return text ? [{ type: "text", text }] : [];
    }
    case "image_url": {
      const url = asText(asFields(block["image_url"])["url"]) ?? asText(block["image_url"]);
      return url ? [fileOf(url, "image/*")] : [];
    }
    case "input_audio": {
      const { data, format } = asFields(block["input_audio"]);
      const mediaType = format === "wav" ? "audio/wav" : "audio/mpeg";
      const base64 = asText(data);
      return base64 ? [fileOf(`data:${mediaType};base64,${base64}`, mediaType)] : [];
    }
    case "file": {
      const { file_data, file_id, filename } = asFields(block["file"]);
      const url = asText(file_data);
      const name = asText(filename);
      if (url) return [fileOf(url, "application/pdf", name)];
      return [{ type: "text", text: `[file: ${name ?? asText(file_id) ?? "unknown"}]` }];
    }
    default:
      return [];
  }
}

function fileOf(url: string, fallback: string, filename?: string): UIMessagePart {
  const mediaType = /^data:([^;,]+)/i.exec(url)?.[1] ?? fallback;
  return { type: "file", mediaType, url, ...(filename && { filename }) };
}
