const base64URL = /^data:([^;,]{0,200})[^,]{0,200};base64,/;

/** The file in a base64 `data:` URL; `undefined` for any other. Not by `fetch`, which a page's policy may forbid. */
export function fileOf(url: string): Blob | undefined {
  const [before, type = ""] = base64URL.exec(url) ?? [];
  if (before === undefined) return undefined;
  try {
    const letters = atob(url.slice(before.length));
    const bytes = new Uint8Array(letters.length);
    for (let at = 0; at < letters.length; at += 1) bytes[at] = letters.charCodeAt(at);
    return new Blob([bytes], { type });
  } catch {
    return undefined;
  }
}

/** How many bytes the file in a base64 `data:` URL has, without decoding it; `undefined` for any other. */
export function bytesOf(url: string): number | undefined {
  const before = base64URL.exec(url)?.[0].length;
  if (before === undefined) return undefined;
  const padding = url.endsWith("==") ? 2 : url.endsWith("=") ? 1 : 0;
  return Math.floor(((url.length - before) * 3) / 4) - padding;
}
