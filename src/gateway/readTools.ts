import { asFields, isFields } from "../client/looseJSON.js";
import type { ChatRequest, ToolChoice, ToolDefinition } from "../client/types.js";
import { badRequest } from "./errorAnswer.js";

/** As many as OpenAI takes. */
const maxTools = 128;

const namePattern = /^[\w-]{1,64}$/;

/** What of a request is about tools. */
type Tools = Pick<ChatRequest, "tools" | "toolChoice">;

/**
 * Reads `tools` and `tool_choice`. Tools are functions; none of them is run here. Whether the answer keeps to the schema
 * (`strict`) is the provider's affair: the schema goes there either way.
 *
 * @see https://platform.openai.com/docs/api-reference/chat/create#chat-create-tools
 * @throws ChatError with status 400 that names the place, as in `tools[1].function.name`.
 */
export function readTools(body: Readonly<Record<string, unknown>>): Tools {
  const tools = readList(body["tools"] ?? []);
  const toolChoice = readChoice(body["tool_choice"] ?? undefined, tools);
  if (tools.length === 0) return {};
  if (body["parallel_tool_calls"] === false) {
    throw badRequest(
      "The gateway cannot keep a model from calling several tools at once. Send the request without parallel_tool_calls.",
      "parallel_tool_calls",
    );
  }
  return { tools, ...(toolChoice !== undefined && { toolChoice }) };
}

function readList(list: unknown): ToolDefinition[] {
  if (!Array.isArray(list)) throw badRequest("tools is not a list.", "tools");
  if (list.length > maxTools) {
    throw badRequest(`The request has more than the ${maxTools} tools it may have.`, "tools");
  }
  const names = new Set<string>();
  return list.map((value: unknown, index) => {
    const tool = readTool(value, `tools[${index}]`);
    if (names.has(tool.name)) {
      throw badRequest(
        `Two tools have the name "${tool.name}". Give each its own.`,
        `tools[${index}].function.name`,
      );
    }
    names.add(tool.name);
    return tool;
  });
}

function readTool(value: unknown, at: string): ToolDefinition {
  const { type, function: definition } = asFields(value);
  if (type !== "function" || !isFields(definition)) {
    throw badRequest(`${at} is not { type: "function", function: { name, parameters } }.`, at);
  }
  const { name, description = null, parameters = null } = definition;
  if (typeof name !== "string" || !namePattern.test(name)) {
    throw badRequest(
      `${at}.function.name is not a name of 1 to 64 letters, digits, "_" and "-".`,
      `${at}.function.name`,
    );
  }
  if (description !== null && typeof description !== "string") {
    throw badRequest(`${at}.function.description is not text.`, `${at}.function.description`);
  }
  if (parameters !== null && !isFields(parameters)) {
    throw badRequest(
      `${at}.function.parameters is not a JSON Schema of an object.`,
      `${at}.function.parameters`,
    );
  }
  return {
    name,
    ...(description && { description }),
    // Without parameters a function has none.
    inputSchema: parameters ?? { type: "object", properties: {} },
  };
}

function readChoice(choice: unknown, tools: readonly ToolDefinition[]): ToolChoice | undefined {
  if (choice === undefined || choice === "auto" || choice === "none") return choice;
  const { type, function: named } = asFields(choice);
  const { name } = asFields(named);
  const toolName = type === "function" && typeof name === "string" ? name : undefined;
  if (choice !== "required" && toolName === undefined) {
    throw badRequest(
      'tool_choice is neither "auto", "none", "required" nor { type: "function", function: { name } }.',
      "tool_choice",
    );
  }
  if (toolName === undefined ? tools.length === 0 : !tools.some((tool) => tool.name === toolName)) {
    throw badRequest(
      "tool_choice asks for a call of a tool that the request does not have. Add it to tools.",
      "tool_choice",
    );
  }
  return toolName === undefined ? "required" : { toolName };
}
