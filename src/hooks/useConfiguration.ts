"use client";
import { useMemo, useState } from "react";
import type { ChatConfig } from "../client/types.js";

/** Parameters that a person may change. */
export interface Configuration {
  /** What is sent now. */
  config: ChatConfig;
  /** Whether it differs from what was given. */
  isChanged: boolean;
  /** Changes some of it; `undefined` means the provider's default. */
  change: (part: ChatConfig) => void;
  /** Back to what was given. */
  reset: () => void;
}

/** Parameters for a person to change. Other values of `given` put what was changed aside. */
export function useConfiguration(given: ChatConfig = none): Configuration {
  const [held, setHeld] = useState({ given, config: given });
  if (!isSame(held.given, given)) setHeld({ given, config: given });
  return useMemo(
    () => ({
      config: held.config,
      isChanged: !isSame(held.config, held.given),
      change: (part) => setHeld((now) => ({ ...now, config: { ...now.config, ...part } })),
      reset: () => setHeld((now) => ({ ...now, config: now.given })),
    }),
    [held],
  );
}

const none: ChatConfig = {};

function isSame(one: ChatConfig, other: ChatConfig): boolean {
  const names = new Set([...Object.keys(one), ...Object.keys(other)]) as Set<keyof ChatConfig>;
  return [...names].every((name) => one[name] === other[name]);
}
