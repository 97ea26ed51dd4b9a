import type { SourceUrlPart } from "../../src/client/index.js";
import type { Hit } from "./searchSections.js";
import type { Section } from "./sections.js";

/** An answer and what it rests on, the quoted section first. */
export interface Answer {
  markdown: string;
  sources: SourceUrlPart[];
}

/** About as much as a person reads before asking on. */
const maxCharacters = 1_800;
/** A section scoring this share of the best is worth a link. */
const relatedShare = 0.4;
const maxRelated = 2;

/** Quotes the best section whole, or its beginning where it is long, and links the next best. */
export function composeAnswer(hits: readonly [Hit, ...Hit[]]): Answer {
  const [best, ...others] = hits;
  const related = others
    .filter(({ score }) => score >= best.score * relatedShare)
    .slice(0, maxRelated)
    .map(({ section }) => section);
  const { text, cut } = beginningOf(best.section.body);
  const from = cut ? `There is more in ${linkTo(best.section)}.` : `From ${linkTo(best.section)}.`;
  const also = related.length ? ` See also ${related.map(linkTo).join(" and ")}.` : "";
  return {
    markdown: `${text}\n\n${from}${also}`,
    sources: [best.section, ...related].map(toSource),
  };
}

function linkTo({ title, page, url }: Section): string {
  return title === page ? `[${title}](${url})` : `[${page}: ${title}](${url})`;
}

function toSource({ title, url }: Section): SourceUrlPart {
  return { type: "source-url", sourceId: url, url, title };
}

/** Whole blocks up to about `maxCharacters`: code and tables are never cut in two. */
function beginningOf(body: string): { text: string; cut: boolean } {
  const blocks = splitIntoBlocks(body);
  let length = 0;
  const kept = blocks.filter((block, position) => {
    length += block.length;
    return position === 0 || length <= maxCharacters;
  });
  return { text: kept.join("\n\n"), cut: kept.length < blocks.length };
}

/** Splits at blank lines, except inside fenced code. */
function splitIntoBlocks(body: string): string[] {
  const blocks: string[][] = [[]];
  let inCode = false;
  for (const line of body.split("\n")) {
    if (line.startsWith("```")) inCode = !inCode;
    if (line.trim() === "" && !inCode) blocks.push([]);
    else blocks.at(-1)?.push(line);
  }
  return blocks.filter((lines) => lines.length > 0).map((lines) => lines.join("\n"));
}
