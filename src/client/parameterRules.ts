import type { ChatConfig } from "./types.js";

/** How one model of the OpenAI-compatible family wants its parameters. */
export interface ParameterRules {
  /** What `maxTokens` is called. */
  maxTokens: "max_tokens" | "max_completion_tokens";
  /** Parameters that the model refuses: they are left out. */
  omit: readonly (keyof ChatConfig)[];
  /** The role of the system message; `user` where neither of the others is taken. */
  systemRole: "system" | "developer" | "user";
  /** Whether token counts of a stream have to be asked for with `stream_options`. */
  streamOptions: boolean;
  /** The header of the key. */
  keyHeader: "authorization" | "api-key";
  /** `url`: `image_url` is the address itself, not an object. */
  imageURL: "object" | "url";
  /** Media types taken beside images, as prefixes. */
  files: readonly string[];
  /** Whether user and assistant must take turns strictly: then messages of one role in a row are merged. */
  mergeTurns: boolean;
}

/** What nearly every model takes. */
export const usualParameters: ParameterRules = {
  maxTokens: "max_tokens",
  omit: ["topK"],
  systemRole: "system",
  streamOptions: true,
  keyHeader: "authorization",
  imageURL: "object",
  files: [],
  mergeTurns: false,
};

/** What a gateway is sent: it knows itself what the model behind it refuses. */
export const gatewayParameters: ParameterRules = { ...usualParameters, omit: [] };
