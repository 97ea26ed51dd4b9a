/** One piece of what a request says was said, in words that are the same for every protocol. */
export type Piece =
  | { user: string }
  | { image: string }
  | { thought: string; proof?: string }
  | { hidden: string }
  | { text: string; proof?: string }
  | { call: string; input: unknown; id: string; proof?: string }
  | { result: unknown; id: string };

type Fields = Readonly<Record<string, unknown>>;
type Reader = (body: Fields) => Piece[];

const list = (value: unknown): Fields[] =>
  typeof value === "string" ? [{ type: "text", text: value }] : ((value ?? []) as Fields[]);

/** What stands at a path, such as `image.source.bytes`. */
function at(value: unknown, path: string): unknown {
  return path.split(".").reduce((inner, key) => (inner as Fields | undefined)?.[key], value);
}

/** The text at a path. */
const str = (value: unknown, path: string): string => at(value, path) as string;
const dataOf = (url: string): string => url.replace(/^data:image\/png;base64,/, "");
const spoken = (role: unknown, text: string): Piece =>
  role === "user" ? { user: text } : { text };

/** A result is an object, or a text that may hold one, or an object around such a text. */
function outputOf(value: unknown): unknown {
  if (typeof value === "string") return /^[{[]/.test(value) ? JSON.parse(value) : value;
  const inner = at(value, "output") ?? at(value, "error");
  return inner === undefined ? value : outputOf(inner);
}

function callsOf(calls: unknown): Piece[] {
  return list(calls).map((call) => ({
    call: str(call, "function.name"),
    input: JSON.parse(str(call, "function.arguments")) as unknown,
    id: str(call, "id"),
  }));
}

const chat: Reader = ({ messages }) =>
  list(messages).flatMap((message): Piece[] => {
    const { role, content, tool_plan: hidden, reasoning_content: thought } = message;
    if (role === "tool") return [{ result: outputOf(content), id: str(message, "tool_call_id") }];
    const pieces = list(content).map((part): Piece => {
      if (part["type"] === "image_url") return { image: dataOf(str(part, "image_url.url")) };
      if (part["type"] === "thinking") return { thought: str(part, "thinking") };
      return spoken(role, str(part, "text"));
    });
    const plan = typeof hidden === "string" ? [{ hidden }] : [];
    const thoughts = typeof thought === "string" && thought ? [{ thought }] : [];
    return [...thoughts, ...pieces, ...plan, ...callsOf(message["tool_calls"])];
  });

const responses: Reader = ({ input }) =>
  list(input).flatMap((item): Piece[] => {
    const id = str(item, "call_id");
    switch (item["type"]) {
      case "reasoning":
        return [{ thought: str(item, "summary.0.text"), proof: str(item, "encrypted_content") }];
      case "function_call":
        return [{ call: str(item, "name"), input: JSON.parse(str(item, "arguments")), id }];
      case "function_call_output":
        return [{ result: outputOf(item["output"]), id }];
      default:
        return list(item["content"]).map((part) =>
          part["type"] === "input_image"
            ? { image: dataOf(str(part, "image_url")) }
            : spoken(item["role"], str(part, "text")),
        );
    }
  });

const anthropic: Reader = ({ messages }) =>
  list(messages).flatMap(({ role, content }) =>
    list(content).map((block): Piece => {
      switch (block["type"]) {
        case "image":
          return { image: str(block, "source.data") };
        case "thinking":
          return { thought: str(block, "thinking"), proof: str(block, "signature") };
        case "redacted_thinking":
          return { hidden: str(block, "data") };
        case "tool_use":
          return { call: str(block, "name"), input: block["input"], id: str(block, "id") };
        case "tool_result":
          return { result: outputOf(block["content"]), id: str(block, "tool_use_id") };
        default:
          return spoken(role, str(block, "text"));
      }
    }),
  );

const gemini: Reader = ({ contents }) =>
  list(contents).flatMap(({ role, parts }) =>
    list(parts).map((part): Piece => {
      const { inlineData, functionCall: call, functionResponse: response } = part;
      const signature = part["thoughtSignature"];
      const proof = typeof signature === "string" ? { proof: signature } : {};
      if (inlineData) return { image: str(inlineData, "data") };
      if (response) {
        return { result: outputOf(at(response, "response")), id: str(response, "id") };
      }
      if (call) {
        const input = at(call, "args");
        return { call: str(call, "name"), input, id: str(call, "id"), ...proof };
      }
      if (part["thought"]) return { thought: str(part, "text"), ...proof };
      return { ...spoken(role, str(part, "text")), ...proof };
    }),
  );

const bedrock: Reader = ({ messages }) =>
  list(messages).flatMap(({ role, content }) =>
    list(content).map((block): Piece => {
      const { image, reasoningContent: thinking, toolUse: call, toolResult: result } = block;
      if (image) return { image: str(image, "source.bytes") };
      if (thinking) {
        const thought = str(thinking, "reasoningText.text");
        return { thought, proof: str(thinking, "reasoningText.signature") };
      }
      if (call) {
        return { call: str(call, "name"), input: at(call, "input"), id: str(call, "toolUseId") };
      }
      if (result) {
        const told = at(result, "content.0.json") ?? at(result, "content.0.text");
        return { result: outputOf(told), id: str(result, "toolUseId") };
      }
      return spoken(role, str(block, "text"));
    }),
  );

/** Ollama knows no ids: a result belongs to the call of its name. */
const ollama: Reader = ({ messages }) =>
  list(messages).flatMap((message): Piece[] => {
    const { role, images = [], thinking } = message;
    const content = str(message, "content");
    if (role === "tool") return [{ result: outputOf(content), id: str(message, "tool_name") }];
    const pictures = (images as string[]).map((image) => ({ image }));
    const calls = list(message["tool_calls"]).map((call) => ({
      call: str(call, "function.name"),
      input: at(call, "function.arguments"),
      id: str(call, "function.name"),
    }));
    const thoughts = typeof thinking === "string" ? [{ thought: thinking }] : [];
    return [...pictures, ...thoughts, spoken(role, content), ...calls];
  });

/** Reads the body of a request, by the id of its protocol. */
export const readers: Readonly<Record<string, Reader>> = {
  "openai-chat": chat,
  "openai-responses": responses,
  "anthropic-messages": anthropic,
  "gemini-generate": gemini,
  "bedrock-converse": bedrock,
  "ollama-chat": ollama,
  "cohere-chat": chat,
};
