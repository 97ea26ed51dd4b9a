"use client";
import { useEffect, useState } from "react";
import type { ModelInfo } from "../client/types.js";
import { parseModelName } from "../client/modelName.js";

type RangesOf = (typeof import("../client/limits/configRanges.js"))["configRanges"];

/** What each parameter may be, by its name. */
export type ConfigRanges = ReturnType<RangesOf>;

/**
 * What the parameters may be for a model. The rules of all protocols are fetched when this is first used; `undefined` until
 * then, and where they cannot be had.
 */
export function useConfigRanges(model: ModelInfo | undefined): ConfigRanges | undefined {
  const [rangesOf, setRangesOf] = useState<RangesOf>();
  useEffect(() => {
    let isGone = false;
    async function load(): Promise<void> {
      const { configRanges } = await import("../client/limits/configRanges.js");
      if (!isGone) setRangesOf(() => configRanges);
    }
    // Without them the fields take any number, and the provider says what it refuses.
    load().catch(() => {});
    return () => {
      isGone = true;
    };
  }, []);
  if (!rangesOf) return undefined;
  const { provider, name } = nameOf(model);
  return rangesOf(provider, name, model?.maxOutputTokens);
}

function nameOf(model: ModelInfo | undefined): { provider: string | undefined; name: string } {
  const id = model?.upstream ?? model?.id ?? "";
  try {
    const { provider, model: name } = parseModelName(id);
    return { provider, name };
  } catch {
    return { provider: undefined, name: id };
  }
}
