/** What keys look like, whoever echoes them. */
const keyShapes: readonly RegExp[] = [
  /\b(?:sk|pk|rk)-[\w*.…-]{6,}/g,
  /\bAIza[\w*-]{10,}/g,
  /\b(?:gsk|xai|pplx|hf|nvapi|csk|fw|r8)[_-][\w*-]{12,}/g,
  /\b(?:AKIA|ASIA|ABIA)[A-Z0-9]{12,}/g,
  /\bABSK[\w+/=-]{16,}/g,
  /\beyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]*/g,
];

/** What stands before a key: the words are kept, what follows is masked. */
const keyPlaces: readonly RegExp[] = [
  /(\bBearer\s+)(?=\S*\d|\S{20})[^\s"',;)}\]]+/gi,
  /([?&](?:api[-_]?key|key|access[-_]?token|token|signature|sig|x-amz-(?:signature|credential|security-token))=)[^&\s"'#<>]+/gi,
  /((?:x-api-key|api-key|x-goog-api-key|x-amz-security-token|authorization)["']?\s*[:=]\s*["']?)(?!Bearer\b)[^\s"',;)}]+/gi,
  /(\bSignature=)[\da-f]{16,}/g,
];

/** What stands in the place of a key. */
export const redacted = "[redacted]";

/**
 * Masks API keys in a text before a person or a log sees it: everything shaped like a key, whatever follows `Bearer`,
 * `?key=` and the like, and the very keys in use.
 *
 * @param secrets The keys of this request; shorter than 6 characters they are ignored, since masking them would only
 *   tear up ordinary words.
 */
export function redact(text: string, secrets: readonly (string | undefined)[] = []): string {
  return maskKeys(text, secrets, () => redacted);
}

/** As `redact`, with a mask of the caller's own for each key found. */
export function maskKeys(
  text: string,
  secrets: readonly (string | undefined)[],
  mask: (key: string) => string,
): string {
  let result = text;
  for (const secret of secrets) {
    if (!secret || secret.length < 6) continue;
    result = result.replaceAll(secret, mask).replaceAll(encodeURIComponent(secret), mask);
  }
  for (const shape of keyShapes) result = result.replace(shape, mask);
  for (const place of keyPlaces) {
    result = result.replace(
      place,
      (found, before: string) => before + mask(found.slice(before.length)),
    );
  }
  return result;
}
