import type { FilePart } from "./messages.js";
import { base64Of, mediaTypeOf } from "./protocols/attachedFiles.js";

/** A document of a conversation, measured without reading it. */
export interface AttachedDocument {
  readonly part: FilePart;
  /** Bytes before base64; `undefined` for one that is an address. */
  readonly bytes: number | undefined;
  /** Pages of a PDF, where it says so openly; many are compressed and do not. */
  readonly pages: number | undefined;
}

const measured = new WeakMap<FilePart, AttachedDocument>();

/** Measures a document in a `data:` URL, each object once. Never throws. */
export function measureDocument(part: FilePart): AttachedDocument {
  const known = measured.get(part);
  if (known) return known;
  const base64 = base64Of(part);
  const document: AttachedDocument = {
    part,
    bytes:
      base64 === undefined ? undefined : Math.floor((base64.replace(/=+$/, "").length * 3) / 4),
    pages:
      base64 !== undefined && mediaTypeOf(part) === "application/pdf"
        ? countPages(base64)
        : undefined,
  };
  measured.set(part, document);
  return document;
}

/** The count at the root of the page tree, which is the largest. @see ISO 32000-1, 7.7.3.2 */
function countPages(base64: string): number | undefined {
  try {
    const nodes = atob(base64).matchAll(
      /\/Type\s*\/Pages\b[^>]{0,2000}|\/Count\s+\d+[^>]{0,2000}\/Type\s*\/Pages\b/g,
    );
    const counts = Array.from(nodes, ([node]) => Number(/\/Count\s+(\d+)/.exec(node)?.[1] ?? 0));
    return Math.max(0, ...counts) || undefined;
  } catch {
    // Not base64 after all: the provider will say so.
    return undefined;
  }
}
