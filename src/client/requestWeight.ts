import type { AttachedImage } from "./attachedImage.js";
import { imageTokens } from "./imageTokens.js";
import type { FilePart, UIMessage } from "./messages.js";
import { weighMessage } from "./messageWeight.js";
import { estimateTokens } from "./tokens.js";
import type { ToolDefinition } from "./types.js";

/** A request about to be sent. */
export interface RequestInput {
  /** The conversation so far, oldest first. */
  messages: readonly UIMessage[];
  /** The message being written. */
  draft?: UIMessage | undefined;
  system?: string | undefined;
  tools?: readonly ToolDefinition[] | undefined;
}

/** Estimated tokens of a request, by what they are for. */
export interface TokenParts {
  readonly system: number;
  /** The text of the conversation so far. */
  readonly history: number;
  /** The images of the conversation and of the draft. */
  readonly images: number;
  /** The text of the message being written. */
  readonly draft: number;
  readonly tools: number;
}

/** What a request weighs, whichever model reads it: everything that does not depend on the model, counted once. */
export interface RequestWeight {
  /** Everything but the images, in tokens of the estimator. */
  readonly text: Omit<TokenParts, "images">;
  /** Oldest first, the draft's last. */
  readonly images: readonly AttachedImage[];
  /** What people sent beside images, oldest first. */
  readonly files: readonly FilePart[];
  /** Characters of the `data:` URLs. */
  readonly dataLength: number;
  readonly toolCount: number;
}

/** What a request costs beside its messages. */
const framingTokens = 3;

const toolTokens = new WeakMap<readonly ToolDefinition[], number>();

/** Weighs a request. Each message object is read once; then only its sums are added, so a new draft costs the draft. */
export function weighRequest({ messages, draft, system, tools = [] }: RequestInput): RequestWeight {
  let history = 0;
  let systemTokens = system ? estimateTokens(system) + 4 : 0;
  const images: AttachedImage[] = [];
  const files: FilePart[] = [];
  let dataLength = 0;
  for (const message of draft ? [...messages, draft] : messages) {
    const weight = weighMessage(message);
    if (message.role === "system") systemTokens += weight.textTokens;
    else if (message !== draft) history += weight.textTokens;
    images.push(...weight.images);
    files.push(...weight.files);
    dataLength += weight.dataLength;
  }
  if (!draft && history > 0) history += framingTokens;
  return {
    text: {
      system: systemTokens,
      history,
      draft: draft ? weighMessage(draft).textTokens + framingTokens : 0,
      tools: weighTools(tools),
    },
    images,
    files,
    dataLength,
    toolCount: tools.length,
  };
}

/** An estimate of a request, in tokens of the estimator: a `Calibration` says what to multiply it by. */
export interface RequestEstimate {
  /** All parts together. */
  readonly tokens: number;
  readonly parts: TokenParts;
}

/** About how many tokens a request is to a model. */
export function estimateRequest(input: RequestInput, model: string): RequestEstimate {
  return estimateWeight(weighRequest(input), model);
}

/** About how many tokens a weighed request is to a model. */
export function estimateWeight({ text, images }: RequestWeight, model: string): RequestEstimate {
  const parts: TokenParts = {
    ...text,
    images: images.reduce(
      (sum, { width, height }) => sum + imageTokens({ width, height, model }),
      0,
    ),
  };
  const { system, history, draft, tools } = parts;
  return { tokens: system + history + parts.images + draft + tools, parts };
}

function weighTools(tools: readonly ToolDefinition[]): number {
  const known = toolTokens.get(tools);
  if (known !== undefined) return known;
  const tokens = tools.reduce((sum, tool) => sum + estimateTokens(JSON.stringify(tool)), 0);
  toolTokens.set(tools, tokens);
  return tokens;
}
