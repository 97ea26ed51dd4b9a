/** The words of the parts of a message beside text and tools. Numbers come in raw. */
export interface PartLabels {
  /** While a model thinks. */
  thinking: string;
  /** What a model thought, where nobody knows for how long. */
  thought: string;
  /** The same with the time it took, in milliseconds. */
  thoughtFor: (durationMs: number) => string;
  /** The name of the list of what an answer rests on. */
  sources: string;
  /** What opens that list. */
  sourceCount: (count: number) => string;
  /** How many hosts are not named beside it. */
  moreHosts: (count: number) => string;
  /** An image without a name. */
  image: string;
  /** A file without a name. */
  file: string;
  fileSize: (bytes: number) => string;
}

/** English, the default. */
export const englishPartLabels: PartLabels = {
  thinking: "Thinking…",
  thought: "Thoughts",
  thoughtFor: (durationMs) => `Thought for ${durationInEnglish(durationMs)}`,
  sources: "Sources",
  sourceCount: (count) => (count === 1 ? "1 source" : `${count.toLocaleString("en")} sources`),
  moreHosts: (count) => `+${count}`,
  image: "Image",
  file: "File",
  fileSize: sizeInEnglish,
};

/** "4 s", "1 min 12 s" */
function durationInEnglish(durationMs: number): string {
  const seconds = Math.max(1, Math.round(durationMs / 1000));
  const minutes = Math.floor(seconds / 60);
  return minutes === 0 ? `${seconds}\u00a0s` : `${minutes}\u00a0min ${seconds % 60}\u00a0s`;
}

/** "912 B", "1.2 MB" */
function sizeInEnglish(bytes: number): string {
  const units = ["B", "kB", "MB", "GB"];
  const power = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3));
  const value = bytes / 1000 ** power;
  return `${value.toFixed(power > 0 && value < 10 ? 1 : 0)}\u00a0${units[power]}`;
}
