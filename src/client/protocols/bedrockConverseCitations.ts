import { asFields, asText, type Fields } from "../looseJSON.js";
import type { StreamPart } from "../streamParts.js";

/** Makes source parts of citations, each source once in an answer. */
export interface Citations {
  read(citation: Fields): Generator<StreamPart, void, undefined>;
}

/** Begins with none. @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Citation.html */
export function createCitations(): Citations {
  const seen = new Set<string>();

  function* read(citation: Fields): Generator<StreamPart, void, undefined> {
    const location = asFields(citation["location"]);
    const web = asFields(location["web"]);
    const source = asText(citation["source"]);
    const title = asText(citation["title"]) ?? asText(web["domain"]);
    const url = asText(web["url"]) ?? (/^https?:/.test(source ?? "") ? source : undefined);
    const key = url ?? title ?? source;
    if (!key || seen.has(key)) return;
    seen.add(key);
    const sourceId = `source-${seen.size}`;
    if (url) yield { type: "source-url", sourceId, url, title };
    else {
      const mediaType = "documentPage" in location ? "application/pdf" : "text/plain";
      yield { type: "source-document", sourceId, mediaType, title: key };
    }
  }

  return { read };
}
