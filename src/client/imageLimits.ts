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
