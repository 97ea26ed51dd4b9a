import type { ChatRequest, ToolChoice } from "../types.js";

/** The fields of a request that offer its tools. */
export function toolFields({ tools = [], toolChoice }: ChatRequest): Record<string, unknown> {
  if (tools.length === 0) return {};
  return {
    tools: tools.map(({ name, description, inputSchema }) => ({
      type: "function",
      function: { name, ...(description && { description }), parameters: inputSchema },
    })),
    ...(toolChoice && { tool_choice: toWireChoice(toolChoice) }),
  };
}

function toWireChoice(choice: ToolChoice): unknown {
  return typeof choice === "string"
    ? choice
    : { type: "function", function: { name: choice.toolName } };
}
