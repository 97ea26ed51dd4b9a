"use client";
import { type ReactElement } from "react";

/** A model's name for people: without the provider before it. `undefined` for no model. */
export function modelTitle(model: string | undefined): string | undefined {
  return model?.slice(model.indexOf("/") + 1) || undefined;
}

/** The mark of a provider or model: its first letter, coloured by its name. */
export function ModelMark({ name }: { name: string }): ReactElement {
  const letter = name.match(/[\p{L}\p{N}]/u)?.[0] ?? "·";
  return (
    <span data-pl-mark={name.toLowerCase()} aria-hidden="true">
      {letter.toUpperCase()}
    </span>
  );
}
