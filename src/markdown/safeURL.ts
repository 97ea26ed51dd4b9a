/** The schemes a link may have unless the app names others. */
export const defaultSchemes: readonly string[] = [
  "http",
  "https",
  "mailto",
  "tel",
  "sms",
  "ftp",
  "irc",
  "ircs",
  "xmpp",
];

const IMAGE_SCHEMES: readonly string[] = ["http", "https", "blob"];
const IMAGE_DATA = /^data:image\/(?:png|gif|jpe?g|webp|avif|bmp);/i;
// Browsers drop control characters and spaces in front of a scheme, and tabs and line ends within it.
const IGNORED = /[\s\p{Cc}]/gu;
const NEEDS_ENCODING = /[^\w\-.~:/?#@!$&'()*+,;=]/;

/** An address fit for `href`: `undefined` unless it is relative or its scheme is in the list. Schemes are lower case, without colon. */
export function safeLinkURL(url: string, schemes: readonly string[]): string | undefined {
  const scheme = schemeOf(url);
  return scheme === undefined || schemes.includes(scheme) ? encodeURL(url) : undefined;
}

/** An address fit for the `src` of an image: relative, http, https, blob, or the data of a raster image; else `undefined`. */
export function safeImageURL(url: string): string | undefined {
  return IMAGE_DATA.test(url) ? encodeURL(url) : safeLinkURL(url, IMAGE_SCHEMES);
}

/** What a browser could take for the scheme, in lower case; `undefined` when the address is relative. */
function schemeOf(url: string): string | undefined {
  return /^([a-z][a-z0-9+.-]*):/i.exec(url.replaceAll(IGNORED, ""))?.[1]?.toLowerCase();
}

/** Percent-encodes what an address may not contain; what is encoded already stays. */
function encodeURL(url: string): string {
  if (!NEEDS_ENCODING.test(url)) return url;
  // encodeURI throws on half a surrogate pair, which a stream may well end with.
  const wellFormed = url.replaceAll(/[\ud800-\udfff]/gu, "\ufffd");
  return encodeURI(wellFormed).replaceAll(/%25([0-9a-f]{2})/gi, "%$1");
}
