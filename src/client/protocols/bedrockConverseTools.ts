import { asFields, asList, asText, type Fields, isFields } from "../looseJSON.js";
import type { Target } from "../protocol.js";
import type { ChatRequest, ToolChoice, ToolDefinition } from "../types.js";
import {
  argumentsOf,
  type CallPart,
  isAnswered,
  resultTextOf,
  toolNameOf,
} from "./answeredCalls.js";
import { type ConverseFile, isImageType, writeFile } from "./bedrockConverseFiles.js";
import type { ConverseRules } from "../limits/bedrockConverse.js";

/** A call of a tool, in an assistant message. */
export interface ConverseCall {
  toolUse: { toolUseId: string; name: string; input: Fields };
}

/** What came of it, in the user message that follows. */
export interface ConverseResult {
  toolResult: {
    toolUseId: string;
    content: ({ text: string } | { json: unknown } | ConverseFile)[];
    status?: "error";
  };
}

/** Writes a call. */
export function writeCall(call: CallPart): ConverseCall {
  return {
    toolUse: {
      toolUseId: call.toolCallId,
      name: toolNameOf(call),
      input: argumentsOf(call),
    },
  };
}

/** Writes what came of it. */
export function writeResult(call: CallPart, target: Target, rules: ConverseRules): ConverseResult {
  const isError = call.state !== "output-available";
  const content = isError ? [spoken(resultTextOf(call))] : writeOutput(call.output, target);
  return {
    toolResult: {
      toolUseId: call.toolCallId,
      content: content.map((block) =>
        rules.jsonResults && "text" in block ? { json: { result: block.text } } : block,
      ),
      ...(isError && { status: "error" as const }),
    },
  };
}

/** A tool's output: text, an object, or the list of texts and images that MCP servers answer with. */
function writeOutput(
  output: unknown,
  target: Target,
): ({ text: string } | { json: unknown } | ConverseFile)[] {
  const items = asList(asFields(output)["content"]).map(asFields);
  if (items.length > 0 && items.every(({ type }) => type === "text" || type === "image")) {
    return items.map(({ type, text, data, mimeType, mediaType = mimeType }) =>
      type === "image" && isImageType(String(mediaType))
        ? writeImage(String(mediaType), String(data), target)
        : spoken(asText(text)),
    );
  }
  if (isFields(output)) return [{ json: output }];
  return [spoken(typeof output === "string" ? output : JSON.stringify(output))];
}

/** Blank text is refused. */
function spoken(text: string | undefined): { text: string } {
  return { text: text?.trim() ? text : "(nothing)" };
}

function writeImage(mediaType: string, data: string, target: Target): ConverseFile {
  const url = /^(?:data|s3):/.test(data) ? data : `data:${mediaType};base64,${data}`;
  return writeFile({ type: "file", mediaType, url }, target, new Set());
}

/** The tools of a request, and which must be called. */
export interface ConverseToolConfig {
  tools: {
    toolSpec: { name: string; description?: string; inputSchema: { json: unknown } };
  }[];
  toolChoice?: { any: object } | { tool: { name: string } };
}

/**
 * Declares the tools. Where there are none (any more), or none may be called, the tools of the conversation are declared
 * all the same, because Bedrock refuses calls in the history without.
 */
export function writeToolConfig(
  { tools = [], toolChoice = "auto", messages }: ChatRequest,
  rules: ConverseRules,
): ConverseToolConfig | undefined {
  const offered = toolChoice === "none" ? [] : tools;
  if (offered.length > 0) {
    return { tools: offered.map(writeSpec), ...(rules.forcedTools && writeChoice(toolChoice)) };
  }
  const calls = messages.flatMap(({ parts }) => parts).filter(isAnswered);
  const names = [...new Set(calls.map(toolNameOf))];
  if (names.length === 0) return undefined;
  return { tools: names.map((name) => writeSpec({ ...retired, name })) };
}

const retired: Omit<ToolDefinition, "name"> = {
  description: "Not available any more. Do not call it.",
  inputSchema: { type: "object" },
};

function writeSpec({
  name,
  description,
  inputSchema,
}: ToolDefinition): ConverseToolConfig["tools"][0] {
  return {
    toolSpec: { name, ...(description && { description }), inputSchema: { json: inputSchema } },
  };
}

function writeChoice(choice: ToolChoice): Pick<ConverseToolConfig, "toolChoice"> {
  if (choice === "required") return { toolChoice: { any: {} } };
  return typeof choice === "object" ? { toolChoice: { tool: { name: choice.toolName } } } : {};
}
