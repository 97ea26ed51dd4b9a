/** A file as a base64 `data:` URL of its type. Rejects for a file that can no longer be read. */
export function dataURLOf(file: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener("load", () => resolve(reader.result as string));
    reader.addEventListener("error", () => reject(reader.error));
    reader.readAsDataURL(file);
  });
}

/** The file in a base64 `data:` URL; `undefined` for any other. Not by `fetch`, which a page's policy may forbid. */
export function fileOf(url: string): Blob | undefined {
  const [, type = "", base64] = /^data:([^;,]*)[^,]*;base64,(.*)$/s.exec(url) ?? [];
  if (base64 === undefined) return undefined;
  try {
    const letters = atob(base64);
    const bytes = new Uint8Array(letters.length);
    for (let at = 0; at < letters.length; at += 1) bytes[at] = letters.charCodeAt(at);
    return new Blob([bytes], { type });
  } catch {
    return undefined;
  }
}
