import { describe, expect, test } from "vitest";
import { errorFromResponse } from "../../src/client/httpErrors.js";
import { asFields, asList, asText, type Fields, isFields } from "../../src/client/looseJSON.js";
import type { UIMessage, UIMessagePart } from "../../src/client/messages.js";
import { anthropicMessages } from "../../src/client/protocols/anthropicMessages.js";
import type { ChatRequest, ToolChoice } from "../../src/client/types.js";
import { allCuts, bodyOf } from "../client/byteStreams.js";
import { readAnswer } from "../client/readAnswer.js";
import { callsIn, judged, recording, recordingsOf, wanted } from "./judge.js";

const names = recordingsOf("anthropic");
const isError = (name: string): boolean => name.startsWith("anthropic.error.");

describe.skipIf(names.length === 0)("recorded answers of Anthropic", () => {
  test.each(names.filter((name) => !isError(name)))("%s", async (name) => {
    const recorded = recording(name);
    const { expected, bytes, target } = recorded;
    const text = new TextDecoder().decode(bytes);
    const crlf = new TextEncoder().encode(text.replaceAll("\r\n", "\n").replaceAll("\n", "\r\n"));
    const cuts = [...allCuts(bytes), ...allCuts(crlf)];
    const answers = await Promise.all(
      cuts.map(([, chunks]) => readAnswer(anthropicMessages.readStream(bodyOf(chunks), target))),
    );
    const all = (value: unknown): unknown[] => answers.map(() => value);
    expect(answers.map((answer) => judged(answer, recorded))).toEqual(all(wanted(recorded)));
    const served = (expected.serverToolCalls ?? []).map(({ name: tool, args }) => ({
      name: tool,
      args,
    }));
    expect(answers.map((answer) => callsIn(answer, true))).toEqual(all(served));
  });

  test.each(names.filter(isError))("%s", async (name) => {
    const { meta, expected, bytes, target } = recording(name);
    const error = await errorFromResponse(new Response(bytes, { status: meta.status }), target);
    expect(error).toMatchObject({
      code: "not_found",
      status: meta.status,
      details: expected.message,
    });
  });
});

describe.skipIf(names.length === 0)("recorded requests to Anthropic", () => {
  const sent = names.flatMap((name) => {
    const { request, target } = recording(name);
    return request ? ([[name, request, target]] as const) : [];
  });
  test.each(sent)("%s", (_name, request, target) => {
    const model = String(request["model"]);
    const wire = anthropicMessages.toRequest(
      conversationOf(request),
      { ...target, model },
      { stream: request["stream"] === true },
    );
    expect(regular(asFields(wire.body))).toEqual(regular(request));
  });
});

/** The conversation that a Messages request says. */
function conversationOf(body: Fields): ChatRequest {
  const results = new Map<string, Fields>();
  const turns = merged(asList(body["messages"]).map(asFields));
  for (const block of turns.flatMap(({ content }) => content)) {
    if (block["type"] === "tool_result") results.set(String(block["tool_use_id"]), block);
  }
  return {
    model: String(body["model"]),
    system: blocksOf(body["system"])
      .map((block) => String(block["text"]))
      .join("\n\n"),
    messages: turns.map((turn, index): UIMessage => ({
      id: `${index}`,
      role: turn.role === "user" ? "user" : "assistant",
      parts: turn.content.flatMap((block) => partOf(block, results)),
    })),
    tools: ownTools(body).map((tool) => ({
      name: String(tool["name"]),
      description: asText(tool["description"]),
      inputSchema: asFields(tool["input_schema"]),
    })),
    toolChoice: toolChoiceOf(asFields(body["tool_choice"])),
    config: { maxTokens: Number(body["max_tokens"]) },
  };
}

function partOf(block: Fields, results: Map<string, Fields>): UIMessagePart[] {
  const source = asFields(block["source"]);
  switch (block["type"]) {
    case "text":
      return [{ type: "text", text: String(block["text"]) }];
    case "image":
    case "document": {
      const url =
        asText(source["url"]) ??
        `data:${String(source["media_type"])};base64,${String(source["data"])}`;
      const unknown = block["type"] === "image" ? "image/*" : "application/pdf";
      return [{ type: "file", mediaType: asText(source["media_type"]) ?? unknown, url }];
    }
    case "thinking":
      return [reasoning(String(block["thinking"]), { signature: String(block["signature"]) })];
    case "redacted_thinking":
      return [reasoning("", { redactedData: String(block["data"]) })];
    case "tool_use": {
      const id = String(block["id"]);
      const result = results.get(id);
      const isBad = result?.["is_error"] === true;
      const said = resultText(result?.["content"]);
      const call = {
        type: `tool-${String(block["name"])}` as const,
        toolCallId: id,
        input: block["input"],
      };
      return [
        isBad
          ? { ...call, state: "output-error", errorText: said }
          : { ...call, state: "output-available", output: said },
      ];
    }
    default:
      return [];
  }
}

function reasoning(text: string, anthropic: Record<string, string>): UIMessagePart {
  return { type: "reasoning", text, providerMetadata: { anthropic } };
}

function toolChoiceOf({ type, name }: Fields): ToolChoice | undefined {
  if (type === "tool") return { toolName: String(name) };
  return type === "any" ? "required" : type === "auto" || type === "none" ? type : undefined;
}

/** What both bodies say, without the freedom of saying it: content as blocks, nothing that is a default. */
function regular(body: Fields): unknown {
  return {
    system: blocksOf(body["system"]).map((block) => block["text"]),
    messages: merged(asList(body["messages"]).map(asFields)).map(({ role, content }) => ({
      role,
      content: content.map(regularBlock),
    })),
    tools: ownTools(body).map(({ name, description, input_schema }) => ({
      name,
      description: asText(description),
      input_schema,
    })),
    toolChoice: ownTools(body).length > 0 ? body["tool_choice"] : undefined,
    maxTokens: body["max_tokens"],
    stream: body["stream"] === true,
  };
}

/** Turns of one role in a row are one turn to Anthropic. */
function merged(turns: readonly Fields[]): { role: unknown; content: Fields[] }[] {
  const result: { role: unknown; content: Fields[] }[] = [];
  for (const { role, content } of turns) {
    const last = result.at(-1);
    if (last && last.role === role) last.content.push(...blocksOf(content));
    else result.push({ role, content: blocksOf(content) });
  }
  return result;
}

function regularBlock(block: Fields): unknown {
  const { cache_control: _cache, ...rest } = block;
  if (block["type"] !== "tool_result") return rest;
  return {
    type: "tool_result",
    id: block["tool_use_id"],
    text: resultText(block["content"]),
    isError: block["is_error"] === true,
  };
}

/** A result as text. What is neither text nor an image belongs to tools that only Anthropic has. */
function resultText(content: unknown): string {
  const blocks = blocksOf(content);
  return blocks.every((block) => block["type"] === "text")
    ? blocks.map((block) => String(block["text"])).join("\n")
    : JSON.stringify(content);
}

function blocksOf(content: unknown): Fields[] {
  if (typeof content === "string") return content ? [{ type: "text", text: content }] : [];
  return asList(content).filter(isFields);
}

/** The tools an app declares; those with a type of their own run at Anthropic. */
function ownTools(body: Fields): Fields[] {
  return asList(body["tools"])
    .map(asFields)
    .filter((tool) => isFields(tool["input_schema"]));
}
