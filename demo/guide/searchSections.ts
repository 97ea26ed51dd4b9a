import MiniSearch, { type SearchOptions, type SearchResult } from "minisearch";
import type { Section } from "./sections.js";
import { formsOf, stem, termsOf, tokenize } from "./words.js";

/** A section and how well it fits: scores compare within one search only. */
export interface Hit {
  section: Section;
  score: number;
}

/** Finds sections for a question. */
export interface SectionSearch {
  /** How many sections it knows. */
  readonly size: number;
  /**
   * The sections that fit `question`, best first; none when too little of the question is spoken of anywhere.
   * `context` is the question before, which counts for less: it turns "and with Next.js?" into a whole question.
   */
  find(question: string, context?: string): Hit[];
}

/** Below this share of the question's own words, a hit is chance; a heading that has one of them says more. */
const minCoverage = 0.6;
const minTitleCoverage = 0.5;

const searchOptions: SearchOptions = {
  // The words of a query are stemmed before they get here.
  tokenize: (text) => text.split(" "),
  processTerm: (term) => term,
  boost: { title: 4, page: 2 },
  prefix: (term) => term.length > 3,
  fuzzy: (term) => (term.length > 4 ? 0.2 : false),
  weights: { prefix: 0.5, fuzzy: 0.2 },
};

/** Builds the full-text index: headings count most, and names that the text explains count twice. */
export function indexSections(sections: readonly Section[]): SectionSearch {
  const index = new MiniSearch({
    fields: ["title", "page", "names", "body"],
    tokenize,
    processTerm: stem,
  });
  index.addAll(sections.map((section, id) => ({ ...section, names: namesIn(section.body), id })));

  return {
    size: sections.length,
    find(question, context = "") {
      const asked = formsOf(question);
      const own = new Set(asked.flat());
      const words = new Set([...own, ...termsOf(context).map(stem)]);
      return index
        .search([...words].join(" "), {
          ...searchOptions,
          boostTerm: (term) => (own.has(term) ? 1 : 0.3),
          boostDocument: (id) => weightOf(sections[Number(id)]),
        })
        .flatMap((result) => {
          const section = sections[Number(result.id)];
          const coverage = coverageOf(asked, result.queryTerms);
          const enough = coverage >= (isInTitle(result) ? minTitleCoverage : minCoverage);
          return section && enough ? [{ section, score: result.score * coverage }] : [];
        })
        .toSorted((a, b) => b.score - a.score);
    },
  };
}

/** The share of the question's words that were found, 0 to 1, in whichever of their forms. */
function coverageOf(asked: readonly string[][], found: readonly string[]): number {
  if (asked.length === 0) return 1;
  return asked.filter((forms) => forms.some((form) => found.includes(form))).length / asked.length;
}

/** Whether a heading holds one of the matched words: `match` lists the fields each was found in. */
function isInTitle({ match }: SearchResult): boolean {
  return Object.values(match).some((fields) => fields.includes("title"));
}

/** What stands in inline code: names that the text is about. */
function namesIn(body: string): string {
  const prose = body.replace(/^```[\s\S]*?^```/gm, "");
  return (prose.match(/`[^`]+`/g) ?? []).join(" ");
}

/** The README says in short what a page of `docs` says in full, so the page wins. */
function weightOf(section: Section | undefined): number {
  return section?.url.startsWith("README") ? 0.5 : 1;
}
