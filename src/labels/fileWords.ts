import { isolateName } from "../client/isolateName.js";
import type { FilePart } from "../client/messages.js";

/** What a finding says of its files. */
export interface FileWords {
  count: number;
  /** Whether they are images, all of them. */
  areImages: boolean;
  /** The name of the only one, where it has one. */
  name: string | undefined;
  /** Their media types, each once. */
  types: readonly string[];
}

/** What is to be said of the files of a finding. */
export function fileWords(files: readonly FilePart[]): FileWords {
  const name = files.length === 1 ? files[0]?.filename : undefined;
  return {
    count: files.length,
    areImages: files.every(({ mediaType }) => mediaType.startsWith("image/")),
    name: name === undefined ? undefined : isolateName(name),
    types: [...new Set(files.map(({ mediaType }) => mediaType))],
  };
}
