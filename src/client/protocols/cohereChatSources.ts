import { asFields, asList, asText, type Fields } from "../looseJSON.js";
import type { StreamPart } from "../streamParts.js";

/** The documents an answer cites, each told once. */
export interface CohereSources {
  /** Reads one citation, or a list of them. */
  read(citations: unknown): Generator<StreamPart, void, undefined>;
}

/** Begins with nothing cited. */
export function createCohereSources(): CohereSources {
  const known = new Set<string>();

  function* read(citations: unknown): Generator<StreamPart, void, undefined> {
    for (const citation of Array.isArray(citations) ? citations : [citations]) {
      for (const source of asList(asFields(citation)["sources"])) yield* readOne(asFields(source));
    }
  }

  function* readOne(source: Fields): Generator<StreamPart, void, undefined> {
    // A tool's output is no document: its call is shown already.
    if (source["type"] === "tool") return;
    const document = asFields(source["document"]);
    const url = asText(document["url"]);
    const title = asText(document["title"]);
    const key = url ?? asText(source["id"]) ?? asText(document["id"]) ?? title;
    if (key === undefined || known.has(key)) return;
    known.add(key);
    const sourceId = `source-${known.size}`;
    if (url) yield { type: "source-url", sourceId, url, title };
    else {
      yield { type: "source-document", sourceId, mediaType: "text/plain", title: title ?? key };
    }
  }

  return { read };
}
