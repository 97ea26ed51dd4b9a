import type { UIMessage } from "../client/messages.js";

/** How many characters of a text stand before what was found, and how many in all, at most. */
const before = 24;
const longest = 120;

/**
 * The words around what is searched for in the texts of a message, on one line; `undefined` where it is not there.
 *
 * @param query In lower case.
 */
export function excerptOf({ parts }: UIMessage, query: string): string | undefined {
  for (const part of parts) {
    if (part.type !== "text" || !("text" in part)) continue;
    const at = part.text.toLocaleLowerCase().indexOf(query);
    if (at < 0) continue;
    const from = wordStart(part.text, Math.max(0, at - before));
    const words = part.text
      .slice(from, from + longest)
      .replaceAll(/\s+/g, " ")
      .trim();
    return from > 0 ? `…${words}` : words;
  }
  return undefined;
}

/**
 * The same for the first of several messages, each as JSON. Most do not have the words, and need not be read: their JSON does
 * not have them either. Nothing is found in a damaged one.
 */
export function excerptInJSON(texts: readonly string[], query: string): string | undefined {
  const written = JSON.stringify(query).slice(1, -1);
  for (const text of texts) {
    if (!text.toLocaleLowerCase().includes(written)) continue;
    const excerpt = excerptIn(text, query);
    if (excerpt !== undefined) return excerpt;
  }
  return undefined;
}

function excerptIn(text: string, query: string): string | undefined {
  try {
    return excerptOf(JSON.parse(text) as UIMessage, query);
  } catch {
    return undefined;
  }
}

/** The beginning of the first word at `from` or soon after it; `from` itself in a script without spaces. */
function wordStart(text: string, from: number): number {
  if (from === 0) return 0;
  const space = text.slice(from, from + before).search(/\s/);
  return space < 0 ? from : from + space + 1;
}
