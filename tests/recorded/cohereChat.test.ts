import { asFields, asList, asText, type Fields } from "../../src/client/looseJSON.js";
import type { UIMessage, UIMessagePart } from "../../src/client/messages.js";
import { cohereChat } from "../../src/client/protocols/cohereChat.js";
import type { ChatRequest, ToolChoice } from "../../src/client/types.js";
import { describeRecorded } from "./recordedReader.js";

describeRecorded({ prefix: "cohere-v2", protocol: cohereChat, conversationOf, regular });

function conversationOf(body: Fields): ChatRequest {
  const sent = asList(body["messages"]).map(asFields);
  const results = new Map<unknown, string>();
  for (const { tool_call_id: id, content } of sent) if (id) results.set(id, textIn(content));
  return {
    model: String(body["model"]),
    messages: sent.flatMap((message, index): UIMessage[] => {
      const { role } = message;
      if (role === "tool") return [];
      return [
        {
          id: `${index}`,
          role: role === "system" || role === "user" ? role : "assistant",
          parts: partsOf(message, results),
        },
      ];
    }),
    tools: asList(body["tools"]).map((tool) => {
      const { name, description, parameters } = asFields(asFields(tool)["function"]);
      return {
        name: String(name),
        description: asText(description),
        inputSchema: asFields(parameters),
      };
    }),
    toolChoice: toolChoiceOf(body["tool_choice"]),
    config: Object.fromEntries(
      [
        ["maxTokens", "max_tokens"],
        ["temperature", "temperature"],
        ["topP", "p"],
        ["topK", "k"],
      ].flatMap(([key = "", name = ""]) => (body[name] === undefined ? [] : [[key, body[name]]])),
    ),
  };
}

function partsOf(message: Fields, results: ReadonlyMap<unknown, string>): UIMessagePart[] {
  const pieces = blocksOf(message["content"]).map((block): UIMessagePart => {
    const thinking = asText(block["thinking"]);
    const cohere = { thinking: true };
    if (thinking) return { type: "reasoning", text: thinking, providerMetadata: { cohere } };
    const url = asText(asFields(block["image_url"])["url"]);
    if (url) return { type: "file", mediaType: "image/*", url };
    return { type: "text", text: String(block["text"]) };
  });
  const toolPlan = asText(message["tool_plan"]);
  const calls = asList(message["tool_calls"]).map((one): UIMessagePart => {
    const { id, function: called } = asFields(one);
    const { name, arguments: args } = asFields(called);
    return {
      type: `tool-${String(name)}`,
      toolCallId: String(id),
      state: "output-available",
      input: JSON.parse(String(args)) as unknown,
      output: results.get(id),
      ...(toolPlan && { callProviderMetadata: { cohere: { toolPlan } } }),
    };
  });
  return [...pieces, ...calls];
}

function toolChoiceOf(choice: unknown): ToolChoice | undefined {
  if (choice === "REQUIRED") return "required";
  return choice === "NONE" ? "none" : undefined;
}

/** Content as blocks, nothing that is a default. */
function regular(body: Fields): unknown {
  const { max_tokens, temperature, p, k, tool_choice } = body;
  return {
    messages: asList(body["messages"]).map((one) => {
      const { role, content, tool_plan, tool_calls, tool_call_id } = asFields(one);
      return {
        role,
        content: role === "tool" ? textIn(content) : blocksOf(content),
        plan: asText(tool_plan),
        calls: asList(tool_calls).map((call) => {
          const { id, function: called } = asFields(call);
          const { name, arguments: args } = asFields(called);
          return { id, name, input: JSON.parse(String(args)) as unknown };
        }),
        tool_call_id,
      };
    }),
    tools: asList(body["tools"]),
    parameters: { max_tokens, temperature, p, k, tool_choice },
    stream: body["stream"] === true,
  };
}

function blocksOf(content: unknown): Fields[] {
  const text = asText(content);
  return text ? [{ type: "text", text }] : asList(content).map(asFields);
}

/** The text of a result, which may come as a string or as documents. */
function textIn(content: unknown): string {
  const documents = asList(content).map((one) => asFields(asFields(one)["document"]));
  return asText(content) ?? documents.map(({ data }) => asText(data) ?? "").join("\n");
}
