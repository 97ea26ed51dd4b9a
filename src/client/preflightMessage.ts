import { contextLevels } from "./inputLimit.js";
import { isolateName } from "./isolateName.js";
import type { FilePart } from "./messages.js";
import type { PreflightFacts, PreflightMeasure } from "./preflight.js";

/** What is the matter and what to do, in English: the first sentence says what, the second what to do. */
export function preflightMessage(facts: PreflightFacts): string {
  const { code, model, provider, files, measure } = facts;
  const many = files.length > 1;
  switch (code) {
    case "vision_unsupported":
      return `${model} can't read images. Choose a model with vision, or send the text alone.`;
    case "image_type":
      return `${provider} does not take ${namesOf(files)} (${typesOf(files)}). Attach ${many ? "them" : "it"} as PNG or JPEG, or choose another model.`;
    case "image_address":
      return `${provider} does not fetch images from the web. Attach the ${many ? "images themselves" : "image itself"}, or choose another model.`;
    case "image_too_large":
      return `${namesOf(files)} ${many ? "are" : "is"} too large for ${provider}: ${sizesOf(measure)}. Attach ${many ? "smaller ones" : "a smaller one"}, or choose another model.`;
    case "too_many_images":
      return `${provider} takes at most ${count(measure?.most)} images, and this chat has ${count(measure?.actual)}. Remove the oldest, or choose another model.`;
    case "request_too_large":
      return `The ${kindOf(files)}s of this chat are too much for ${provider}: ${sizesOf(measure)}. Remove the oldest, or choose another model.`;
    case "file_unsupported":
      return `${model} can't read ${namesOf(files)} (${typesOf(files)}). Choose another model, or remove ${many ? "them" : "it"}.`;
    case "file_address":
      return `${provider} does not fetch ${namesOf(files)} (${typesOf(files)}) from the web. Choose another model, or remove ${many ? "them" : "it"}.`;
    case "file_too_large":
      return `${namesOf(files)} ${many ? "are" : "is"} too large for ${provider}: ${sizesOf(measure)}. Attach less, or choose another model.`;
    case "too_many_files":
      return `${provider} takes at most ${count(measure?.most)} documents, and this chat has ${count(measure?.actual)}. Remove the oldest, or choose another model.`;
    case "tools_unsupported":
      return `${model} can't use tools. Choose a model that can.`;
    case "context_window":
      return `This chat is too long for ${model}: about ${count(measure?.actual)} tokens of at most ${count(measure?.most)}. Drop the oldest turns, or choose a model that takes more.`;
    case "context_may_not_fit":
      return `This chat may not fit ${model}: about ${count(measure?.actual)} tokens of at most ${count(measure?.most)}. Send it nevertheless, drop the oldest turns, or choose a model that takes more.`;
    case "context_nearly_full":
      return `This chat fills ${Math.floor(share(measure) * 100)} % of what ${model} takes. ${share(measure) < contextLevels.critical ? "Before it is full" : "Before the next answers"}, drop the oldest turns or choose a model that takes more.`;
  }
}

function namesOf(files: readonly FilePart[]): string {
  const [first] = files;
  const kind = kindOf(files);
  if (files.length !== 1 || !first) return `${files.length} ${kind}s`;
  return first.filename === undefined ? `the ${kind}` : isolateName(first.filename);
}

function kindOf(files: readonly FilePart[]): "image" | "file" {
  return files.every(({ mediaType }) => mediaType.startsWith("image/")) ? "image" : "file";
}

function typesOf(files: readonly FilePart[]): string {
  return [...new Set(files.map(({ mediaType }) => mediaType))].join(", ");
}

function sizesOf(measure: PreflightMeasure | undefined): string {
  if (!measure) return "";
  const { unit, actual, most } = measure;
  switch (unit) {
    case "bytes":
      return `${megabytes(actual, Math.ceil)} of at most ${megabytes(most, Math.floor)}`;
    case "side":
      return `${count(actual)} pixels on a side, of at most ${count(most)}`;
    case "pixels":
      return `${megapixels(actual)} of at most ${megapixels(most)}`;
    case "pages":
      return `${count(actual)} pages of at most ${count(most)}`;
    default:
      return `${count(actual)} of at most ${count(most)}`;
  }
}

/** Rounded so that what is just over a limit does not look equal to it. */
function megabytes(bytes: number, round: (value: number) => number): string {
  return `${(round(bytes / 100_000) / 10).toFixed(1)} MB`;
}

function megapixels(pixels: number): string {
  return `${(pixels / 1e6).toFixed(1)} megapixels`;
}

function count(value = 0): string {
  return value.toLocaleString("en");
}

function share(
  { actual, most }: PreflightMeasure = { unit: "tokens", actual: 0, most: 1 },
): number {
  return actual / most;
}
