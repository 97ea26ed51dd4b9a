import { asFields, asList, asText, type Fields } from "../../src/client/looseJSON.js";
import type { UIMessage, UIMessagePart } from "../../src/client/messages.js";
import { ollamaChat } from "../../src/client/protocols/ollamaChat.js";
import type { ChatRequest } from "../../src/client/types.js";
import { describeRecorded } from "./recordedReader.js";

describeRecorded({ prefix: "ollama", protocol: ollamaChat, conversationOf, regular });

/** The results of Ollama's calls follow them in order. */
function conversationOf(body: Fields): ChatRequest {
  const sent = asList(body["messages"]).map(asFields);
  const messages = sent.flatMap((message, index): UIMessage[] => {
    const role = message["role"];
    if (role === "tool") return [];
    const results = sent.slice(index + 1);
    return [
      {
        id: `${index}`,
        role: role === "system" || role === "user" ? role : "assistant",
        parts: partsOf(message, results, index),
      },
    ];
  });
  const options = asFields(body["options"]);
  return {
    model: String(body["model"]),
    messages,
    tools: asList(body["tools"]).map((tool) => {
      const { name, description, parameters } = asFields(asFields(tool)["function"]);
      return {
        name: String(name),
        description: asText(description),
        inputSchema: asFields(parameters),
      };
    }),
    config: Object.fromEntries(
      [
        ["maxTokens", "num_predict"],
        ["temperature", "temperature"],
        ["topP", "top_p"],
        ["topK", "top_k"],
      ].flatMap(([key = "", name = ""]) => (name in options ? [[key, options[name]]] : [])),
    ),
  };
}

function partsOf(message: Fields, results: readonly Fields[], index: number): UIMessagePart[] {
  const { thinking, content, images, tool_calls: calls } = message;
  const parts: UIMessagePart[] = [];
  const ollama = { thinking: true };
  if (asText(thinking)) {
    parts.push({ type: "reasoning", text: String(thinking), providerMetadata: { ollama } });
  }
  if (asText(content)) parts.push({ type: "text", text: String(content) });
  for (const image of asList(images)) {
    const url = `data:image/png;base64,${String(image)}`;
    parts.push({ type: "file", mediaType: "image/png", url });
  }
  for (const [at, call] of asList(calls).entries()) {
    const { name, arguments: input } = asFields(asFields(call)["function"]);
    parts.push({
      type: `tool-${String(name)}`,
      toolCallId: `${index}-${at}`,
      state: "output-available",
      input,
      output: String(results[at]?.["content"]),
    });
  }
  return parts;
}

/** Nothing that is a default; ids, which not every server knows, are left out. */
function regular(body: Fields): unknown {
  const options = asFields(body["options"]);
  return {
    messages: asList(body["messages"]).map((one) => {
      const { role, content, images, thinking, tool_calls: calls } = asFields(one);
      return {
        role,
        content: content ?? "",
        images: asList(images),
        thinking: asText(thinking),
        calls: asList(calls).map((call) => {
          const { name, arguments: input } = asFields(asFields(call)["function"]);
          return { name, input };
        }),
      };
    }),
    tools: asList(body["tools"]),
    options: ["num_predict", "temperature", "top_p", "top_k"].map((name) => options[name]),
    stream: body["stream"] !== false,
  };
}
