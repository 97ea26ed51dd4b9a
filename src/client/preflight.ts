import type { AttachedImage } from "./attachedImage.js";
import { estimateError, tokenRatio } from "./calibration.js";
import { isFittable, sparedLength } from "./fittableImage.js";
import { contextLevels, inputLimit } from "./inputLimit.js";
import { imageRules } from "./limits.js";
import type { FilePart } from "./messages.js";
import { checkFiles } from "./preflightFiles.js";
import { finding, nameOf, type About } from "./preflightFinding.js";
import { providerOf } from "./providerOf.js";
import { findProvider } from "./providers.js";
import {
  estimateWeight,
  weighRequest,
  type RequestInput,
  type RequestWeight,
} from "./requestWeight.js";
import type { ModelInfo } from "./types.js";

/** What speaks against sending, for a program. */
export type PreflightCode =
  | "vision_unsupported"
  | "image_type"
  | "image_address"
  | "image_too_large"
  | "too_many_images"
  | "request_too_large"
  | "file_unsupported"
  | "file_address"
  | "file_too_large"
  | "too_many_files"
  | "tools_unsupported"
  | "context_window"
  | "context_may_not_fit"
  | "context_nearly_full";

/** What a person can do about it, for a program. `remove_images` and `remove_files` speak of `PreflightFinding.files`. */
export type RemedyId =
  | "choose_model"
  | "remove_images"
  | "remove_files"
  | "shrink_images"
  | "drop_oldest_turns";

/** A number that is over its limit, or near it. */
export interface PreflightMeasure {
  /** `side`: pixels along the longer side. `pixels`: all of them. `bytes`: before base64 for an image, after it for a request. */
  readonly unit: "tokens" | "bytes" | "side" | "pixels" | "images" | "files" | "pages";
  readonly actual: number;
  readonly most: number;
}

/** What is the matter, without words. */
export interface PreflightFacts {
  readonly code: PreflightCode;
  /** The model's name for people. */
  readonly model: string;
  /** The provider's name for people. Default: the model's. */
  readonly provider: string;
  /** The images or other files it speaks of; empty for what is no matter of files. */
  readonly files: readonly FilePart[];
  /** Only where it is a matter of numbers. */
  readonly measure?: PreflightMeasure | undefined;
}

/** One thing that speaks against sending a conversation to a model. */
export interface PreflightFinding extends PreflightFacts {
  /** `error`: it would be refused. `warning`: it may go. */
  readonly severity: "error" | "warning";
  /** What is the matter and what to do, a sentence or two for people, in English. */
  readonly message: string;
  /** The best first. */
  readonly remedies: readonly RemedyId[];
}

/** What a request is checked against. */
export interface PreflightTarget {
  /** What is known of the model; what is not known speaks against nothing. */
  model: ModelInfo;
  /** Most tokens of the answer, where the request names them. */
  maxTokens?: number | undefined;
  /** What to multiply estimated tokens by, as `tokenRatio` gives it. Default: what a `Calibration` begins with. */
  ratio?: number | undefined;
  /** Whether `ratio` is measured, as `tokenRatio` says: an estimate is then nearer to the truth. Default: false. */
  isMeasured?: boolean | undefined;
  /**
   * Whether images are made to fit before they are sent, as `<Chat>` does: then only those speak against sending that cannot
   * be. Default: false.
   */
  fitsImages?: boolean | undefined;
}

/** A conversation about to be sent, and to whom. */
export interface PreflightInput extends RequestInput, PreflightTarget {}

/**
 * What speaks against sending a conversation to a model: errors first; empty when nothing does. Pure and without I/O. Files
 * are those of people: no provider is sent those of answers.
 */
export function preflight(input: PreflightInput): PreflightFinding[] {
  return checkRequest(weighRequest(input), input);
}

/** The pre-flight of a request that was weighed before: its time grows with the files alone. */
export function checkRequest(weight: RequestWeight, target: PreflightTarget): PreflightFinding[] {
  const { model } = target;
  const provider = providerOf(model);
  const about: About = {
    model: model.name ?? nameOf(model.id),
    provider: findProvider(provider)?.name ?? model.name ?? nameOf(model.id),
  };
  return [
    ...(model.vision === false
      ? checkVision(weight, about)
      : checkImages(weight, provider, about, target.fitsImages)),
    ...checkFiles(weight, provider, model, about),
    ...checkTools(weight, model, about),
    ...checkTokens(weight, target, about),
  ];
}

function checkVision({ images }: RequestWeight, about: About): PreflightFinding[] {
  if (images.length === 0) return [];
  const files = images.map(({ part }) => part);
  return [
    finding("error", { code: "vision_unsupported", ...about, files }, [
      "choose_model",
      "remove_images",
    ]),
  ];
}

