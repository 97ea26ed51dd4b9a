/**
 * A base URL as people paste it, made regular: no trailing slash, no `/chat/completions`, no query, and `/v1` where an
 * absolute address has no path at all. A path alone (`/api/polylogue`) stays as it is.
 */
export function normalizeBaseURL(address: string): string {
  const bare = address
    .trim()
    .replace(/[?#].*$/s, "")
    .replace(/\/*(?:\/chat\/completions)?\/*$/i, "");
  return /^https?:\/\/[^/]+$/i.test(bare) ? `${bare}/v1` : bare;
}
