import type { Target } from "../../src/client/protocol.js";
import {
  chatChunks,
  cohereEvents,
  converseFrames,
  type Event,
  messagesEvents,
  ollamaLines,
  responsesEvents,
  sse,
} from "./historyBytes.js";

/** What a model thinks, says and does in every history of these tests. */
export const said = {
  thoughts: ["They want the weather.", "Four degrees is cold."],
  texts: ["Let me look.", "It is cold in Oslo."],
  input: { city: "Oslo" },
  source: "https://weather.example/oslo",
} as const;

/** The same of an answer in which thoughts stand between texts and between calls, and one call stays without a result. */
export const mixed = {
  thoughts: ["First the north.", "Then the south.", "And the rest."],
  texts: ["I look north. ", "I look south."],
  cities: ["Oslo", "Bergen", "Rome", "Nowhere"],
} as const;

/** A model that writes a history: where it is reached, and the bytes of its two answers. */
export interface Writer {
  target: Target;
  /** Reasoning, text and a call of the tool `weather`. */
  call: Uint8Array;
  /** What it answers once it has the result, with a source. */
  answer: Uint8Array;
  /** Thought, text, thought, text, call, thought, and three calls, as in `mixed`. */
  mixed: Uint8Array;
}

const json = JSON.stringify(said.input);

function cityJSON(index: number): string {
  return JSON.stringify({ city: mixed.cities[index] });
}

function chatCall(index: number): Event {
  const called = { name: "weather", arguments: cityJSON(index) };
  return { tool_calls: [{ index, id: `call_${index}`, type: "function", function: called }] };
}

const openaiChat: Writer = {
  target: { provider: "deepseek", model: "deepseek-chat", baseURL: "https://d.example" },
  call: chatChunks(
    "tool_calls",
    { role: "assistant", reasoning_content: said.thoughts[0] },
    { content: said.texts[0] },
    {
      tool_calls: [
        { index: 0, id: "call_1", type: "function", function: { name: "weather", arguments: "" } },
      ],
    },
    { tool_calls: [{ index: 0, function: { arguments: json } }] },
  ),
  answer: chatChunks(
    "stop",
    { role: "assistant", reasoning_content: said.thoughts[1] },
    { content: said.texts[1] },
    { annotations: [{ type: "url_citation", url_citation: { url: said.source, title: "Oslo" } }] },
  ),
  mixed: chatChunks(
    "tool_calls",
    { reasoning_content: mixed.thoughts[0] },
    { content: mixed.texts[0] },
    { reasoning_content: mixed.thoughts[1] },
    { content: mixed.texts[1] },
    chatCall(0),
    { reasoning_content: mixed.thoughts[2] },
    chatCall(1),
    chatCall(2),
    chatCall(3),
  ),
};

function encryptedThought(step: number, text: string = said.thoughts[step]!): Event {
  return {
    type: "reasoning",
    id: `rs_${step}`,
    summary: [{ type: "summary_text", text }],
    encrypted_content: `sig-openai-responses-${step}`,
  };
}

function responsesCall(index: number): Event {
  return {
    type: "function_call",
    id: `fc_${index}`,
    call_id: `call_fc_${index}`,
    name: "weather",
    arguments: cityJSON(index),
  };
}

function outputText(text: string, annotations: Event[] = []): Event {
  const content = [{ type: "output_text", text, annotations }];
  return { type: "message", id: "msg_1", role: "assistant", content };
}

const openaiResponses: Writer = {
  target: { provider: "openai", model: "gpt-5", baseURL: "https://o.example/v1" },
  call: responsesEvents(encryptedThought(0), outputText(said.texts[0]), {
    type: "function_call",
    id: "fc_1",
    call_id: "call_fc_1",
    name: "weather",
    arguments: json,
  }),
  answer: responsesEvents(
    encryptedThought(1),
    outputText(said.texts[1], [{ type: "url_citation", url: said.source, title: "Oslo" }]),
  ),
  mixed: responsesEvents(
    encryptedThought(0, mixed.thoughts[0]),
    outputText(mixed.texts[0]),
    encryptedThought(1, mixed.thoughts[1]),
    outputText(mixed.texts[1]),
    responsesCall(0),
    encryptedThought(2, mixed.thoughts[2]),
    responsesCall(1),
    responsesCall(2),
    responsesCall(3),
  ),
};

interface Block {
  start: Event;
  deltas: Event[];
}

