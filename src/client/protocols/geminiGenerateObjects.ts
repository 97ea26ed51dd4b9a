import { readText } from "../sse.js";

/**
 * Finds the objects in a JSON text that is still coming: the one of a whole answer, or those of a list, each as soon as
 * it is complete. What stands between them is skipped; an object that is cut off is left out.
 *
 * Owns `bytes`: leaving the loop early cancels them. Throws what reading `bytes` throws.
 */
export async function* readJSONObjects(
  bytes: ReadableStream<Uint8Array>,
): AsyncGenerator<string, void, undefined> {
  const marks = /["\\{}]/g;
  let object = "";
  let depth = 0;
  let isString = false;
  let isEscaped = false;
  for await (const text of readText(bytes)) {
    let start = 0;
    // The character after a backslash may come with the next piece: it means nothing, whatever it is.
    marks.lastIndex = isEscaped ? 1 : 0;
    isEscaped = false;
    for (let mark = marks.exec(text); mark; mark = marks.exec(text)) {
      const at = mark.index;
      const char = text[at];
      if (char === '"') isString = !isString;
      else if (char === "\\") {
        marks.lastIndex = at + 2;
        isEscaped = at + 1 === text.length;
      } else if (!isString && char === "{") {
        if (depth === 0) start = at;
        depth += 1;
      } else if (!isString && char === "}" && depth > 0) {
        depth -= 1;
        if (depth > 0) continue;
        yield object + text.slice(start, at + 1);
        object = "";
      }
    }
    if (depth > 0) object += text.slice(start);
  }
}
