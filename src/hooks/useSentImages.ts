"use client";
import { useEffect, useState } from "react";
import { measureImage } from "../client/attachedImage.js";
import { imageTokens } from "../client/imageTokens.js";
import type { FilePart } from "../client/messages.js";
import type { ModelInfo } from "../client/types.js";
import { loadImages } from "./loadImages.js";
import { useLatest } from "./useLatest.js";

/** An image as a model will get it. */
export interface SentImage {
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  /** Bytes before base64. */
  readonly bytes: number;
  /** About how many tokens it is to the model. */
  readonly tokens: number;
}

/** Options of `useSentImages`. */
export interface UseSentImagesOptions {
  /** Images about to be sent. Memoise the list. */
  parts: readonly FilePart[];
  /** Who will get them; `undefined` while there is nobody, and for a function. */
  model: ModelInfo | undefined;
  /** Images of the whole request: some providers want them smaller when there are many. */
  imageCount: number;
  workerUrl?: string | URL | undefined;
}

/**
 * What will be sent of each image: made at once for the chosen model and again for another, so that what is said is true and
 * sending need not wait. `undefined` for what is not made yet.
 */
export function useSentImages({
  parts,
  model,
  imageCount,
  workerUrl,
}: UseSentImagesOptions): (part: FilePart) => SentImage | undefined {
  const latestUrl = useLatest(workerUrl);
  const [made, setMade] = useState(
    () => new Map<FilePart, { model: ModelInfo; sent: SentImage }>(),
  );

  useEffect(() => {
    if (!model || parts.length === 0) return undefined;
    let isCurrent = true;
    const make = async (part: FilePart): Promise<void> => {
      const { fitImage, imageTarget } = await loadImages();
      const fitted = await fitImage(part, imageTarget(model, imageCount), {
        workerUrl: latestUrl(),
      });
      const sent = "part" in fitted ? sizeOf(fitted.part, model) : undefined;
      if (isCurrent && sent) setMade((all) => new Map(all).set(part, { model, sent }));
    };
    // What cannot be made is said when it is sent.
    for (const part of parts) make(part).catch(() => {});
    return () => {
      isCurrent = false;
    };
  }, [parts, model, imageCount, latestUrl]);

  return (part) => {
    const one = made.get(part);
    return one?.model === model ? one?.sent : undefined;
  };
}

function sizeOf(part: FilePart, model: ModelInfo): SentImage | undefined {
  const { width, height, bytes } = measureImage(part);
  if (width === undefined || height === undefined || bytes === undefined) return undefined;
  return { width, height, bytes, tokens: imageTokens({ width, height, model: model.id }) };
}
