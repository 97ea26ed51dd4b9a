import { type ElementTag, readElementTag, scanHTML } from "./htmlTag.js";
import type { InlineRun } from "./inlineRun.js";
import { enter, frame, htmlToken } from "./tokens.js";

/** What `<…>` leads to, what it shows, and the index behind it. */
interface AngleLink {
  url: string;
  text: string;
  end: number;
}

const URI = /<([a-zA-Z][a-zA-Z0-9+.-]{1,31}:[^ <>\p{Cc}]*)>/uy;
const LABEL = "[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?";
const MAIL = new RegExp(`<([a-zA-Z0-9.!#$%&'*+/=?^_\`{|}~-]+@${LABEL}(?:\\.${LABEL})*)>`, "y");

/** What may yet become an address, or a tag of an element that is let through, at the end of a text that still grows. */
const OPEN_URI = /<([a-zA-Z][a-zA-Z0-9+.-]{1,31}:[^ <>\p{Cc}]*)$/uy;
const OPEN_TAG = /<(?:\/?(?:s(?:u[bp]?)?|k(?:bd?)?|m(?:a(?:rk?)?)?)?|br?\s*\/?)$/iy;

/**
 * The autolink in angle brackets that starts at an index; `undefined` if none does.
 *
 * @see https://spec.commonmark.org/0.31.2/#autolinks
 */
function readAngleLink(source: string, at: number): AngleLink | undefined {
  for (const pattern of [URI, MAIL]) {
    pattern.lastIndex = at;
    const text = pattern.exec(source)?.[1];
    if (text !== undefined)
      return { url: pattern === MAIL ? `mailto:${text}` : text, text, end: pattern.lastIndex };
  }
  return undefined;
}

/** `<`: a link, HTML, or text. */
export function takeAngle(run: InlineRun): void {
  const link = readAngleLink(run.text, run.at);
  if (link) {
    const children = [{ type: "text", text: link.text } as const];
    return run.takeNode({ type: "link", url: link.url, title: undefined, children }, link.end);
  }
  const end = scanHTML(run, run.at);
  if (end < 0) return run.context.isOpen ? takeOpen(run) : run.takeText(1);
  const tag = run.text.slice(run.at, end);
  const element = readElementTag(tag);
  if (element?.isBreak) return run.takeNode({ type: "lineBreak" }, end);
  run.at = end;
  takeTag(run, tag, element);
}

/** Takes what is still arriving: of an address its text, of a tag nothing. */
function takeOpen(run: InlineRun): void {
  const { text, at } = run;
  OPEN_URI.lastIndex = at;
  OPEN_TAG.lastIndex = at;
  const address = OPEN_URI.exec(text)?.[1];
  if (address !== undefined) {
    const children = [{ type: "text", text: address } as const];
    run.takeNode({ type: "link", url: undefined, title: undefined, children }, text.length);
  } else if (OPEN_TAG.test(text)) run.at = text.length;
  else run.takeText(1);
}

/** Takes a tag as text, or as one end of an element. */
function takeTag(run: InlineRun, tag: string, element: ElementTag | undefined): void {
  const order = run.tokens.length;
  const token = htmlToken(tag);
  run.tokens.push(token);
  if (!element || element.isBreak) return;
  const { name } = element;
  if (!element.isClosing)
    return run.elements.push(name, { token, order, bottom: run.delimiters.top });
  const opening = run.elements.pop(name);
  if (!opening) return;
  run.delimiters.match(opening.bottom);
  while ((run.brackets.at(-1)?.order ?? -1) > opening.order) run.brackets.pop();
  opening.token.text = "";
  enter(opening.token, frame(name));
  token.text = "";
  token.exits = 1;
}
