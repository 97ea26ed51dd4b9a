"use client";
import { type ReactElement } from "react";

/** A model's name for people: without the provider before it. `undefined` for no model. */
export function modelTitle(model: string | undefined): string | undefined {
  // Metadata may be a host's own, so a model in it may be anything.
  return typeof model === "string" ? model.slice(model.indexOf("/") + 1) || undefined : undefined;
}

/**
 * The mark of a provider or model: its first letter. Drawn by the style sheet, so that it is no part of any name or of text
 * that is copied.
 */
export function ModelMark({ name }: { name: string }): ReactElement {
  const letter = name.match(/[\p{L}\p{N}]/u)?.[0] ?? "·";
  return <span data-pl-mark={letter.toUpperCase()} aria-hidden="true" />;
}
