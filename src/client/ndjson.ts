import { readText } from "./sse.js";

/**
 * Reads newline-delimited text (NDJSON) out of bytes, however the network cut them. Lines come without their ends and
 * without white space around them; blank ones, which some servers send to keep a connection open, are skipped. A last line
 * without its end counts, because many servers leave that end out.
 *
 * Owns `bytes`: leaving the loop early cancels them. Throws what reading `bytes` throws, after the text that came before.
 *
 * @see https://github.com/ndjson/ndjson-spec
 */
export async function* readLines(
  bytes: ReadableStream<Uint8Array>,
): AsyncGenerator<string, void, undefined> {
  let open = "";
  try {
    for await (const text of readText(bytes)) {
      let at = 0;
      for (let end = text.indexOf("\n"); end >= 0; end = text.indexOf("\n", at)) {
        const line = (open + text.slice(at, end)).trim();
        open = "";
        at = end + 1;
        if (line) yield line;
      }
      open += text.slice(at);
    }
  } catch (error) {
    // What came before the break may be a whole line that only lacks its end.
    if (open.trim()) yield open.trim();
    throw error;
  }
  if (open.trim()) yield open.trim();
}
