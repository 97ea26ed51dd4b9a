/** One Markdown document the guide answers from. */
export interface GuideDocument {
  /** Where it stands in the repository, such as `docs/gateway.md`. */
  path: string;
  markdown: string;
}

/** What stands under one heading of a document, up to the next heading of any level. */
export interface Section {
  /** Path and anchor, such as `docs/gateway.md#authorize`. */
  url: string;
  /** The heading, without markup. */
  title: string;
  /** The title of its document. */
  page: string;
  /** The Markdown below the heading, with its links made relative to the repository. */
  body: string;
}

/** Splits documents at their headings. Headings with nothing below them, and text above the first one, are left out. */
export function splitIntoSections(documents: readonly GuideDocument[]): Section[] {
  return documents.flatMap(splitDocument);
}

function splitDocument({ path, markdown }: GuideDocument): Section[] {
  const sections: Section[] = [];
  const slugs = new Map<string, number>();
  let page: string | undefined;
  let open: { url: string; title: string; lines: string[] } | undefined;
  let inCode = false;

  const close = () => {
    const body = open?.lines.join("\n").trim();
    if (open && body) {
      sections.push({ url: open.url, title: open.title, page: page ?? path, body });
    }
  };

  for (const line of markdown.split(/\r?\n/)) {
    if (line.startsWith("```")) inCode = !inCode;
    const title = inCode ? undefined : headingOf(line);
    if (title === undefined) {
      open?.lines.push(inCode ? line : resolveLinks(line, path));
      continue;
    }
    close();
    page ??= title;
    open = { url: `${path}#${uniqueSlug(title, slugs)}`, title, lines: [] };
  }
  close();
  return sections;
}

function headingOf(line: string): string | undefined {
  const heading = /^#{1,6}\s+(.+?)\s*#*$/.exec(line)?.[1];
  return heading?.replace(/\[([^\]]*)\]\([^)]*\)/g, "$1").replace(/[`*]/g, "");
}

/**
 * The anchor GitHub gives a heading.
 * @see https://docs.github.com/en/get-started/writing-on-github/getting-started-with-writing-and-formatting-on-github/basic-writing-and-formatting-syntax#section-links
 */
function uniqueSlug(title: string, used: Map<string, number>): string {
  const slug = title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, "")
    .replace(/\s/g, "-");
  const count = used.get(slug) ?? 0;
  used.set(slug, count + 1);
  return count ? `${slug}-${count}` : slug;
}

/** Answers are read outside the document, so a link such as `(errors.md)` must say `(docs/errors.md)`. */
function resolveLinks(line: string, path: string): string {
  const root = "https://repository.invalid/";
  return line.replace(/\]\(([^)\s]+)\)/g, (whole, href: string) => {
    const resolved = new URL(href, root + path).href;
    return resolved.startsWith(root) ? `](${resolved.slice(root.length)})` : whole;
  });
}
