import type { LinkSpan } from "../../markdown/index.js";

/** The host a link leads to, to be shown beside it; `undefined` where its text names that host, or where it leads to none. */
export function linkedHost({ url = "", children }: LinkSpan): string | undefined {
  const host = hostOf(url);
  if (host === undefined) return undefined;
  const [only] = children;
  const text = children.length === 1 && only?.type === "text" ? only.text.trim() : "";
  return host === hostOf(text) || host === hostOf(`https://${text}`) ? undefined : host;
}

function hostOf(address: string): string | undefined {
  try {
    const { protocol, host } = new URL(address);
    return protocol === "https:" || protocol === "http:" ? host.replace(/^www\./, "") : undefined;
  } catch {
    return undefined;
  }
}