function signedThought(step: number, thinking: string = said.thoughts[step]!): Block {
  return {
    start: { type: "thinking", thinking: "", signature: "" },
    deltas: [
      { type: "thinking_delta", thinking },
      { type: "signature_delta", signature: `sig-anthropic-messages-${step}` },
    ],
  };
}

const textBlock = { type: "text", text: "" };

function mixedText(index: number): Block {
  return { start: textBlock, deltas: [{ type: "text_delta", text: mixed.texts[index] }] };
}

function anthropicCall(index: number): Block {
  return {
    start: { type: "tool_use", id: `toolu_${index}`, name: "weather", input: {} },
    deltas: [{ type: "input_json_delta", partial_json: cityJSON(index) }],
  };
}

const anthropicMessages: Writer = {
  target: { provider: "anthropic", model: "claude-sonnet-4-5", baseURL: "https://a.example/v1" },
  call: messagesEvents(
    "tool_use",
    signedThought(0),
    { start: textBlock, deltas: [{ type: "text_delta", text: said.texts[0] }] },
    {
      start: { type: "tool_use", id: "toolu_1", name: "weather", input: {} },
      deltas: [{ type: "input_json_delta", partial_json: json }],
    },
  ),
  answer: messagesEvents(
    "end_turn",
    signedThought(1),
    { start: { type: "redacted_thinking", data: "sig-anthropic-messages-hidden" }, deltas: [] },
    {
      start: textBlock,
      deltas: [
        { type: "text_delta", text: said.texts[1] },
        {
          type: "citations_delta",
          citation: { type: "web_search_result_location", url: said.source, title: "Oslo" },
        },
      ],
    },
  ),
  mixed: messagesEvents(
    "tool_use",
    signedThought(0, mixed.thoughts[0]),
    mixedText(0),
    signedThought(1, mixed.thoughts[1]),
    mixedText(1),
    anthropicCall(0),
    signedThought(2, mixed.thoughts[2]),
    anthropicCall(1),
    anthropicCall(2),
    anthropicCall(3),
  ),
};

function geminiChunks(...parts: Event[]): Uint8Array {
  const chunk = (content: Event, rest: Event = {}) => ({
    responseId: "r1",
    candidates: [{ index: 0, content: { role: "model", ...content }, ...rest }],
  });
  const web = { uri: said.source, title: "Oslo" };
  return sse([
    ...parts.map((part) => chunk({ parts: [part] })),
    chunk(
      { parts: [] },
      { finishReason: "STOP", groundingMetadata: { groundingChunks: [{ web }] } },
    ),
  ]);
}

function geminiCall(index: number, thoughtSignature?: string): Event {
  const functionCall = { name: "weather", args: { city: mixed.cities[index] } };
  return { functionCall, ...(thoughtSignature && { thoughtSignature }) };
}

const geminiGenerate: Writer = {
  target: { provider: "gemini", model: "gemini-3-pro-preview", baseURL: "https://g.example" },
  call: geminiChunks(
    { text: said.thoughts[0], thought: true },
    { text: said.texts[0] },
    {
      functionCall: { name: "weather", args: said.input },
      thoughtSignature: "sig-gemini-generate-0",
    },
  ),
  answer: geminiChunks(
    { text: said.thoughts[1], thought: true },
    { text: said.texts[1] },
    { text: "", thoughtSignature: "sig-gemini-generate-1" },
  ),
  mixed: geminiChunks(
    { text: mixed.thoughts[0], thought: true },
    { text: mixed.texts[0], thoughtSignature: "sig-gemini-generate-0" },
    { text: mixed.thoughts[1], thought: true },
    { text: mixed.texts[1], thoughtSignature: "sig-gemini-generate-1" },
    geminiCall(0, "sig-gemini-generate-2"),
    { text: mixed.thoughts[2], thought: true },
    geminiCall(1, "sig-gemini-generate-3"),
    geminiCall(2),
    geminiCall(3),
  ),
};

function reasoningDeltas(step: number, text: string = said.thoughts[step]!): Event[] {
  return [
    { reasoningContent: { text } },
    { reasoningContent: { signature: `sig-bedrock-converse-${step}` } },
  ];
}

function converseCall(index: number): Event[] {
  return [
    { start: { toolUse: { toolUseId: `tooluse_${index}`, name: "weather" } } },
    { toolUse: { input: cityJSON(index) } },
  ];
}

