import { asNumber, asText, type Fields } from "../looseJSON.js";
import type { StreamPart } from "../streamParts.js";

/** The sources of one answer, each told once however often it is cited. */
export interface MessagesSources {
  /** The part for one citation; `undefined` for a source that is known already, or none. */
  read(citation: Fields): StreamPart | undefined;
}

/** Begins without sources. @see https://platform.claude.com/docs/en/build-with-claude/citations */
export function createMessagesSources(): MessagesSources {
  const known = new Set<string>();

  function read(citation: Fields): StreamPart | undefined {
    const url = asText(citation["url"]) ?? webAddress(citation["source"]);
    const index = asNumber(citation["document_index"]) ?? asNumber(citation["search_result_index"]);
    const title = asText(citation["document_title"]) ?? asText(citation["title"]);
    const key = url ?? (index === undefined ? title : `${index} ${title ?? ""}`);
    if (key === undefined || known.has(key)) return undefined;
    known.add(key);
    const sourceId = `source-${known.size}`;
    if (url) return { type: "source-url", sourceId, url, title };
    return {
      type: "source-document",
      sourceId,
      mediaType: citation["type"] === "page_location" ? "application/pdf" : "text/plain",
      title: title ?? asText(citation["source"]) ?? `Document ${(index ?? 0) + 1}`,
    };
  }

  return { read };
}

/** A search result names its source as it likes; only an address can be opened. */
function webAddress(source: unknown): string | undefined {
  const text = asText(source);
  return text && /^https?:\/\//i.test(text) ? text : undefined;
}