function checkImages(
  { images, files, dataLength }: RequestWeight,
  provider: string,
  about: About,
  fitsImages = false,
): PreflightFinding[] {
  const rules = imageRules(provider);
  const fixed = fitsImages ? images.filter((image) => !isFittable(image)) : images;
  const found: PreflightFinding[] = [];
  function refuse(
    code: PreflightCode,
    refused: readonly Held[],
    remedies: readonly RemedyId[],
    measure?: PreflightMeasure,
  ): void {
    if (refused.length === 0) return;
    const facts = { code, ...about, files: refused.map(({ part }) => part), measure };
    found.push(finding("error", facts, remedies));
  }
  function refuseLarger(
    unit: PreflightMeasure["unit"],
    most: number | undefined,
    sizeOf: (image: AttachedImage) => number,
  ): void {
    if (most === undefined) return;
    const larger = fixed.filter((image) => sizeOf(image) > most);
    const actual = Math.max(...larger.map(sizeOf));
    const remedies = ["shrink_images", "remove_images", "choose_model"] as const;
    refuse("image_too_large", larger, remedies, { unit, actual, most });
  }

  refuse(
    "image_type",
    // "image/*" is what an address without a known type is called.
    fixed.filter(
      ({ mediaType }) => mediaType !== "image/*" && !rules.mediaTypes.includes(mediaType),
    ),
    ["remove_images", "choose_model"],
  );
  const isHere = ({ part }: AttachedImage): boolean => part.url.startsWith("data:");
  if (!rules.remote) {
    refuse(
      "image_address",
      images.filter((image) => !isHere(image)),
      ["remove_images", "choose_model"],
    );
  }
  const side = ({ width = 0, height = 0 }: AttachedImage): number => Math.max(width, height);
  refuseLarger("bytes", rules.maxImageBytes, ({ bytes = 0 }) => bytes);
  const many = rules.many && images.length > rules.many.images ? rules.many.maxSidePx : undefined;
  refuseLarger("side", many ?? rules.maxSidePx, side);
  refuseLarger("pixels", rules.maxPixels, ({ width = 0, height = 0 }) => width * height);
  if (rules.maxImages !== undefined && images.length > rules.maxImages) {
    const surplus = images.slice(0, images.length - rules.maxImages);
    refuse("too_many_images", surplus, ["remove_images", "choose_model"], {
      unit: "images",
      actual: images.length,
      most: rules.maxImages,
    });
  }
  const length = dataLength - (fitsImages ? sparedLength(images) : 0);
  if (rules.maxRequestBytes !== undefined && length > rules.maxRequestBytes) {
    refuse(
      "request_too_large",
      oldestOver(
        images.length > 0 ? images : files.map((part) => ({ part })),
        length - rules.maxRequestBytes,
      ),
      images.length > 0
        ? ["shrink_images", "remove_images", "choose_model"]
        : ["remove_files", "choose_model"],
      { unit: "bytes", actual: length, most: rules.maxRequestBytes },
    );
  }
  return found;
}

type Held = Pick<AttachedImage, "part">;

/** The oldest files that together are at least so many characters. */
function oldestOver(files: readonly Held[], surplus: number): Held[] {
  let left = surplus;
  return files.filter(({ part }) => {
    const isSurplus = left > 0 && part.url.startsWith("data:");
    if (isSurplus) left -= part.url.length;
    return isSurplus;
  });
}

function checkTools(
  { toolCount }: RequestWeight,
  { tools }: ModelInfo,
  about: About,
): PreflightFinding[] {
  if (tools !== false || toolCount === 0) return [];
  return [finding("error", { code: "tools_unsupported", ...about, files: [] }, ["choose_model"])];
}

function checkTokens(
  weight: RequestWeight,
  {
    model,
    maxTokens,
    ratio = tokenRatio(new Map(), model.id).ratio,
    isMeasured = false,
  }: PreflightTarget,
  about: About,
): PreflightFinding[] {
  const most = inputLimit(model, maxTokens);
  if (most === undefined) return [];
  const actual = Math.ceil(estimateWeight(weight, model.id).tokens * ratio);
  if (actual < most * contextLevels.high) return [];
  // Who is refused by an estimate cannot find out that it was wrong: that takes more than who is warned.
  const least = actual * (1 - (isMeasured ? estimateError.measured : estimateError.guessed));
  const [code, severity] =
    least > most
      ? (["context_window", "error"] as const)
      : ([actual > most ? "context_may_not_fit" : "context_nearly_full", "warning"] as const);
  const measure: PreflightMeasure = { unit: "tokens", actual, most };
  const remedies = ["drop_oldest_turns", "choose_model"] as const;
  return [finding(severity, { code, ...about, files: [], measure }, remedies)];
}
