import { ChatError } from "../client/errors.js";
import type { ToolDefinition } from "../client/types.js";
import type { ChatTool, ChatTools, JSONSchema, StandardSchema } from "./tools.js";

/** The tools as a request offers them. @throws ChatError `bad_request` for a schema that cannot be written as JSON Schema. */
export function toDefinitions(tools: ChatTools): ToolDefinition[] {
  return Object.entries(tools).map(([name, { description, inputSchema }]) => ({
    name,
    ...(description !== undefined && { description }),
    inputSchema: toJSONSchema(name, inputSchema),
  }));
}

/** What is wrong with the arguments of a call, for the model; `undefined` for nothing. */
export async function faultOfInput(
  { inputSchema }: ChatTool,
  input: unknown,
): Promise<string | undefined> {
  if (!isStandard(inputSchema)) return faultBySchema(inputSchema, input);
  const { issues } = await inputSchema["~standard"].validate(input);
  return issues
    ?.map(({ message, path = [] }) => [...path.map(nameOf), message].join(": "))
    .join("\n");
}

function toJSONSchema(name: string, schema: ChatTool["inputSchema"]): JSONSchema {
  if (!isStandard(schema)) return schema;
  const written = schema["~standard"].jsonSchema?.input({ target: "draft-07" });
  if (written) return written;
  throw new ChatError(
    "bad_request",
    `The schema of the tool "${name}" cannot write itself as JSON Schema. Pass a JSON Schema, or a schema of a newer version of your library.`,
  );
}

function isStandard(schema: ChatTool["inputSchema"]): schema is StandardSchema {
  return "~standard" in schema;
}

async function faultBySchema(schema: JSONSchema, input: unknown): Promise<string | undefined> {
  const { Validator } = await import("@cfworker/json-schema");
  const { valid, errors } = new Validator(schema, "7", false).validate(input);
  if (valid) return undefined;
  // The first of each place says the most; those above it only say that something below is wrong.
  const deepest = errors.filter(({ keyword }) => keyword !== "properties" && keyword !== "items");
  return deepest.map(({ instanceLocation, error }) => `${instanceLocation}: ${error}`).join("\n");
}

function nameOf(segment: unknown): string {
  return typeof segment === "object" && segment !== null && "key" in segment
    ? String(segment.key)
    : String(segment);
}
