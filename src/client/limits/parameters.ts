import type { ChatConfig, ReasoningEffort } from "../types.js";
import type { OpenAIModelRules } from "./openaiModels.js";

/** How one model of the OpenAI-compatible family wants its parameters. */
export interface ParameterRules extends Omit<OpenAIModelRules, "reasoning"> {
  /** What `maxTokens` is called. */
  maxTokens: "max_tokens" | "max_completion_tokens";
  /** Parameters that the model refuses: they are left out. */
  omit: readonly (keyof ChatConfig)[];
  /** What asks for an effort, where it is not `reasoning_effort` with its name. */
  effortFields: Readonly<Partial<Record<ReasoningEffort, object>>>;
  /** The role of the system message; `user` where neither of the others is taken. */
  systemRole: "system" | "developer" | "user";
  /** Whether token counts of a stream have to be asked for with `stream_options`. */
  streamOptions: boolean;
  /** The headers of the key. */
  keyHeaders: readonly string[];
  /** `url`: `image_url` is the address itself, not an object. */
  imageURL: "object" | "url";
  /** Media types taken beside images, as prefixes. */
  files: readonly string[];
  /** Documents are written as their address alone. Default: as OpenAI's `file`. */
  documents?: "document_url" | undefined;
  /** Whether it wants to see its own reasoning again beside the calls that came of it. */
  returnsReasoning: boolean;
  /** Whether user and assistant must take turns strictly: then messages of one role in a row are merged. */
  mergeTurns: boolean;
}

/** Every step. */
export const everyEffort = ["none", "minimal", "low", "medium", "high", "xhigh"] as const;

/** What nearly every model takes. */
export const usualParameters: ParameterRules = {
  maxTokens: "max_tokens",
  omit: ["topK"],
  efforts: everyEffort,
  samplingAt: ["default", ...everyEffort],
  effortFields: {},
  systemRole: "system",
  streamOptions: true,
  keyHeaders: ["authorization"],
  imageURL: "object",
  files: [],
  returnsReasoning: false,
  mergeTurns: false,
};

/** What a gateway is sent: it knows itself what the model behind it refuses. */
export const gatewayParameters: ParameterRules = { ...usualParameters, omit: [] };
