import { altOf } from "../../client/fileNotes.js";
import { mediaTypeOf } from "../../client/protocols/attachedFiles.js";
import type { FilePart } from "../../client/messages.js";
import type { PartLabels } from "./partLabels.js";

/** What an image is called, for people. */
export function nameOfImage(part: FilePart, labels: PartLabels): string {
  return altOf(part) || part.filename || labels.image;
}

/** A few letters that tell what a file is, such as "PDF": the ending of its name, else its media type. */
export function kindOfFile(part: FilePart): string {
  const ending = /\.([a-z0-9]{1,5})$/i.exec(part.filename ?? "")?.[1];
  const [type = "", subtype = ""] = mediaTypeOf(part).split("/");
  const kind = ending ?? (/^[a-z0-9]{1,5}$/i.test(subtype) ? subtype : type);
  return kind.toUpperCase();
}
