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

const sampling = ["temperature", "topP", "topK", "frequencyPenalty", "presencePenalty"] as const;

const usual: ParameterRules = {
  maxTokens: "max_tokens",
  omit: ["topK"],
  systemRole: "system",
  streamOptions: true,
  keyHeader: "authorization",
  imageURL: "object",
  files: [],
  mergeTurns: false,
};

const reasoning: Partial<ParameterRules> = {
  maxTokens: "max_completion_tokens",
  omit: sampling,
  systemRole: "developer",
};

const openAIFiles = ["application/pdf", "audio/wav", "audio/x-wav", "audio/mpeg", "audio/mp3"];

/**
 * Which models depart from the usual, and in what: provider ids, model names, rules. Of several rows that fit, the later
 * one wins rule by rule.
 */
const parameterTable: readonly (readonly [RegExp, RegExp, Partial<ParameterRules>])[] = [
  [/^openai$/, /./, { maxTokens: "max_completion_tokens" }],
  [/^(?:openai|azure|openrouter|gateway|litellm_proxy)$/, /./, { files: openAIFiles }],
  [/^azure$/, /./, { keyHeader: "api-key" }],
  [/^(?:openai|azure)$/, /^(?:o\d|gpt-(?:[5-9]|\d\d)(?!.*-chat))/, reasoning],
  [/^(?:openai|azure)$/, /^o1-(?:preview|mini)/, { systemRole: "user" }],
  [/^(?:openai|azure)$/, /-search-preview/, { omit: sampling }],
  [
    /^xai$/,
    /./,
    { maxTokens: "max_completion_tokens", omit: ["topK", "frequencyPenalty", "presencePenalty"] },
  ],
  [/^deepseek$/, /reasoner/, { omit: sampling }],
  [/^mistral$/, /./, { streamOptions: false, imageURL: "url", files: [] }],
  [/^perplexity$/, /./, { mergeTurns: true }],
  [
    /^(?:gateway|litellm_proxy|openrouter|together_ai|hosted_vllm|lm_studio|ollama|llamafile|fireworks_ai|deepinfra|novita|huggingface|openai_like|custom_openai)$/,
    /./,
    { omit: [] },
  ],
];

/** The rules for one model. `apiVersion` is Azure's. */
export function parameterRules(
  provider: string,
  model: string,
  apiVersion?: string,
): ParameterRules {
  const changes = parameterTable
    .filter(([providers, models]) => providers.test(provider) && models.test(model))
    .map(([, , change]) => change);
  const rules: ParameterRules = Object.assign({}, usual, ...changes);
  // Azure learnt `stream_options` with this version and refuses requests that use it before.
  if (apiVersion && apiVersion < "2024-09") return { ...rules, streamOptions: false };
  return rules;
}

/** What a provider takes in the way of images. A missing number means that no limit is known. */
export interface ImageRules {
  /** IANA media types. */
  mediaTypes: readonly string[];
  /** Most bytes of one image, before base64. */
  maxImageBytes?: number | undefined;
  /** Most bytes of the whole request. */
  maxRequestBytes?: number | undefined;
  /** Most images in one request. */
  maxImages?: number | undefined;
  /** Most pixels along either side. */
  maxSidePx?: number | undefined;
  /** Where more than so many images in one request may be less large. */
  many?: { images: number; maxSidePx: number } | undefined;
  /** Most pixels in all. */
  maxPixels?: number | undefined;
  /** Whether it fetches `https:` images itself. */
  remote: boolean;
}

const MB = 1_000_000;
const MiB = 1024 * 1024;
const four = ["image/png", "image/jpeg", "image/webp", "image/gif"] as const;
const usualImages: ImageRules = { mediaTypes: four, remote: true };

/** @see https://platform.claude.com/docs/en/build-with-claude/vision @see https://console.groq.com/docs/vision */
const imageTable: Readonly<Record<string, ImageRules>> = {
  openai: { mediaTypes: four, maxRequestBytes: 50 * MB, maxImages: 500, remote: true },
  azure: { mediaTypes: four, maxImages: 10, remote: true },
  anthropic: {
    mediaTypes: four,
    maxImageBytes: 5 * MiB,
    maxRequestBytes: 32 * MB,
    maxImages: 100,
    maxSidePx: 8000,
    many: { images: 20, maxSidePx: 2000 },
    remote: true,
  },
  gemini: {
    mediaTypes: ["image/png", "image/jpeg", "image/webp", "image/heic", "image/heif"],
    maxRequestBytes: 20 * MB,
    maxImages: 3000,
    remote: false,
  },
  groq: {
    mediaTypes: four,
    maxRequestBytes: 4 * MB,
    maxImages: 5,
    maxPixels: 33_177_600,
    remote: true,
  },
  bedrock: {
    mediaTypes: four,
    maxImageBytes: 3.75 * MB,
    maxImages: 20,
    maxSidePx: 8000,
    remote: false,
  },
  mistral: { mediaTypes: four, maxImageBytes: 10 * MB, maxImages: 8, remote: true },
  xai: { mediaTypes: ["image/png", "image/jpeg"], maxImageBytes: 20 * MiB, remote: true },
  ollama: { mediaTypes: ["image/png", "image/jpeg", "image/webp"], remote: false },
};

/** What a provider takes in the way of images; for an unknown one, what nearly all take. */
export function imageRules(provider: string): ImageRules {
  return (Object.hasOwn(imageTable, provider) && imageTable[provider]) || usualImages;
}
