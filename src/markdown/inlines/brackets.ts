import { BANG, CARET, OPEN_BRACKET, OPEN_PAREN } from "../characters.js";
import type { Delimiter } from "./delimiters.js";
import type { InlineRun } from "./inlineRun.js";
import { normalizeLabel, readLabel, readResource, type Target } from "./linkParts.js";
import { enter, exitToken, frame, textToken, type Token } from "./tokens.js";

/** A `[` or `![` that may begin a link or an image. */
export interface Bracket {
  token: Token;
  /** The place of `token` among the tokens. */
  order: number;
  /** Where in the text the `[` stands. */
  at: number;
  isImage: boolean;
  /** False once a link was found behind it, for links do not stand in links. */
  isActive: boolean;
  /** The innermost delimiter in front of it. */
  bottom: Delimiter | undefined;
}

/** What a pair of brackets is. `end` is the index behind it. */
type Meaning =
  | { kind: "target"; target: Target; end: number }
  | { kind: "footnote"; label: string; number: number; end: number }
  | { kind: "unfinished" };

/**
 * What the brackets from `bracket` to the `]` at hand are; `undefined` if they are text.
 *
 * @see https://spec.commonmark.org/0.31.2/#links
 */
function readMeaning(run: InlineRun, bracket: Bracket): Meaning | undefined {
  const { text, at: close, missing } = run;
  const { references } = run.context;
  const after = text.charCodeAt(close + 1);
  const resource = after === OPEN_PAREN ? readResource(text, close + 1) : undefined;
  if (typeof resource === "object") return { kind: "target", target: resource, end: resource.end };
  const own = readLabel(text, bracket.at);
  const ownLabel = typeof own === "object" && own.end === close + 1 ? own.text : undefined;
  if (ownLabel?.charCodeAt(0) === CARET && !/[\s^]/.test(ownLabel.slice(1))) {
    const label = normalizeLabel(ownLabel.slice(1));
    const number = references.footnote(label);
    if (number !== undefined) return { kind: "footnote", label, number, end: close + 1 };
    missing.add(`^${label}`);
  }
  const second = after === OPEN_BRACKET ? readLabel(text, close + 1) : undefined;
  const isFull = typeof second === "object" && second.text !== "";
  const label = normalizeLabel((isFull ? second.text : ownLabel) ?? "");
  if (label !== "") {
    const target = references.link(label);
    const end = typeof second === "object" ? second.end : close + 1;
    if (target) return { kind: "target", target, end };
    missing.add(label);
  }
  const isUnfinished =
    resource === "unfinished" || second === "unfinished" || close + 1 === text.length;
  return isUnfinished && run.context.isOpen ? { kind: "unfinished" } : undefined;
}

/** `[` or `![`. */
export function takeOpening(run: InlineRun): void {
  const isImage = run.text.charCodeAt(run.at) === BANG;
  if (isImage && run.text.charCodeAt(run.at + 1) !== OPEN_BRACKET) return run.takeText(1);
  const order = run.tokens.length;
  const at = run.at + (isImage ? 1 : 0);
  const token = textToken(isImage ? "![" : "[");
  run.tokens.push(token);
  run.at = at + 1;
  run.brackets.push({ token, order, at, isImage, isActive: true, bottom: run.delimiters.top });
}

/** `]`: the end of a link, an image, a footnote's mark, or text. */
export function takeClosing(run: InlineRun): void {
  const bracket = run.brackets.pop();
  const meaning = bracket?.isActive ? readMeaning(run, bracket) : undefined;
  if (!bracket || !meaning) return run.takeText(1);
  if (meaning.kind === "target") takeTarget(run, bracket, meaning.target, meaning.end);
  else if (meaning.kind === "footnote") {
    const { label, number, end } = meaning;
    takeBack(run, bracket);
    run.takeNode({ type: "footnoteReference", label, number }, end);
  } else if (run.text.charCodeAt(bracket.at + 1) === CARET) {
    takeBack(run, bracket);
    run.at = run.text.length;
  } else takeTarget(run, bracket, undefined, run.text.length);
}

/** Takes back everything from a bracket on, but for the "!" of what looked like an image. */
function takeBack(run: InlineRun, { order, isImage, bottom }: Bracket): void {
  run.tokens.length = order;
  run.delimiters.cut(bottom);
  run.elements.cut(order);
  if (isImage) run.tokens.push(textToken("!"));
}

/** Makes a link or an image of the brackets; without a target it is still to come. */
function takeTarget(
  run: InlineRun,
  bracket: Bracket,
  target: Target | undefined,
  end: number,
): void {
  const { token, order, isImage, bottom } = bracket;
  run.delimiters.match(bottom);
  run.elements.cut(order);
  token.text = "";
  const kind = isImage ? "image" : "link";
  enter(token, { ...frame(kind), url: target?.url, title: target?.title });
  run.tokens.push(exitToken());
  run.at = end;
  if (isImage) return;
  for (let at = run.brackets.length - 1; at >= 0; at -= 1) {
    const outer = run.brackets[at];
    if (!outer || outer.isImage) continue;
    // Those outside of it were made inactive with it.
    if (!outer.isActive) break;
    outer.isActive = false;
  }
}

/**
 * Shows the brackets that a text which still grows has not closed: the innermost as a link, and an image around or within it.
 * Of the mark of a footnote nothing is shown.
 */
export function enterPending({ text, tokens, brackets }: InlineRun): void {
  const last = brackets.at(-1);
  if (last && text.charCodeAt(last.at + 1) === CARET) {
    tokens.length = last.order;
    brackets.pop();
  }
  let hasLink = false;
  for (const { token, isImage, isActive } of brackets.toReversed()) {
    if (!isImage && (hasLink || !isActive)) continue;
    token.text = "";
    enter(token, frame(isImage ? "image" : "link", true));
    hasLink ||= !isImage;
  }
}
