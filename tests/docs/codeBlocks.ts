import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readFencedBlocks, type FencedBlock } from "../../scripts/fencedBlocks.mjs";

const root = join(import.meta.dirname, "../..");

/** The languages whose types can be checked; the compiler judges JavaScript too. */
const languages = ["ts", "tsx", "js"] as const;

/** One fenced block of code on a page of the documentation. */
export interface CodeBlock extends FencedBlock {
  /** The page and the line its code begins in, such as `docs/gateway.md:12`. */
  location: string;
  path: string;
  language: (typeof languages)[number];
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
  return readFencedBlocks(markdown).flatMap((block) => {
    const language = languages.find((name) => name === block.language);
    return language ? { ...block, path, language, location: `${path}:${block.line}` } : [];
  });
}
