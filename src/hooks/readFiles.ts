import type { FilePart } from "../client/messages.js";
import { prepareAttachment } from "./prepareAttachment.js";

/** The files of a file input as parts of a message: images as the copies that are kept, the rest as they are. */
export function readFiles(
  files: FileList,
  workerUrl: string | URL | undefined,
): Promise<FilePart[]> {
  return Promise.all(
    Array.from(files, async (file) => {
      if (file.type.startsWith("image/")) {
        const result = await prepareAttachment(file, { workerUrl });
        if ("part" in result) return result.part;
      }
      // An image that cannot be sent is said to be so when the message is.
      return {
        type: "file" as const,
        mediaType: file.type,
        url: await dataURLOf(file),
        filename: file.name,
      };
    }),
  );
}

function dataURLOf(file: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener("load", () => resolve(reader.result as string));
    reader.addEventListener("error", () => reject(reader.error));
    reader.readAsDataURL(file);
  });
}
