import type { LinkSpan } from "../../markdown/index.js";
import { shortHostOf } from "./hostOf.js";

/** The host a link leads to, to be shown beside it; `undefined` where its text names that host, or where it leads to none. */
export function linkedHost({ url = "", children }: LinkSpan): string | undefined {
  const host = shortHostOf(url);
  if (host === undefined) return undefined;
  const [only] = children;
  const text = children.length === 1 && only?.type === "text" ? only.text.trim() : "";
  return host === shortHostOf(text) || host === shortHostOf(`https://${text}`) ? undefined : host;
}
