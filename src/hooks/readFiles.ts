import type { FilePart } from "../client/messages.js";
import { dataURLOf } from "../images/dataURL.js";
import { readAttachment } from "./readAttachment.js";

/** The files of a file input as parts of a message: images as the copies that are kept, text as text, the rest as they are. */
export function readFiles(
  files: FileList,
  workerUrl: string | URL | undefined,
): Promise<FilePart[]> {
  return Promise.all(
    Array.from(files, async (file) => {
      const result = await readAttachment(file, { accept: ["*"] }, { workerUrl });
      if ("part" in result) return result.part;
      // A file that cannot be sent is said to be so when the message is.
      const url = await dataURLOf(file);
      return { type: "file" as const, mediaType: file.type, url, filename: file.name };
    }),
  );
}
