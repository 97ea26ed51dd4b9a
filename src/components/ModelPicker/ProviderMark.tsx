"use client";
import { type CSSProperties, type ReactElement } from "react";

/** The hue of some marks in degrees of OKLCH, as people know them; `undefined` is grey. */
const hues: Readonly<Record<string, number | undefined>> = {
  openai: undefined,
  anthropic: 42,
  gemini: 262,
  groq: 32,
  bedrock: 250,
  azure: 245,
  mistral: 50,
  ollama: undefined,
  openrouter: 285,
  xai: undefined,
};

/** A provider's mark: its first letter on a colour of its own. Drawn by the style sheet, so that it is no part of any name. */
export function ProviderMark({ id, name }: { id: string; name: string }): ReactElement {
  const letter = name.match(/[\p{L}\p{N}]/u)?.[0] ?? "·";
  const hue = Object.hasOwn(hues, id) ? hues[id] : hueOf(id);
  const style =
    hue === undefined ? undefined : ({ "--_mark": `oklch(52% 0.15 ${hue})` } as CSSProperties);
  return (
    <span data-pl-mark={letter.toUpperCase()} data-solid="" style={style} aria-hidden="true" />
  );
}

/** The same colour for the same provider every time. */
function hueOf(id: string): number {
  let sum = 0;
  for (const letter of id) sum = (sum * 31 + letter.codePointAt(0)!) % 360;
  return sum;
}
