import { asFields, asList, asText, type Fields } from "../looseJSON.js";
import type { StreamPart } from "../streamParts.js";

/** The sources of one answer, each told once. */
export interface GeminiSources {
  /** Reads the `groundingMetadata` of one chunk, which may repeat what earlier ones said. */
  read(groundingMetadata: unknown): Generator<StreamPart, void, undefined>;
}

/** Begins with no source. */
export function createGeminiSources(): GeminiSources {
  const seen = new Set<string>();

  function* read(groundingMetadata: unknown): Generator<StreamPart, void, undefined> {
    for (const chunk of asList(asFields(groundingMetadata)["groundingChunks"]).map(asFields)) {
      const source = readSource(chunk);
      if (!source || seen.has(source.key)) continue;
      seen.add(source.key);
      yield { ...source.part, sourceId: `source-${seen.size}` };
    }
  }

  return { read };
}

type SourcePart = Extract<StreamPart, { sourceId: string }>;

function readSource(chunk: Fields): { key: string; part: SourcePart } | undefined {
  const context = asFields(chunk["retrievedContext"]);
  // A page, a picture on a page, a place, or a passage of a document.
  const place = asFields(chunk["web"] ?? chunk["image"] ?? chunk["maps"] ?? context);
  const url = asText(place["sourceUri"]) ?? asText(place["uri"]);
  const title = asText(place["title"]);
  if (url && /^https?:/.test(url)) {
    return { key: url, part: { type: "source-url", sourceId: "", url, title } };
  }
  const path = url ?? asText(context["fileSearchStore"]);
  if (!path) return undefined;
  const filename = path.split("/").at(-1);
  const document = { type: "source-document", sourceId: "", mediaType: mediaTypeOf(path) } as const;
  return {
    key: `${path} ${title}`,
    part: { ...document, title: title ?? filename ?? path, ...(url && { filename }) },
  };
}

const mediaTypes: Readonly<Record<string, string>> = {
  pdf: "application/pdf",
  txt: "text/plain",
  md: "text/markdown",
  html: "text/html",
  csv: "text/csv",
};

function mediaTypeOf(path: string): string {
  const extension = /\.(\w+)$/.exec(path)?.[1]?.toLowerCase() ?? "";
  return (
    (Object.hasOwn(mediaTypes, extension) && mediaTypes[extension]) || "application/octet-stream"
  );
}
