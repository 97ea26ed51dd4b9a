import { applyRows, type RuleRow } from "./rows.js";

/** What a provider takes in the way of images. A missing number means that no limit is known. */
export interface ImageRules {
  /** IANA media types. */
  mediaTypes: readonly string[];
  /** Most bytes of one image, before base64: three quarters of what is said of it in base64. */
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
const usual: ImageRules = { mediaTypes: four, remote: true };

/**
 * Which providers depart from the usual, by id.
 *
 * @see https://platform.claude.com/docs/en/build-with-claude/vision @see https://console.groq.com/docs/vision
 * @see https://ai.google.dev/gemini-api/docs/file-input-methods 100 MB of files within a request
 */
const rows: readonly RuleRow<ImageRules>[] = [
  [/^openai$/, { maxRequestBytes: 50 * MB, maxImages: 500 }],
  [/^azure$/, { maxImages: 10 }],
  [
    /^anthropic$/,
    {
      maxImageBytes: (5 * MiB * 3) / 4,
      maxRequestBytes: 32 * MB,
      maxImages: 100,
      maxSidePx: 8000,
      many: { images: 20, maxSidePx: 2000 },
    },
  ],
  [
    /^gemini$/,
    {
      mediaTypes: ["image/png", "image/jpeg", "image/webp", "image/heic", "image/heif"],
      maxRequestBytes: 100 * MB,
      maxImages: 3000,
      remote: false,
    },
  ],
  [/^groq$/, { maxRequestBytes: 4 * MB, maxImages: 5, maxPixels: 33_177_600 }],
  [/^bedrock$/, { maxImageBytes: 3.75 * MB, maxImages: 20, maxSidePx: 8000, remote: false }],
  [/^mistral$/, { maxImageBytes: 10 * MB, maxImages: 8 }],
  [/^xai$/, { mediaTypes: ["image/png", "image/jpeg"], maxImageBytes: 20 * MiB }],
  [/^ollama(?:_chat)?$/, { mediaTypes: ["image/png", "image/jpeg", "image/webp"], remote: false }],
];

/** What a provider takes in the way of images; for an unknown one, what nearly all take. */
export function imageRules(provider: string): ImageRules {
  return applyRows(usual, rows, provider);
}

/** What the providers of a family of models scale its images down to: more pixels cost time and show nothing. */
interface Reading {
  /** Pixels along the longer side. */
  sidePx: number;
}

/**
 * Which families read another size than most, by the model's name.
 *
 * @see https://platform.claude.com/docs/en/build-with-claude/vision @see https://platform.openai.com/docs/guides/images-vision
 */
const readings: readonly RuleRow<Reading>[] = [
  [/claude/, { sidePx: 1568 }],
  [/claude-(?:opus-4[-.][7-9]|[a-z]+-(?:[5-9]|\d\d(?!\d)))/, { sidePx: 2576 }],
  [/gemini/, { sidePx: 3072 }],
];

/** The longest side, in pixels, that a model reads of an image; for an unknown one, what most read. */
export function readSidePx(model: string): number {
  return applyRows({ sidePx: 2048 }, readings, model.toLowerCase()).sidePx;
}
