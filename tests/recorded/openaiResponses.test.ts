import { describe, expect, test } from "vitest";
import { errorFromResponse } from "../../src/client/httpErrors.js";
import { asFields, asList, asText, type Fields, isFields } from "../../src/client/looseJSON.js";
import type { UIMessage, UIMessagePart } from "../../src/client/messages.js";
import { openaiResponses } from "../../src/client/protocols/openaiResponses.js";
import type { ChatRequest, ToolChoice } from "../../src/client/types.js";
import { allCuts, bodyOf, utf8 } from "../client/byteStreams.js";
import { type Answer, readAnswer } from "../client/readAnswer.js";
import { judged, recording, recordingsOf, wanted } from "./judge.js";

const names = recordingsOf("openai-responses");
const isError = (name: string): boolean => name.startsWith("openai-responses.error.");

describe.skipIf(names.length === 0)("recorded answers of the Responses protocol", () => {
  test.each(names.filter((name) => !isError(name)))("%s", async (name) => {
    const recorded = recording(name);
    const text = new TextDecoder().decode(recorded.bytes);
    const crlf = utf8(text.replaceAll("\r\n", "\n").replaceAll("\n", "\r\n"));
    const answers = await Promise.all(
      [...allCuts(recorded.bytes), ...allCuts(crlf)].map(([, chunks]) =>
        readAnswer(openaiResponses.readStream(bodyOf(chunks), recorded.target)),
      ),
    );
    const all = (value: unknown): unknown[] => answers.map(() => value);
    expect(answers.map((answer) => judged(answer, recorded))).toEqual(all(wanted(recorded)));
    expect(answers.map(serverCalls)).toEqual(all(recordedServerCalls(recorded.expected)));
  });

  test.each(names.filter(isError))("%s", async (name) => {
    const { meta, expected, bytes, target } = recording(name);
    const error = await errorFromResponse(new Response(bytes, { status: meta.status }), target);
    expect(error).toMatchObject({ status: meta.status, details: expected.message });
  });
});

/** The calls of the provider's own tools by the type of their item, as the recordings name them. */
function recordedServerCalls({
  serverToolCalls = [],
}: object & { serverToolCalls?: unknown }): unknown {
  return asList(serverToolCalls).map((call) => asFields(call)["id"]);
}

function serverCalls({ parts }: Answer): string[] {
  return parts.flatMap((part) =>
    part.type === "tool-input-available" && part.providerExecuted ? [part.toolCallId] : [],
  );
}

describe.skipIf(names.length === 0)("recorded requests of the Responses protocol", () => {
  const sent = names.flatMap((name) => {
    const { request, target } = recording(name);
    return request ? [{ name, request, target }] : [];
  });
  test.each(sent)("$name", ({ request, target }) => {
    const wire = openaiResponses.toRequest(
      conversationOf(request, target.provider),
      { ...target, model: String(request["model"]) },
      { stream: request["stream"] === true },
    );
    expect(regular(asFields(wire.body))).toEqual(regular(request));
  });
});

/** The conversation that a Responses request says. */
function conversationOf(body: Fields, provider: string): ChatRequest {
  const effort = asText(asFields(body["reasoning"])["effort"]);
  const maxTokens = body["max_output_tokens"];
  return {
    model: String(body["model"]),
    system: asText(body["instructions"]),
    messages: messagesOf(inputOf(body), provider),
    tools: ownTools(body).map((tool) => ({
      name: String(tool["name"]),
      description: asText(tool["description"]),
      inputSchema: asFields(tool["parameters"]),
    })),
    toolChoice: body["tool_choice"] as ToolChoice | undefined,
    config: {
      ...(typeof maxTokens === "number" && { maxTokens }),
      ...(effort && { reasoningEffort: effort as "low" }),
    },
  };
}

/** Items as messages: what the model said between two prompts is one answer, a step for each request. */
function messagesOf(items: readonly Fields[], provider: string): UIMessage[] {
  const messages: UIMessage[] = [];
  items.forEach((item, index) => {
    const role = rolesInUse[String(item["role"])] ?? "assistant";
    if (role !== "assistant" || messages.at(-1)?.role !== "assistant") {
      messages.push({ id: `${index}`, role, parts: [] });
    }
    messages.at(-1)?.parts.push(...partsOf(item, items.slice(index), provider));
  });
  return messages;
}

const rolesInUse: Readonly<Record<string, UIMessage["role"]>> = {
  system: "system",
  developer: "system",
  user: "user",
};

