export const TAB = 0x09;
export const NEWLINE = 0x0a;
export const SPACE = 0x20;
export const BANG = 0x21;
export const DOUBLE_QUOTE = 0x22;
export const HASH = 0x23;
export const DOLLAR = 0x24;
export const AMPERSAND = 0x26;
export const QUOTE = 0x27;
export const OPEN_PAREN = 0x28;
export const CLOSE_PAREN = 0x29;
export const STAR = 0x2a;
export const PLUS = 0x2b;
export const DASH = 0x2d;
export const DOT = 0x2e;
export const COLON = 0x3a;
export const SEMICOLON = 0x3b;
export const LESS = 0x3c;
export const EQUALS = 0x3d;
export const GREATER = 0x3e;
export const AT = 0x40;
export const OPEN_BRACKET = 0x5b;
export const BACKSLASH = 0x5c;
export const CLOSE_BRACKET = 0x5d;
export const CARET = 0x5e;
export const UNDERSCORE = 0x5f;
export const BACKTICK = 0x60;
export const PIPE = 0x7c;
export const TILDE = 0x7e;

/** A space or a tab. */
export const isBlankCode = (code: number): boolean => code === SPACE || code === TAB;

/** A space, a tab or a line end. */
export const isSpaceCode = (code: number): boolean => isBlankCode(code) || code === NEWLINE;

export const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;

export const isLetter = (code: number): boolean => (code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a;

export const isAlphanumeric = (code: number): boolean => isDigit(code) || isLetter(code);

/** ASCII punctuation: what a backslash escapes. */
export const isEscapable = (code: number): boolean =>
  code > SPACE && code < 0x7f && !isAlphanumeric(code);

const UNICODE_SPACE = /[\s\p{Zs}]/u;
const UNICODE_PUNCTUATION = /[\p{P}\p{S}]/u;

/** White space in the sense of emphasis. Beyond either end of a text, where the code is NaN, counts as such. */
export function isUnicodeSpace(codePoint: number): boolean {
  if (codePoint < 0x80) return isSpaceCode(codePoint) || codePoint === 0x0c || codePoint === 0x0d;
  return !(codePoint >= 0x80) || UNICODE_SPACE.test(String.fromCodePoint(codePoint));
}

/** Punctuation or a symbol in the sense of emphasis. */
export function isUnicodePunctuation(codePoint: number): boolean {
  if (codePoint < 0x80) return isEscapable(codePoint);
  return codePoint >= 0x80 && UNICODE_PUNCTUATION.test(String.fromCodePoint(codePoint));
}

/** The index of the first character from `at` on that is no space, tab or line end. */
export function skipSpaces(text: string, at: number): number {
  let index = at;
  while (isSpaceCode(text.charCodeAt(index))) index += 1;
  return index;
}

/** Whether there is nothing but spaces and tabs. */
export const isBlankText = (text: string): boolean => !/[^ \t]/.test(text);

/** Without the spaces, tabs and line ends at its start and its end; other white space stays, as CommonMark wants it. */
export function trimSpaces(text: string): string {
  let end = text.length;
  while (isSpaceCode(text.charCodeAt(end - 1))) end -= 1;
  const start = skipSpaces(text, 0);
  return start < end ? text.slice(start, end) : "";
}
