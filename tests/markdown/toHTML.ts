import type { Block, Inline, MarkdownDocument, Table } from "../../src/markdown/index.js";

/**
 * Writes a tree as the HTML the CommonMark specification shows. HTML in the text is written as it stands, so that what the
 * engine took for HTML can be compared: only a test may do that.
 */
export function toHTML(document: MarkdownDocument): string {
  const footnotes = new Footnotes();
  const body = document.children
    .filter(({ type }) => type !== "footnoteDefinition")
    .map((block) => writeBlock(block, footnotes))
    .join("");
  return body + footnotes.write(document);
}

/** Footnotes as GitHub shows them: at the end, in the order of their first references. */
class Footnotes {
  private readonly order: string[] = [];

  reference(label: string): string {
    if (!this.order.includes(label)) this.order.push(label);
    const number = this.order.indexOf(label) + 1;
    return `<sup class="footnote-ref"><a href="#fn${number}" id="fnref${number}">${number}</a></sup>`;
  }

  write(document: MarkdownDocument): string {
    const items: string[] = [];
    // Footnotes may refer to more of them.
    for (const label of this.order) {
      const number = this.order.indexOf(label) + 1;
      const found = document.children.find(
        (block) =>
          block.type === "footnoteDefinition" &&
          block.label === label &&
          block.number !== undefined,
      );
      const content = found ? writeChildren(found, this) : "";
      const back = `<a href="#fnref${number}" class="footnote-backref">↩</a>`;
      const linked = content.endsWith("</p>\n")
        ? `${content.slice(0, -5)} ${back}</p>\n`
        : `${content}${back}\n`;
      items.push(`<li id="fn${number}">\n${linked}</li>\n`);
    }
    if (items.length === 0) return "";
    return `<section class="footnotes">\n<ol>\n${items.join("")}</ol>\n</section>\n`;
  }
}

function writeChildren(block: Block, footnotes: Footnotes): string {
  if (!("children" in block)) return "";
  return (block.children as readonly Block[]).map((child) => writeBlock(child, footnotes)).join("");
}

function writeBlock(block: Block, footnotes: Footnotes): string {
  switch (block.type) {
    case "paragraph":
      return `<p>${writeInlines(block.children, footnotes)}</p>\n`;
    case "heading":
      return `<h${block.level}>${writeInlines(block.children, footnotes)}</h${block.level}>\n`;
    case "thematicBreak":
      return "<hr />\n";
    case "blockQuote":
      return `<blockquote>\n${writeChildren(block, footnotes)}</blockquote>\n`;
    case "list": {
      const tag = block.isOrdered ? "ol" : "ul";
      const start = block.isOrdered && block.start !== 1 ? ` start="${block.start}"` : "";
      const items = block.children.map((item) => writeItem(item, block.isLoose, footnotes));
      return `<${tag}${start}>\n${items.join("")}</${tag}>\n`;
    }
    case "codeBlock": {
      const language = block.language ? ` class="language-${escape(block.language)}"` : "";
      return `<pre><code${language}>${escape(block.lines.map((line) => `${line}\n`).join(""))}</code></pre>\n`;
    }
    case "mathBlock":
      return `<math display="block">${escape(block.lines.join("\n"))}</math>\n`;
    case "htmlTextBlock":
      return `${block.lines.join("\n")}\n`;
    case "table":
      return writeTable(block, footnotes);
    default:
      return "";
  }
}

function writeItem(item: Block, isLoose: boolean, footnotes: Footnotes): string {
  if (item.type !== "listItem") return "";
  const box =
    item.isChecked === undefined
      ? ""
      : `<input type="checkbox"${item.isChecked ? ' checked=""' : ""} disabled="" /> `;
  let html = "";
  for (const [index, child] of item.children.entries()) {
    const lead = index === 0 ? box : "";
    if (child.type === "paragraph" && !isLoose) {
      const isLast = index === item.children.length - 1;
      html += `${lead}${writeInlines(child.children, footnotes)}${isLast ? "" : "\n"}`;
    } else {
      const block = writeBlock(child, footnotes);
      if (html === "") html += "\n";
      html += lead ? block.replace("<p>", `<p>${lead}`) : block;
    }
  }
  return `<li>${html}</li>\n`;
}

function writeTable({ alignments, children }: Table, footnotes: Footnotes): string {
  const [head, ...rows] = children.map((row, at) => {
    const tag = at === 0 ? "th" : "td";
    const cells = alignments.map((alignment, column) => {
      const cell = row.children[column];
      const align = alignment ? ` align="${alignment}"` : "";
      return `<${tag}${align}>${cell ? writeInlines(cell.children, footnotes) : ""}</${tag}>\n`;
    });
    return `<tr>\n${cells.join("")}</tr>\n`;
  });
  const body = rows.length > 0 ? `<tbody>\n${rows.join("")}</tbody>\n` : "";
  return `<table>\n<thead>\n${head}</thead>\n${body}</table>\n`;
}

function writeInlines(nodes: readonly Inline[], footnotes: Footnotes): string {
  return nodes.map((node) => writeInline(node, footnotes)).join("");
}

function writeInline(node: Inline, footnotes: Footnotes): string {
  switch (node.type) {
    case "text":
      return escape(node.text);
    case "htmlText":
      return node.text;
    case "lineBreak":
      return "<br />\n";
    case "codeSpan":
      return `<code>${escape(node.text)}</code>`;
    case "mathSpan":
      return `<math${node.isDisplay ? ' display="block"' : ""}>${escape(node.text)}</math>`;
    case "footnoteReference":
      return footnotes.reference(node.label);
    case "image": {
      const title = node.title === undefined ? "" : ` title="${escape(node.title)}"`;
      return `<img src="${escape(node.url ?? "")}" alt="${escape(node.alt)}"${title} />`;
    }
    case "link": {
      const title = node.title === undefined ? "" : ` title="${escape(node.title)}"`;
      return `<a href="${escape(node.url ?? "")}"${title}>${writeInlines(node.children, footnotes)}</a>`;
    }
    default: {
      const tag = {
        emphasis: "em",
        strong: "strong",
        strikethrough: "del",
        element: "name" in node ? node.name : "",
      }[node.type];
      return `<${tag}>${writeInlines(node.children, footnotes)}</${tag}>`;
    }
  }
}

function escape(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
