import type { AttachedImageFacts } from "../components/attachmentLabels.js";
import type { Figures } from "./formats.js";

/** "4000×3000 → 1568×1176, −92 %, ≈ 1,560 tokens": what is sent of an image, in the words of a language. */
export function imageOutcome(
  { bytes, width, height, isFirstFrame, sent }: AttachedImageFacts,
  { percent }: Pick<Figures, "percent">,
  words: { tokens: (count: number) => string; firstFrameOnly: string },
): string[] {
  const isResized = sent && (sent.width !== width || sent.height !== height);
  const saved = sent ? Math.floor((1 - sent.bytes / bytes) * 100) / 100 : 0;
  return [
    `${width}×${height}${isResized ? ` → ${sent.width}×${sent.height}` : ""}`,
    saved > 0 ? `−${percent(saved)}` : "",
    sent ? `≈\u00a0${words.tokens(sent.tokens)}` : "",
    isFirstFrame ? words.firstFrameOnly : "",
  ].filter(Boolean);
}

const fileKinds: Readonly<Record<string, string>> = {
  "application/pdf": "PDF",
  "application/json": "JSON",
  "text/csv": "CSV",
  "text/html": "HTML",
  "text/markdown": "Markdown",
};

/** What a type of file is called; `text` for a text of no name. */
export function fileKind(mediaType: string, text: string): string {
  return fileKinds[mediaType] ?? (mediaType.startsWith("text/") ? text : mediaType);
}

/** What a file was refused for, in megabytes of 1024 × 1024 bytes: rounded up, so that it does not look equal to its limit. */
export function refusedMegabytes(bytes: number): number {
  return Math.ceil((bytes / 1024 / 1024) * 10) / 10;
}

/** What can be attached, each once: by the names a language has for patterns, else as in "png". */
export function acceptedKinds(
  accept: readonly string[],
  names: Readonly<Record<string, string>>,
): string[] {
  return [...new Set(accept.map((pattern) => names[pattern] ?? pattern.replace(/^image\//, "")))];
}
