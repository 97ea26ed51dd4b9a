import type { UIMessage } from "../client/messages.js";

/** A JSON Schema of an object. */
export type JSONSchema = Readonly<Record<string, unknown>>;

/**
 * A schema of a validation library (Zod from 4.2, ArkType, Valibot with its JSON Schema package), which checks values and
 * can write itself as JSON Schema.
 *
 * @see https://standardschema.dev
 */
export interface StandardSchema<Input = unknown> {
  readonly "~standard": {
    readonly validate: (value: unknown) => StandardResult<Input> | Promise<StandardResult<Input>>;
    readonly jsonSchema?:
      | { readonly input: (options: { target: "draft-07" }) => Record<string, unknown> }
      | undefined;
  };
}

/** What a validation library says of a value. */
export type StandardResult<Input> =
  | { readonly value: Input; readonly issues?: undefined }
  | {
      readonly issues: readonly {
        readonly message: string;
        readonly path?: readonly unknown[] | undefined;
      }[];
    };

/** What a tool is told beside its arguments. */
export interface ToolCallOptions {
  toolCallId: string;
  /** The conversation up to the call. */
  messages: readonly UIMessage[];
  /** Aborts when the person stops the answer. Owned by the chat. */
  signal: AbortSignal;
}

/** A tool that the model may call. */
export interface ChatTool<Input = unknown> {
  /** For the model: what it does and when to use it. */
  description?: string | undefined;
  /** What its arguments are. They are checked before it is called. */
  inputSchema: JSONSchema | StandardSchema<Input>;
  /**
   * Does it. What it returns goes back to the model and is shown: text, data, or what MCP calls content; a React node is
   * shown alone. What it throws goes back to the model as an error. Without it the app answers with `addToolOutput`.
   */
  // A method, so that a tool with arguments of its own is one of the tools.
  execute?(input: Input, options: ToolCallOptions): unknown;
  /** Whether a person has to allow the call first. Default: false. */
  needsApproval?: boolean | ((input: unknown) => boolean | Promise<boolean>) | undefined;
}

/** The tools of a chat by their names: letters, digits, `_` and `-`, at most 64. */
export type ChatTools = Readonly<Record<string, ChatTool>>;
