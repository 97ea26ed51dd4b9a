import { describe, expect, test } from "vitest";
import { asFields, asList, asText, type Fields, isFields } from "../../src/client/looseJSON.js";
import type { UIMessage, UIMessagePart } from "../../src/client/messages.js";
import { bedrockConverse } from "../../src/client/protocols/bedrockConverse.js";
import type { ChatRequest, ToolChoice } from "../../src/client/types.js";
import { allCuts, bodyOf } from "../client/byteStreams.js";
import { readAnswer } from "../client/readAnswer.js";
import { judged, recording, recordingsOf, wanted } from "./judge.js";

const names = recordingsOf("bedrock-converse");
const isError = (name: string): boolean => name.startsWith("bedrock-converse.error.");

describe.skipIf(names.length === 0)("recorded answers of Bedrock", () => {
  test.each(names.filter((name) => !isError(name)))("%s", async (name) => {
    const recorded = recording(name);
    const answers = await Promise.all(
      allCuts(recorded.bytes).map(([, chunks]) =>
        readAnswer(bedrockConverse.readStream(bodyOf(chunks), recorded.target)),
      ),
    );
    expect(answers.map((answer) => judged(answer, recorded))).toEqual(
      answers.map(() => wanted(recorded)),
    );
    expect(answers.map(({ toolCalls }) => toolCalls.map(({ id }) => id))).toEqual(
      answers.map(() => recorded.expected.toolCalls.map(({ id }) => id)),
    );
  });

  test.each(names.filter(isError))("%s", async (name) => {
    const { meta, expected, bytes, target } = recording(name);
    const headers = { "x-amzn-errortype": "ValidationException:http://internal.amazon.com/" };
    const response = new Response(bytes, { status: meta.status, headers });
    expect(await bedrockConverse.readError?.(response, target)).toMatchObject({
      code: "bad_request",
      status: meta.status,
      details: expected.message,
    });
  });
});

describe.skipIf(names.length === 0)("recorded requests to Bedrock", () => {
  const sent = names.flatMap((name) => {
    const { request, target } = recording(name);
    return request ? ([[name, request, target]] as const) : [];
  });

  test.each(sent)("%s", (_name, request, target) => {
    const wire = bedrockConverse.toRequest(conversationOf(request), target);
    expect(regular(asFields(wire.body))).toEqual(regular(request));
  });
});

/** The conversation that a Converse request says. */
function conversationOf(body: Fields): ChatRequest {
  const turns = asList(body["messages"]).map(asFields);
  const blocks = turns.flatMap(({ content }) => asList(content).map(asFields));
  const results = new Map(
    blocks
      .map(({ toolResult }) => asFields(toolResult))
      .map((result) => [String(result["toolUseId"]), result]),
  );
  const { tools, toolChoice } = asFields(body["toolConfig"]);
  const config = asFields(body["inferenceConfig"]);
  return {
    model: "m",
    system: asList(body["system"])
      .map((block) => String(asFields(block)["text"]))
      .join("\n\n"),
    messages: turns.map(({ role, content }, index): UIMessage => ({
      id: `${index}`,
      role: role === "user" ? "user" : "assistant",
      parts: asList(content).flatMap((block) => partOf(asFields(block), results)),
    })),
    tools: asList(tools).map((tool) => {
      const { name, description, inputSchema } = asFields(asFields(tool)["toolSpec"]);
      return {
        name: String(name),
        description: asText(description),
        inputSchema: asFields(asFields(inputSchema)["json"]),
      };
    }),
    toolChoice: toolChoiceOf(asFields(toolChoice)),
    config: {
      maxTokens: config["maxTokens"] as number | undefined,
      temperature: config["temperature"] as number | undefined,
      topP: config["topP"] as number | undefined,
    },
  };
}

function partOf(block: Fields, results: ReadonlyMap<string, Fields>): UIMessagePart[] {
  const text =
    asText(block["text"]) ?? asText(asFields(asFields(block["guardContent"])["text"])["text"]);
  if (text) return [{ type: "text", text }];
  if (isFields(block["image"])) return [fileOf("image", block["image"])];
  if (isFields(block["document"])) {
    return [
      { ...fileOf("application", block["document"]), filename: String(block["document"]["name"]) },
    ];
  }
  if (!isFields(block["toolUse"])) return [];
  const { toolUseId, name, input } = block["toolUse"];
  const toolCallId = String(toolUseId);
  const content = asList(results.get(toolCallId)?.["content"]).map(asFields);
  return [
    {
      type: `tool-${String(name)}`,
      toolCallId,
      input,
      state: "output-available",
      output: outputOf(content),
    },
  ];
}

type FileOf = Extract<UIMessagePart, { type: "file" }>;

function fileOf(kind: string, { format, source }: Fields): FileOf {
  const { bytes, s3Location } = asFields(source);
  const mediaType = `${kind}/${String(format)}`;
  const uri = asText(asFields(s3Location)["uri"]);
  return { type: "file", mediaType, url: uri ?? `data:${mediaType};base64,${String(bytes)}` };
}

/** Objects and texts as they are, images as MCP servers answer with them. */
function outputOf(content: readonly Fields[]): unknown {
  if (content.some(({ image }) => isFields(image))) {
    return {
      content: content.map((block) => {
        if (!isFields(block["image"])) return { type: "text", text: block["text"] };
        const { url, mediaType } = fileOf("image", block["image"]);
        return { type: "image", data: url, mimeType: mediaType };
      }),
    };
  }
  return content[0]?.["json"] ?? content[0]?.["text"];
}

function toolChoiceOf({ any, tool }: Fields): ToolChoice | undefined {
  if (tool) return { toolName: String(asFields(tool)["name"]) };
  return any ? "required" : undefined;
}

/** What both bodies say, without the freedom of saying it: no empty fields, nothing that is a default. */
function regular(body: Fields): unknown {
  const { tools, toolChoice } = asFields(body["toolConfig"]);
  const { stopSequences: _stop, ...config } = asFields(body["inferenceConfig"]);
  return {
    system: asList(body["system"]),
    messages: asList(body["messages"]).map((message) => {
      const { role, content } = asFields(message);
      return { role, content: asList(content).map(regularBlock) };
    }),
    tools: asList(tools),
    toolChoice: asFields(toolChoice)["auto"] ? undefined : toolChoice,
    config,
  };
}

/** What a guardrail is to look at is text all the same, and a result is a success unless it says otherwise. */
function regularBlock(block: unknown): unknown {
  const { guardContent, toolResult } = asFields(block);
  if (isFields(guardContent)) return { text: asFields(guardContent["text"])["text"] };
  if (!isFields(toolResult)) return block;
  const { status = "success", ...rest } = toolResult;
  return { toolResult: { status, ...rest } };
}
