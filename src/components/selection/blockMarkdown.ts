import { inlineMarkdown, innerMarkdown, isSelected, plainText } from "./inlineMarkdown.js";

const blocks =
  "p, div, section, article, header, footer, figure, ul, ol, li, pre, blockquote, h1, h2, h3, h4, h5, h6, table, hr, details, dl, dt, dd";

/** What begins a block of another kind at the start of a line. */
const lineStart = /^(?:#{1,6}(?=\s)|[-+>](?=\s|$)|\d+(?=[.)]\s))/;

const delimiters: Readonly<Record<string, string>> = {
  left: ":---",
  center: ":---:",
  right: "---:",
};

/**
 * What is selected within `root` as Markdown, by the meaning of the elements alone: whoever made them. Empty where it is no
 * text of a message, such as buttons. Within one paragraph, cell or heading it is what is in it, without the mark of the
 * block; within code or text that was shown as it was written, that text.
 */
export function rangeToMarkdown(range: Range, root: Element): string {
  const common = range.commonAncestorContainer;
  const within = common instanceof Element ? common : (common.parentElement ?? root);
  if (within.closest("pre, code, [data-pl-bubble], [data-pl-plain]"))
    return plainText(common, range);
  // Some rows are a table, some items a list.
  const whole = within.closest("table, ul, ol");
  const isPart = within.matches("tr, tbody, thead, table, ul, ol");
  return (isPart && whole ? blockMarkdown(whole, range) : contentMarkdown(within, range)).trim();
}

function contentMarkdown(parent: Element, range: Range, gap = "\n\n"): string {
  const parts: string[] = [];
  let line = "";
  const endLine = (): void => {
    const text = parent.matches("[data-pl-bubble], [data-pl-plain]") ? line : paragraph(line);
    if (text) parts.push(text);
    line = "";
  };
  for (const child of parent.childNodes) {
    if (!(child instanceof Element) || !holdsBlocks(child)) line += inlineMarkdown(child, range);
    else if (isSelected(child, range)) {
      endLine();
      const text = blockMarkdown(child, range);
      if (text) parts.push(text);
    }
  }
  endLine();
  return parts.join(gap);
}

function holdsBlocks(element: Element): boolean {
  return element.matches(blocks) || element.querySelector(blocks) !== null;
}

function paragraph(line: string): string {
  return line
    .trim()
    .replaceAll("  \n ", "  \n")
    .replace(lineStart, (start) => (/^\d/.test(start) ? `${start}\\` : `\\${start}`));
}

function blockMarkdown(element: Element, range: Range): string {
  switch (element.localName) {
    case "h1":
    case "h2":
    case "h3":
    case "h4":
    case "h5":
    case "h6":
      return heading(element, range);
    case "ul":
    case "ol":
      return list(element, range);
    case "pre":
      return code(element, range);
    case "blockquote":
      return prefixed(contentMarkdown(element, range), "> ", "> ");
    case "hr":
      return "---";
    case "table":
      return table(element as HTMLTableElement, range);
    default: {
      const note = element.getAttribute("data-pl-footnote");
      const text = contentMarkdown(element, range);
      return note ? prefixed(text, `[^${note}]: `, "    ") : text;
    }
  }
}

function heading(element: Element, range: Range): string {
  const text = innerMarkdown(element, range).trim();
  return text && `${"#".repeat(Number(element.localName.slice(1)))} ${text}`;
}

function list(element: Element, range: Range): string {
  const items = [...element.children].filter((item) => item.localName === "li");
  const isTight =
    element.hasAttribute("data-tight") || !items.some((item) => item.querySelector(":scope > p"));
  const gap = isTight ? "\n" : "\n\n";
  const first = element.localName === "ol" ? ((element as HTMLOListElement).start ?? 1) : undefined;
  return items
    .map((item, index) => {
      if (!isSelected(item, range)) return "";
      const mark = first === undefined ? "- " : `${first + index}. `;
      const text = contentMarkdown(item, range, gap);
      return text && prefixed(boxOf(item) + text, mark, " ".repeat(mark.length));
    })
    .filter(Boolean)
    .join(gap);
}

/** The box of an item of a task list, and nothing for another. */
function boxOf(item: Element): string {
  const box = item.querySelector<HTMLInputElement>("input[type=checkbox]");
  return box?.closest("li") === item ? `[${box.checked ? "x" : " "}] ` : "";
}

function code(element: Element, range: Range): string {
  const text = plainText(element, range).replace(/\n$/, "");
  if (!text.trim()) return "";
  const longest = Math.max(2, ...(text.match(/`{3,}/g) ?? []).map(({ length }) => length));
  const fence = "`".repeat(longest + 1);
  return `${fence}${languageOf(element)}\n${text}\n${fence}`;
}

/** The language as its class or its attribute has it, on the code or around it. */
function languageOf(pre: Element): string {
  const named = pre.closest("[data-language]") ?? pre.querySelector("[data-language]");
  const classes = `${pre.className} ${pre.querySelector("code")?.className ?? ""}`;
  return named?.getAttribute("data-language") ?? /\blanguage-(\S+)/.exec(classes)?.[1] ?? "";
}

function table(element: HTMLTableElement, range: Range): string {
  const rows = [...element.rows].filter((row) => isSelected(row, range));
  const texts = rows.map((row) => [...row.cells].map((cell) => cellText(cell, range)));
  if (texts.every((cells) => cells.every((cell) => !cell))) return "";
  const [header, ...body] = texts.map((cells) => `| ${cells.join(" | ")} |`);
  const columns = [...rows[0]!.cells].map((cell) => delimiters[alignmentOf(cell)] ?? "---");
  return [header, `| ${columns.join(" | ")} |`, ...body].join("\n");
}

function cellText(cell: HTMLTableCellElement, range: Range): string {
  const text = innerMarkdown(cell, range).replaceAll("  \n", "<br>").trim();
  return text.replaceAll(/(?<!\\)\|/g, String.raw`\|`).replaceAll("\n", " ");
}

function alignmentOf(cell: HTMLTableCellElement): string {
  return cell.getAttribute("data-align") ?? (cell.align || cell.style.textAlign);
}

function prefixed(text: string, first: string, rest: string): string {
  const lines = text.split("\n");
  return lines.map((line, index) => ((index === 0 ? first : rest) + line).trimEnd()).join("\n");
}
