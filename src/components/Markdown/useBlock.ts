"use client";
import { useCallback, useSyncExternalStore } from "react";
import type { Block } from "../../markdown/index.js";
import { useMarkdownContext, type MarkdownContextValue } from "./markdownContext.js";

/** Renders the calling component again whenever `block` changes. Blocks are written in place, so only their version tells. */
export function useBlock(block: Block | undefined): MarkdownContextValue {
  const context = useMarkdownContext();
  const { feed } = context;
  const subscribe = useCallback(
    (listener: () => void) => (block ? feed.subscribe(block.id, listener) : () => {}),
    [feed, block],
  );
  const version = (): number => block?.version ?? 0;
  useSyncExternalStore(subscribe, version, version);
  return context;
}
