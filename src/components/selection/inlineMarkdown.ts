/** What is on the page for the eye or the hand alone, and no text of a message. */
const aside =
  "[data-pl-actions], [data-pl-author], [data-pl-code-bar], [aria-hidden=true], [hidden], button:not([data-pl-open]), input, select, textarea, svg, script, style";

/** The number in a text that leads to its footnote; the one that leads back is without a value. */
const footnoteMark = "[data-pl-footnote-mark]:not([data-pl-footnote-mark=''])";

/** Text that stands on the page as it was written: its white space counts and its marks are no Markdown. */
const verbatim = "pre, [data-pl-bubble], [data-pl-plain]";

const pairs: Readonly<Record<string, string>> = {
  strong: "**",
  b: "**",
  em: "*",
  i: "*",
  del: "~~",
  s: "~~",
};

const asWritten = new Set(["sub", "sup", "kbd", "mark"]);

/** Marks that would be read as Markdown where they stand. Not more: `snake_case` and `2 * 3` are to stay as they are. */
const marks =
  /\\(?=[!-/:-@[-`{-~])|`|\*(?=\S)|(?<=\S)\*|(?<![\p{L}\p{N}])_(?=\S)|(?<=\S)_(?![\p{L}\p{N}])|~~|\[(?=[^\]]*\]\()|<(?=[a-z/!?])/giu;

/** Whether any of `node` is selected and it is text of a message. */
export function isSelected(node: Node, range: Range): boolean {
  return range.intersectsNode(node) && !(node instanceof Element && isAside(node));
}

function isAside(element: Element): boolean {
  return element.matches(aside) && !element.matches(footnoteMark);
}

/** The selected text under `node` as it stands on the page, without any marks. */
export function plainText(node: Node, range: Range): string {
  if (node.nodeType === Node.TEXT_NODE) return slice(node as Text, range);
  if (!isSelected(node, range)) return "";
  if (node instanceof Element && node.localName === "br") return "\n";
  return [...node.childNodes].map((child) => plainText(child, range)).join("");
}

function slice(text: Text, range: Range): string {
  if (!range.intersectsNode(text)) return "";
  const start = text === range.startContainer ? range.startOffset : 0;
  const end = text === range.endContainer ? range.endOffset : text.length;
  return text.data.slice(start, end);
}

/** What is selected under `node` as Markdown within a line, where `node` holds no blocks. */
export function inlineMarkdown(node: Node, range: Range): string {
  if (node.nodeType === Node.TEXT_NODE) {
    const text = slice(node as Text, range);
    if (node.parentElement?.closest(verbatim)) return text;
    return text.replaceAll(/\s+/g, " ").replaceAll(marks, String.raw`\$&`);
  }
  if (!(node instanceof Element) || !isSelected(node, range)) return "";
  const inner = (): string => innerMarkdown(node, range);
  const name = node.localName;
  if (pairs[name]) return between(pairs[name], inner());
  if (node.matches(footnoteMark)) return `[^${plainText(node, range)}]`;
  if (name === "sup" && node.querySelector(footnoteMark)) return inner();
  if (asWritten.has(name)) return inner() && `<${name}>${inner()}</${name}>`;
  switch (name) {
    case "br":
      return "  \n";
    case "code":
      return node.hasAttribute("data-pl-tex")
        ? formula(plainText(node, range), node.getAttribute("data-pl-tex") === "display")
        : fenced(plainText(node, range));
    case "math":
      return formula(
        texOf(node) ?? plainText(node, range),
        node.getAttribute("display") === "block",
      );
    case "a":
      return link(node, inner());
    case "img":
      return image(node);
    default:
      return inner();
  }
}

/** The same for what is in `node`. */
export function innerMarkdown(node: Node, range: Range): string {
  return [...node.childNodes].map((child) => inlineMarkdown(child, range)).join("");
}

/** Marks hold only where they touch the text, so spaces at its ends go outside. */
function between(mark: string, text: string): string {
  const words = text.trim();
  if (!words) return text;
  const [before, after] = text.split(words) as [string, string];
  return `${before}${mark}${words}${mark}${after}`;
}

/** Code between more backticks than it has in a row. */
function fenced(code: string): string {
  if (!code) return "";
  const longest = Math.max(0, ...(code.match(/`+/g) ?? []).map(({ length }) => length));
  const fence = "`".repeat(longest + 1);
  const gap = longest > 0 ? " " : "";
  return `${fence}${gap}${code}${gap}${fence}`;
}

function formula(tex: string, isDisplay: boolean): string {
  if (!tex) return "";
  return isDisplay ? `$$\n${tex.trim()}\n$$` : `$${tex.trim()}$`;
}

/** The source of a formula, where the page holds it. */
function texOf(math: Element): string | null | undefined {
  const annotation = math.querySelector('annotation[encoding="application/x-tex"]');
  return math.closest("[data-tex]")?.getAttribute("data-tex") ?? annotation?.textContent;
}

function link(anchor: Element, text: string): string {
  const url = anchor.getAttribute("href");
  if (!text || !url || url.startsWith("#") || text === url) return text;
  return `[${text}](${/[\s()<>]/.test(url) ? `<${url}>` : url})`;
}

/** An image that is held in the page has no address anybody could use. */
function image(element: Element): string {
  const url = element.getAttribute("src") ?? "";
  const alt = element.getAttribute("alt") ?? "";
  return /^https?:/i.test(url) ? `![${alt}](${url})` : alt && `[${alt}]`;
}
