import { describe, expect, test } from "vitest";
import { asFields, asList, asText, type Fields, isFields } from "../../src/client/looseJSON.js";
import type { UIMessage, UIMessagePart } from "../../src/client/messages.js";
import { openaiChat } from "../../src/client/protocols/openaiChat.js";
import type { ChatRequest, ToolChoice } from "../../src/client/types.js";
import { recording, recordingsOf } from "./judge.js";

const sent = recordingsOf("openai-chat").flatMap((name) => {
  const { request, target } = recording(name);
  return request ? [{ name, request, target }] : [];
});

describe.skipIf(sent.length === 0)("recorded requests of the OpenAI Chat family", () => {
  test.each(sent)("$name", ({ request, target }) => {
    const model = String(request["model"]);
    const wire = openaiChat.toRequest(
      conversationOf(request),
      { ...target, model },
      { stream: request["stream"] === true },
    );
    expect(regular(asFields(wire.body))).toEqual(regular(request));
  });
});

/** The conversation that a Chat Completions request says. What no setting of ours asks for is not in it. */
function conversationOf(body: Fields): ChatRequest {
  const turns = asList(body["messages"]).map(asFields);
  const results = new Map(turns.map((turn) => [turn["tool_call_id"], textIn(turn["content"])]));
  const config = {
    maxTokens: body["max_completion_tokens"] ?? body["max_tokens"],
    temperature: body["temperature"],
    topP: body["top_p"],
    frequencyPenalty: body["frequency_penalty"],
    presencePenalty: body["presence_penalty"],
    reasoningEffort: body["reasoning_effort"],
  };
  return {
    model: String(body["model"]),
    messages: turns.flatMap((turn, index): UIMessage[] => {
      const role = rolesInUse[String(turn["role"])];
      return role ? [{ id: `${index}`, role, parts: partsOf(turn, results) }] : [];
    }),
    tools: ownTools(body).map(({ name, description, parameters }) => ({
      name: String(name),
      description: asText(description),
      inputSchema: asFields(parameters),
    })),
    toolChoice: body["tool_choice"] as ToolChoice | undefined,
    config: Object.fromEntries(Object.entries(config).filter(([, value]) => value !== undefined)),
  };
}

const rolesInUse: Readonly<Record<string, UIMessage["role"]>> = {
  system: "system",
  developer: "system",
  user: "user",
  assistant: "assistant",
};

function partsOf(turn: Fields, results: ReadonlyMap<unknown, string>): UIMessagePart[] {
  const thought = asText(turn["reasoning_content"]);
  const said = piecesOf(turn["content"]).map((piece): UIMessagePart => {
    if ("text" in piece) return { type: "text", text: piece.text };
    const mediaType = /^data:([^;,]+)/.exec(piece.image)?.[1] ?? "image/*";
    return { type: "file", mediaType, url: piece.image };
  });
  const calls = asList(turn["tool_calls"]).map((call): UIMessagePart => {
    const { id, function: called } = asFields(call);
    const { name, arguments: args } = asFields(called);
    return {
      type: `tool-${String(name)}`,
      toolCallId: String(id),
      state: "output-available",
      input: JSON.parse(String(args)) as unknown,
      output: results.get(id),
    };
  });
  return [...(thought ? [{ type: "reasoning" as const, text: thought }] : []), ...said, ...calls];
}

/** What both bodies say, without the freedom of saying it: who instructs, how a token limit and an image are written. */
function regular(body: Fields): unknown {
  const tools = ownTools(body);
  return {
    model: body["model"],
    messages: asList(body["messages"]).map((one) => {
      const { role, content, tool_calls, tool_call_id, reasoning_content } = asFields(one);
      return {
        role: rolesInUse[String(role)] ?? role,
        content: role === "tool" ? textIn(content) : piecesOf(content),
        calls: asList(tool_calls).map((call) => {
          const { id, function: called } = asFields(call);
          const { name, arguments: args } = asFields(called);
          return { id, name, input: JSON.parse(String(args)) as unknown };
        }),
        id: asText(tool_call_id),
        thought: asText(reasoning_content),
      };
    }),
    tools,
    toolChoice: tools.length > 0 ? body["tool_choice"] : undefined,
    maxTokens: body["max_completion_tokens"] ?? body["max_tokens"],
    temperature: body["temperature"],
    topP: body["top_p"],
    frequencyPenalty: body["frequency_penalty"],
    presencePenalty: body["presence_penalty"],
    effort: body["reasoning_effort"],
    stream: body["stream"] === true,
  };
}

type Piece = { text: string } | { image: string };

/** Content as pieces; texts side by side are one, as they are to the model. What a model thought is none of it. */
function piecesOf(content: unknown): Piece[] {
  const text = asText(content);
  if (text) return [{ text }];
  const pieces: Piece[] = [];
  for (const piece of asList(content).filter(isFields)) {
    const address = asFields(piece["image_url"])["url"] ?? piece["image_url"];
    const last = pieces.at(-1);
    if (typeof address === "string") pieces.push({ image: address });
    else if (piece["type"] === "text" && last && "text" in last) {
      last.text += `\n${String(piece["text"])}`;
    } else if (piece["type"] === "text") pieces.push({ text: String(piece["text"]) });
  }
  return pieces;
}

function textIn(content: unknown): string {
  return piecesOf(content)
    .map((piece) => ("text" in piece ? piece.text : ""))
    .join("\n");
}

/** The tools an app declares; those of another type run at the provider. */
function ownTools(body: Fields): { name: unknown; description: unknown; parameters: unknown }[] {
  return asList(body["tools"])
    .map((tool) => asFields(asFields(tool)["function"]))
    .filter((tool) => tool["name"] !== undefined)
    .map(({ name, description, parameters }) => ({
      name,
      description: asText(description),
      parameters,
    }));
}