function partsOf(item: Fields, after: readonly Fields[], provider: string): UIMessagePart[] {
  switch (item["type"]) {
    case "reasoning":
      return reasoningParts(item, provider);
    case "function_call": {
      const result = after.find(
        (one) => one["type"] === "function_call_output" && one["call_id"] === item["call_id"],
      );
      return [
        {
          type: `tool-${String(item["name"])}`,
          toolCallId: String(item["call_id"]),
          state: "output-available",
          input: JSON.parse(String(item["arguments"])) as unknown,
          output: result?.["output"],
        },
      ];
    }
    case "function_call_output":
      return [{ type: "step-start" }];
    default:
      return contentOf(item).map((piece) => contentPart(piece, asText(item["phase"]), provider));
  }
}

function reasoningParts(item: Fields, provider: string): UIMessagePart[] {
  const summary = asList(item["summary"]).map((piece) => asText(asFields(piece)["text"]) ?? "");
  const thought = asList(item["content"]).map((piece) => asText(asFields(piece)["text"]) ?? "");
  const encryptedContent = asText(item["encrypted_content"]);
  const facts = {
    itemId: String(item["id"]),
    ...(encryptedContent && { encryptedContent }),
    ...(thought.length > 0 && { raw: true }),
  };
  const texts = [...summary, ...thought];
  return (texts.length > 0 ? texts : [""]).map((text) => ({
    type: "reasoning",
    text,
    providerMetadata: { [provider]: facts },
  }));
}

function contentPart(piece: Fields, phase: string | undefined, provider: string): UIMessagePart {
  const url = asText(piece["image_url"]) ?? asText(piece["file_data"]) ?? asText(piece["file_url"]);
  if (url === undefined) {
    const providerMetadata = phase && { providerMetadata: { [provider]: { phase } } };
    return { type: "text", text: String(piece["text"]), ...providerMetadata };
  }
  const unknown = piece["type"] === "input_image" ? "image/*" : "application/pdf";
  const mediaType = /^data:([^;,]+)/.exec(url)?.[1] ?? unknown;
  const filename = asText(piece["filename"]);
  return { type: "file", mediaType, url, ...(filename !== undefined && { filename }) };
}

/** What both bodies say, without the freedom of saying it. */
function regular(body: Fields): unknown {
  const tools = ownTools(body);
  return {
    model: body["model"],
    system: asText(body["instructions"]),
    input: inputOf(body).map(regularItem),
    tools: tools.map(({ name, description, parameters }) => ({
      name,
      description: asText(description),
      parameters,
    })),
    toolChoice: tools.length > 0 ? body["tool_choice"] : undefined,
    maxTokens: body["max_output_tokens"],
    effort: asText(asFields(body["reasoning"])["effort"]),
    stream: body["stream"] === true,
  };
}

function regularItem(item: Fields): unknown {
  const { call_id, name, output } = item;
  switch (item["type"]) {
    case "reasoning":
      return {
        id: item["id"],
        encrypted: asText(item["encrypted_content"]),
        summary: item["summary"],
        content: asList(item["content"]),
      };
    case "function_call":
      return { call_id, name, input: JSON.parse(String(item["arguments"])) as unknown };
    case "function_call_output":
      // Our tools give values, which go as JSON: parts of a message are none of them.
      return { call_id, output: typeof output === "string" ? output : JSON.stringify(output) };
    default:
      return {
        role: rolesInUse[String(item["role"])] ?? "assistant",
        phase: item["phase"],
        content: contentOf(item).map(
          (piece) => piece["text"] ?? piece["image_url"] ?? piece["file_data"] ?? piece["file_url"],
        ),
      };
  }
}

const ownItems = new Set(["message", "reasoning", "function_call", "function_call_output"]);

/** The items of a request but those that only the provider's own tools know. */
function inputOf(body: Fields): Fields[] {
  const { input } = body;
  if (typeof input === "string") return [{ role: "user", content: input }];
  return asList(input)
    .map(asFields)
    .filter((item) => ownItems.has(asText(item["type"]) ?? "message"));
}

function contentOf({ content }: Fields): Fields[] {
  return typeof content === "string" ? [{ text: content }] : asList(content).filter(isFields);
}

/** The tools an app declares; those of another type run at the provider. */
function ownTools(body: Fields): Fields[] {
  return asList(body["tools"])
    .map(asFields)
    .filter((tool) => tool["type"] === "function");
}
