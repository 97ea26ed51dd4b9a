import type { AttachedImageFacts } from "./attachmentLabels.js";

/** How a language writes what is said of an image. */
export interface OutcomeWords {
  /** A share of 1 in whole percent, rounded down. */
  percent: (share: number) => string;
  tokens: (count: number) => string;
  /** Only the first picture of an image that moves is sent. */
  firstFrameOnly: string;
}

/** "4000×3000 → 1568×1176", "−92 %", "≈ 1,560 tokens": what is sent of an image, in the words of a language. */
export function imageOutcome(
  { bytes, width, height, isFirstFrame, sent }: AttachedImageFacts,
  { percent, tokens, firstFrameOnly }: OutcomeWords,
): string[] {
  const isResized = sent && (sent.width !== width || sent.height !== height);
  const saved = sent ? 1 - sent.bytes / bytes : 0;
  return [
    `${width}×${height}${isResized ? ` → ${sent.width}×${sent.height}` : ""}`,
    Math.floor(saved * 100) > 0 ? `−${percent(saved)}` : "",
    sent ? `≈\u00a0${tokens(sent.tokens)}` : "",
    isFirstFrame ? firstFrameOnly : "",
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
