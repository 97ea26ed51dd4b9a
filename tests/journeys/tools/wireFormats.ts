import { asFields, asList, asText, type Fields } from "../../../src/client/looseJSON.js";
import { chatChunks, messagesEvents, sse } from "../../client/historyBytes.js";

/** A call that a scripted model makes. */
export interface ScriptedCall {
  id: string;
  name: string;
  args: Record<string, unknown>;
}

/** How one provider is spoken to, as far as tools go. */
export interface WireFormat {
  /** The end of the path its requests go to. */
  path: RegExp;
  /** The last question, and the results of the calls that were made for it. */
  read(body: Fields): { question: string; results: string[] };
  writeCalls(calls: readonly ScriptedCall[]): Uint8Array;
  writeText(text: string): Uint8Array;
}

/** The words of a content that is text or a list of blocks. */
function wordsIn(content: unknown): string {
  if (typeof content === "string") return content;
  return asList(content)
    .map((block) => asText(asFields(block)["text"]) ?? "")
    .join("");
}

/** The last text of the person, and what stands behind it: a result may share a message with the next question. */
function userBlocks(
  messages: readonly unknown[],
  content: string,
): { asked: string; after: Fields[] } {
  const blocks = messages
    .map(asFields)
    .filter(({ role }) => role === "user" || role === "function")
    .flatMap((message) => {
      const given = message[content];
      return typeof given === "string" ? [{ text: given }] : asList(given).map(asFields);
    });
  const at = blocks.findLastIndex(({ text }) => typeof text === "string");
  return { asked: wordsIn([blocks[at]]), after: blocks.slice(at + 1) };
}

const openai: WireFormat = {
  path: /\/chat\/completions$/,
  read(body) {
    const messages = asList(body["messages"]).map(asFields);
    const asked = messages.findLastIndex(({ role }) => role === "user");
    return {
      question: wordsIn(messages[asked]?.["content"]),
      results: messages
        .slice(asked)
        .filter(({ role }) => role === "tool")
        .map(({ content }) => wordsIn(content)),
    };
  },
  writeCalls: (calls) =>
    chatChunks("tool_calls", {
      tool_calls: calls.map(({ id, name, args }, index) => ({
        index,
        id,
        type: "function",
        function: { name, arguments: JSON.stringify(args) },
      })),
    }),
  writeText: (text) => chatChunks("stop", { content: text }),
};

const anthropic: WireFormat = {
  path: /\/messages$/,
  read(body) {
    const blocks = userBlocks(asList(body["messages"]), "content");
    return {
      question: blocks.asked,
      results: blocks.after
        .filter(({ type }) => type === "tool_result")
        .map(({ content }) => wordsIn(content)),
    };
  },
  writeCalls: (calls) =>
    messagesEvents(
      "tool_use",
      ...calls.map(({ id, name, args }) => ({
        start: { type: "tool_use", id, name, input: {} },
        deltas: [{ type: "input_json_delta", partial_json: JSON.stringify(args) }],
      })),
    ),
  writeText: (text) =>
    messagesEvents("end_turn", {
      start: { type: "text", text: "" },
      deltas: [{ type: "text_delta", text }],
    }),
};

const gemini: WireFormat = {
  path: /:streamGenerateContent$/,
  read(body) {
    const blocks = userBlocks(asList(body["contents"]), "parts");
    return {
      question: blocks.asked,
      results: blocks.after.flatMap(({ functionResponse }) =>
        functionResponse ? [JSON.stringify(asFields(functionResponse)["response"])] : [],
      ),
    };
  },
  writeCalls: (calls) =>
    geminiChunk(calls.map(({ name, args }) => ({ functionCall: { name, args } }))),
  writeText: (text) => geminiChunk([{ text }]),
};

function geminiChunk(parts: Fields[]): Uint8Array {
  return sse([
    { candidates: [{ index: 0, content: { role: "model", parts }, finishReason: "STOP" }] },
  ]);
}

/** The formats by the ids of their providers. */
export const formats: Readonly<Record<string, WireFormat>> = { openai, anthropic, gemini };
