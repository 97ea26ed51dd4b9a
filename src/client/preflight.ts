import type { UIMessage } from "./messages.js";
import type { ModelInfo, ToolDefinition } from "./types.js";

/** What speaks against sending, for a program. */
export type PreflightCode =
  | "vision_unsupported"
  | "image_type"
  | "image_too_large"
  | "too_many_images"
  | "request_too_large"
  | "file_unsupported"
  | "tools_unsupported"
  | "context_window"
  | "context_nearly_full";

/** What a person can do about it, for a program. */
export type RemedyId = "choose_model" | "remove_images" | "shrink_images" | "drop_oldest_turns";

/** One thing that speaks against sending a conversation to a model. */
export interface PreflightFinding {
  readonly code: PreflightCode;
  /** `error`: it would be refused. `warning`: it may go. */
  readonly severity: "error" | "warning";
  /** What is the matter and what to do, a sentence or two for people. */
  readonly message: string;
  /** The best first. */
  readonly remedies: readonly RemedyId[];
}

/** A conversation about to be sent. */
export interface PreflightInput {
  /** The whole conversation, the draft last. */
  messages: readonly UIMessage[];
  /** What is known of the model; what is not known speaks against nothing. */
  model: ModelInfo;
  system?: string | undefined;
  tools?: readonly ToolDefinition[] | undefined;
}

/** What speaks against sending a conversation to a model: errors first; empty when nothing does. Pure and without I/O. */
export function preflight(_input: PreflightInput): PreflightFinding[] {
  return [];
}
