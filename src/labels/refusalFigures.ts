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
