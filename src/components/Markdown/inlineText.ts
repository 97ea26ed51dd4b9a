import type { Inline } from "../../markdown/index.js";

/** What somebody reads there, without marks. */
export function plainTextOf(nodes: readonly Inline[]): string {
  return nodes.map(plainText).join("");
}

function plainText(node: Inline): string {
  switch (node.type) {
    case "image":
      return node.alt;
    case "lineBreak":
      return " ";
    case "footnoteReference":
      return "";
    default:
      return "text" in node ? node.text : plainTextOf(node.children);
  }
}

/** The same with its marks, on one line. */
export function markdownOf(nodes: readonly Inline[]): string {
  return nodes.map(markdown).join("");
}

const marks = { emphasis: "*", strong: "**", strikethrough: "~~" } as const;

function markdown(node: Inline): string {
  switch (node.type) {
    case "text":
      // Not `]`: escaped on both sides, brackets would be those of a formula.
      return node.text.replaceAll(/[\\`*_[~$<]/g, String.raw`\$&`).replaceAll(/\s+/g, " ");
    case "htmlText":
      return node.text;
    case "codeSpan":
      return fenced(node.text);
    case "mathSpan":
      return node.isDisplay ? `$$${node.text}$$` : `$${node.text}$`;
    case "lineBreak":
      return "<br>";
    case "footnoteReference":
      return `[^${node.label}]`;
    case "image":
      return `![${node.alt}](<${node.url ?? ""}>)`;
    case "link": {
      const text = markdownOf(node.children);
      return node.url === undefined ? text : `[${text}](<${node.url}>)`;
    }
    case "element":
      return `<${node.name}>${markdownOf(node.children)}</${node.name}>`;
    default: {
      const mark = marks[node.type];
      return `${mark}${markdownOf(node.children)}${mark}`;
    }
  }
}

/** Code between more backticks than it has in a row. */
function fenced(code: string): string {
  const longest = Math.max(0, ...(code.match(/`+/g) ?? []).map(({ length }) => length));
  const fence = "`".repeat(longest + 1);
  const gap = longest > 0 ? " " : "";
  return `${fence}${gap}${code}${gap}${fence}`;
}
