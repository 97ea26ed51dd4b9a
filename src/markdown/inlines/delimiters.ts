import { isUnicodePunctuation, isUnicodeSpace, TILDE, UNDERSCORE } from "../characters.js";
import { enter, frame, textToken, type Token } from "./tokens.js";

/** A run of `*`, `_` or `~` that may open or close something. */
export interface Delimiter {
  readonly token: Token;
  /** Where in the text the run starts. */
  readonly at: number;
  readonly code: number;
  /** How long the run was. */
  readonly size: number;
  /** How much of it is not used yet. */
  left: number;
  readonly canOpen: boolean;
  readonly canClose: boolean;
  /** True at the end of a text that still grows: the run may become longer. */
  readonly isLast: boolean;
  previous: Delimiter | undefined;
  next: Delimiter | undefined;
}

/**
 * The delimiter stack of CommonMark.
 *
 * @see https://spec.commonmark.org/0.31.2/#an-algorithm-for-parsing-nested-emphasis-and-links
 */
export class Delimiters {
  top: Delimiter | undefined;

  /** Adds the run of `size` characters at an index. */
  push(text: string, at: number, size: number, isOpen: boolean): Token {
    const code = text.charCodeAt(at);
    const token = textToken(text.slice(at, at + size));
    const isLast = isOpen && at + size === text.length;
    const { canOpen, canClose } = flanks(text, at, size);
    if (!isLast && ((!canOpen && !canClose) || (code === TILDE && size > 2))) return token;
    const previous = this.top;
    const next = undefined;
    this.top = { token, at, code, size, left: size, canOpen, canClose, isLast, previous, next };
    if (previous) previous.next = this.top;
    return token;
  }

  /** Matches the runs above `bottom` and takes them off; with `isOpen` what is left opened is taken to be closed at the end. */
  match(bottom: Delimiter | undefined, isOpen = false): void {
    const floors = new Map<number, number>();
    let closer = this.above(bottom);
    while (closer) {
      const opener = closer.canClose ? this.findOpener(closer, bottom, floors) : undefined;
      if (opener) this.pair(opener, closer);
      if (opener && closer.left > 0) continue;
      const { next }: Delimiter = closer;
      if (closer.left === 0 || !closer.canOpen) this.remove(closer);
      closer = next;
    }
    if (isOpen) for (let one = this.above(bottom); one; one = one.next) enterPending(one);
    this.cut(bottom);
  }

  /** Takes off everything above `bottom`. */
  cut(bottom: Delimiter | undefined): void {
    this.top = bottom;
    if (bottom) bottom.next = undefined;
  }

  private above(bottom: Delimiter | undefined): Delimiter | undefined {
    if (bottom) return bottom.next;
    let first = this.top;
    while (first?.previous) first = first.previous;
    return first;
  }

  private findOpener(
    closer: Delimiter,
    bottom: Delimiter | undefined,
    floors: Map<number, number>,
  ): Delimiter | undefined {
    // Runs that behave alike look for the same openers: none has to look below where another found none.
    const alike = closer.code === TILDE ? Math.min(closer.size, 3) : closer.size % 3;
    const key = closer.code * 16 + alike * 4 + (closer.canOpen ? 2 : 0) + (closer.isLast ? 1 : 0);
    const floor = floors.get(key) ?? bottom?.at ?? -1;
    for (let opener = closer.previous; opener && opener.at > floor; opener = opener.previous)
      if (opener.canOpen && fits(opener, closer)) return opener;
    floors.set(key, closer.previous?.at ?? floor);
    return undefined;
  }

  private pair(opener: Delimiter, closer: Delimiter): void {
    const isStruck = closer.code === TILDE;
    const used = isStruck ? closer.size : Math.min(opener.left, closer.left, 2);
    enter(opener.token, frame(isStruck ? "strikethrough" : used === 2 ? "strong" : "emphasis"));
    closer.token.exits += 1;
    for (const run of [opener, closer]) {
      run.left -= used;
      run.token.text = run.token.text.slice(used);
    }
    opener.next = closer;
    closer.previous = opener;
    if (opener.left === 0) this.remove(opener);
  }

  private remove({ previous, next, isLast, token }: Delimiter): void {
    // What may still become a mark is not shown as text.
    if (isLast) token.text = "";
    if (previous) previous.next = next;
    if (next) next.previous = previous;
    else this.top = previous;
  }
}

/** @see https://spec.commonmark.org/0.31.2/#left-flanking-delimiter-run */
function flanks(text: string, at: number, size: number): { canOpen: boolean; canClose: boolean } {
  const before = codePointBefore(text, at);
  const after = text.codePointAt(at + size) ?? Number.NaN;
  const [spaceBefore, spaceAfter] = [isUnicodeSpace(before), isUnicodeSpace(after)];
  const [markBefore, markAfter] = [isUnicodePunctuation(before), isUnicodePunctuation(after)];
  const isLeft = !spaceAfter && (!markAfter || spaceBefore || markBefore);
  const isRight = !spaceBefore && (!markBefore || spaceAfter || markAfter);
  if (text.charCodeAt(at) !== UNDERSCORE) return { canOpen: isLeft, canClose: isRight };
  return {
    canOpen: isLeft && (!isRight || markBefore),
    canClose: isRight && (!isLeft || markAfter),
  };
}

function codePointBefore(text: string, at: number): number {
  const unit = text.charCodeAt(at - 1);
  const isLow = unit >= 0xdc00 && unit <= 0xdfff;
  return isLow ? (text.codePointAt(at - 2) ?? unit) : unit;
}

function fits(opener: Delimiter, closer: Delimiter): boolean {
  if (opener.code !== closer.code) return false;
  if (closer.code === TILDE) return opener.size === closer.size;
  // Half of "**" would close with "*" what the rest of it is about to close.
  if (closer.isLast && opener.left > closer.left) return false;
  if (!opener.canClose && !closer.canOpen) return true;
  return closer.size % 3 === 0 || (opener.size + closer.size) % 3 !== 0;
}

/** Shows what a run opens although nothing closes it yet, unless the run is likelier to be something else. */
function enterPending({ token, code, left, canOpen, canClose, isLast }: Delimiter): void {
  if (isLast) token.text = "";
  // "2*3" and "~5" are no marks.
  if (isLast || !canOpen || canClose || left > 3 || (code === TILDE && left !== 2)) return;
  token.text = "";
  if (code === TILDE) return enter(token, frame("strikethrough", true));
  if (left > 1) enter(token, frame("strong", true));
  if (left !== 2) enter(token, frame("emphasis", true));
}
