import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "../..");

/** One fenced block of TypeScript on a page of the documentation. */
export interface CodeBlock {
  /** The page and the line its code begins in, such as `docs/gateway.md:12`. */
  location: string;
  path: string;
  /** The line of the page its code begins in, from 1. */
  line: number;
  language: "ts" | "tsx";
  code: string;
  /** The file it is, from ` ```tsx title="app/page.tsx" `; other blocks of the page import it by that name. */
  title: string | undefined;
  /** Why its types are not checked, from ` ```ts unchecked="…" `. */
  unchecked: string | undefined;
}

/** The pages: README.md, and every Markdown file below `docs`. */
export function documentPaths(): string[] {
  const docs = readdirSync(join(root, "docs"), { recursive: true, encoding: "utf8" });
  const pages = docs.filter((name) => name.endsWith(".md")).map((name) => join("docs", name));
  return ["README.md", ...pages.map((path) => path.replaceAll("\\", "/")).toSorted()];
}

/** The blocks of every page. */
export function documentedCode(): CodeBlock[] {
  return documentPaths().flatMap((path) =>
    readCodeBlocks(path, readFileSync(join(root, path), "utf8")),
  );
}

/** The blocks of one page, in order. */
export function readCodeBlocks(path: string, markdown: string): CodeBlock[] {
  const blocks: CodeBlock[] = [];
  let open: { fence: string; info: string; line: number; lines: string[] } | undefined;
  for (const [at, text] of markdown.split("\n").entries()) {
    if (!open) {
      const [, fence, info] = /^(```+)(.*)$/.exec(text) ?? [];
      if (fence) open = { fence, info: info ?? "", line: at + 2, lines: [] };
    } else if (text.trim() === open.fence) {
      const language = open.info.split(" ", 1)[0];
      if (language === "ts" || language === "tsx")
        blocks.push({
          location: `${path}:${open.line}`,
          path,
          line: open.line,
          language,
          code: open.lines.join("\n"),
          title: attribute(open.info, "title"),
          unchecked: attribute(open.info, "unchecked"),
        });
      open = undefined;
    } else open.lines.push(text);
  }
  return blocks;
}

function attribute(info: string, name: string): string | undefined {
  return new RegExp(`\\s${name}="([^"]+)"`).exec(info)?.[1];
}