const bedrockConverse: Writer = {
  target: {
    provider: "bedrock",
    model: "us.anthropic.claude-sonnet-4-5-20250929-v1:0",
    baseURL: "https://b.example",
  },
  call: converseFrames(
    "tool_use",
    reasoningDeltas(0),
    [{ text: said.texts[0] }],
    [
      { start: { toolUse: { toolUseId: "tooluse_1", name: "weather" } } },
      { toolUse: { input: json } },
    ],
  ),
  answer: converseFrames("end_turn", reasoningDeltas(1), [
    { text: said.texts[1] },
    { citation: { title: "Oslo", location: { web: { url: said.source } } } },
  ]),
  mixed: converseFrames(
    "tool_use",
    reasoningDeltas(0, mixed.thoughts[0]),
    [{ text: mixed.texts[0] }],
    reasoningDeltas(1, mixed.thoughts[1]),
    [{ text: mixed.texts[1] }],
    converseCall(0),
    reasoningDeltas(2, mixed.thoughts[2]),
    converseCall(1),
    converseCall(2),
    converseCall(3),
  ),
};

function ollamaCall(index: number): Event {
  const called = { name: "weather", arguments: { city: mixed.cities[index] } };
  return { role: "assistant", content: "", tool_calls: [{ function: called }] };
}

const ollamaChat: Writer = {
  target: { provider: "ollama_chat", model: "qwen3", baseURL: "http://localhost:11434" },
  call: ollamaLines(
    { role: "assistant", content: "", thinking: said.thoughts[0] },
    { role: "assistant", content: said.texts[0] },
    {
      role: "assistant",
      content: "",
      tool_calls: [{ function: { name: "weather", arguments: said.input } }],
    },
  ),
  answer: ollamaLines(
    { role: "assistant", content: "", thinking: said.thoughts[1] },
    { role: "assistant", content: said.texts[1] },
  ),
  mixed: ollamaLines(
    { role: "assistant", content: "", thinking: mixed.thoughts[0] },
    { role: "assistant", content: mixed.texts[0] },
    { role: "assistant", content: "", thinking: mixed.thoughts[1] },
    { role: "assistant", content: mixed.texts[1] },
    ollamaCall(0),
    { role: "assistant", content: "", thinking: mixed.thoughts[2] },
    ollamaCall(1),
    ollamaCall(2),
    ollamaCall(3),
  ),
};

function cohereCall(index: number): Event {
  const called = { name: "weather", arguments: cityJSON(index) };
  return { tool_calls: { id: `weather_${index}`, type: "function", function: called } };
}

const cohereChat: Writer = {
  target: {
    provider: "cohere",
    model: "command-a-reasoning-08-2025",
    baseURL: "https://c.example",
  },
  call: cohereEvents(
    "TOOL_CALL",
    { content: { type: "thinking", thinking: said.thoughts[0] } },
    { content: { type: "text", text: said.texts[0] } },
    { tool_plan: "sig-cohere-chat-plan" },
    {
      tool_calls: {
        id: "weather_1",
        type: "function",
        function: { name: "weather", arguments: json },
      },
    },
  ),
  answer: cohereEvents(
    "COMPLETE",
    { content: { type: "thinking", thinking: said.thoughts[1] } },
    { content: { type: "text", text: said.texts[1] } },
    {
      citations: {
        start: 0,
        end: 2,
        sources: [
          { type: "document", id: "d", document: { id: "d", title: "Oslo", url: said.source } },
        ],
      },
    },
  ),
  mixed: cohereEvents(
    "TOOL_CALL",
    { content: { type: "thinking", thinking: mixed.thoughts[0] } },
    { content: { type: "text", text: mixed.texts[0] } },
    { content: { type: "thinking", thinking: mixed.thoughts[1] } },
    { content: { type: "text", text: mixed.texts[1] } },
    cohereCall(0),
    { content: { type: "thinking", thinking: mixed.thoughts[2] } },
    cohereCall(1),
    cohereCall(2),
    cohereCall(3),
  ),
};

/** One writer for each protocol, by the protocol's id. */
export const writers: Readonly<Record<string, Writer>> = {
  "openai-chat": openaiChat,
  "openai-responses": openaiResponses,
  "anthropic-messages": anthropicMessages,
  "gemini-generate": geminiGenerate,
  "bedrock-converse": bedrockConverse,
  "ollama-chat": ollamaChat,
  "cohere-chat": cohereChat,
};
