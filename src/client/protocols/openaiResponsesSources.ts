import { asFields, asText } from "../looseJSON.js";
import type { StreamPart } from "../streamParts.js";

/** What an answer rests on, each source once. */
export interface Sources {
  /** Reads one annotation of a text: a web page, a file, or something unknown, which is ignored. */
  read(annotation: unknown): Generator<StreamPart, void, undefined>;
}

/** Begins with no source. */
export function createSources(): Sources {
  const seen = new Set<string>();

  function* read(annotation: unknown): Generator<StreamPart, void, undefined> {
    const note = asFields(annotation);
    const page = asFields(note["url_citation"] ?? note);
    const url = asText(page["url"]);
    const fileId = asText(note["file_id"]);
    const key = url ?? fileId;
    if (key === undefined || seen.has(key)) return;
    seen.add(key);
    const sourceId = `source-${seen.size}`;
    if (url !== undefined) {
      yield { type: "source-url", sourceId, url, title: asText(page["title"]) };
    } else {
      const filename = asText(note["filename"]);
      // The type of a cited file is not told.
      const mediaType = "application/octet-stream";
      yield { type: "source-document", sourceId, mediaType, title: filename ?? key, filename };
    }
  }

  return { read };
}
