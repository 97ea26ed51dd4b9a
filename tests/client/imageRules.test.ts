import { expect, test } from "vitest";
import { imageRules } from "../../src/client/limits.js";

const MB = 1_000_000;
const MiB = 1024 * 1024;
const four = ["image/png", "image/jpeg", "image/webp", "image/gif"];

test.each<[string, object]>([
  ["openai", { mediaTypes: four, maxRequestBytes: 50 * MB, maxImages: 500, remote: true }],
  ["azure", { mediaTypes: four, maxImages: 10, remote: true }],
  [
    "anthropic",
    {
      mediaTypes: four,
      maxImageBytes: 3_932_160,
      maxRequestBytes: 32 * MB,
      maxImages: 100,
      maxSidePx: 8000,
      many: { images: 20, maxSidePx: 2000 },
      remote: true,
    },
  ],
  [
    "gemini",
    {
      mediaTypes: ["image/png", "image/jpeg", "image/webp", "image/heic", "image/heif"],
      maxRequestBytes: 100 * MB,
      maxImages: 3000,
      remote: false,
    },
  ],
  [
    "groq",
    {
      mediaTypes: four,
      maxRequestBytes: 4 * MB,
      maxImages: 5,
      maxPixels: 33_177_600,
      remote: true,
    },
  ],
  [
    "bedrock",
    {
      mediaTypes: four,
      maxImageBytes: 3.75 * MB,
      maxImages: 20,
      maxSidePx: 8000,
      remote: false,
    },
  ],
  ["mistral", { mediaTypes: four, maxImageBytes: 10 * MB, maxImages: 8, remote: true }],
  ["xai", { mediaTypes: ["image/png", "image/jpeg"], maxImageBytes: 20 * MiB, remote: true }],
  ["ollama", { mediaTypes: ["image/png", "image/jpeg", "image/webp"], remote: false }],
  ["ollama_chat", { mediaTypes: ["image/png", "image/jpeg", "image/webp"], remote: false }],
  ["openrouter", { mediaTypes: four, remote: true }],
  ["together_ai", { mediaTypes: four, remote: true }],
  ["constructor", { mediaTypes: four, remote: true }],
])("%s takes images as it says", (provider, expected) => {
  expect(imageRules(provider)).toEqual(expected);
});
