import type { AttachedImage } from "./attachedImage.js";
import { imageTokens } from "./imageTokens.js";
import type { FilePart, UIMessage } from "./messages.js";
import { framingTokens, weighMessage } from "./messageWeight.js";
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

const toolTokens = new WeakMap<readonly ToolDefinition[], number>();

/** Weighs a request. Each message object is read once; then only its sums are added. */
export function weighRequest({ draft, ...conversation }: RequestInput): RequestWeight {
  return addDraft(weighConversation(conversation), draft);
}

/** Weighs what does not change while a message is written. */
export function weighConversation({
  messages,
  system,
  tools = [],
}: Omit<RequestInput, "draft">): RequestWeight {
  const all = messages.map(weighMessage);
  const tokensOf = (isSystem: boolean): number =>
    all
      .filter((_, index) => (messages[index]?.role === "system") === isSystem)
      .reduce((sum, { textTokens }) => sum + textTokens, 0);
  return {
    text: {
      system: tokensOf(true) + (system ? estimateTokens(system) + framingTokens.message : 0),
      history: tokensOf(false),
      draft: 0,
      tools: weighTools(tools),
    },
    images: all.flatMap(({ images }) => images),
    files: all.flatMap(({ files }) => files),
    dataLength: all.reduce((sum, { dataLength }) => sum + dataLength, 0),
    toolCount: tools.length,
  };
}

/** The request that sends the draft, or, without one, the conversation as it is. Its time grows with the draft and the files. */
export function addDraft(
  { text, images, files, dataLength, toolCount }: RequestWeight,
  draft: UIMessage | undefined,
): RequestWeight {
  const weight = draft && weighMessage(draft);
  const history = text.history + (!draft && text.history > 0 ? framingTokens.request : 0);
  return {
    text: { ...text, history, draft: weight ? weight.textTokens + framingTokens.request : 0 },
    images: [...images, ...(weight?.images ?? [])],
    files: [...files, ...(weight?.files ?? [])],
    dataLength: dataLength + (weight?.dataLength ?? 0),
    toolCount,
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
