"use client";
import { createContext, useContext, type Context } from "react";
import type { BlockFeed } from "./blockFeed.js";
import type { MarkdownElements } from "./markdownComponents.js";
import type { MarkdownLabels } from "./markdownLabels.js";

/** What the parts of one text share. Nothing in it changes while the text arrives. */
export interface MarkdownContextValue {
  feed: BlockFeed;
  labels: MarkdownLabels;
  elements: MarkdownElements;
}

/** Provided by `MarkdownView`. */
export const MarkdownContext: Context<MarkdownContextValue | null> =
  createContext<MarkdownContextValue | null>(null);

/**
 * What the parts of one text share.
 * @throws Error outside `MarkdownView`.
 */
export function useMarkdownContext(): MarkdownContextValue {
  const value = useContext(MarkdownContext);
  if (!value) throw new Error("This part of a text must stand inside <MarkdownView>.");
  return value;
}
