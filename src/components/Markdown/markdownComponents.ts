import type { ComponentPropsWithoutRef, ComponentType, ElementType, ReactElement } from "react";

/** The elements Markdown is shown with, but for code blocks and formulas. `h1` is a heading written with one `#`. */
type MarkdownTag =
  | "a"
  | "blockquote"
  | "br"
  | "code"
  | "del"
  | "em"
  | `h${1 | 2 | 3 | 4 | 5 | 6}`
  | "hr"
  | "img"
  | "kbd"
  | "li"
  | "mark"
  | "ol"
  | "p"
  | "strong"
  | "sub"
  | "sup"
  | "table"
  | "tbody"
  | "td"
  | "th"
  | "thead"
  | "tr"
  | "ul";

/** What the replacement of a code block gets. */
export interface MarkdownCodeProps {
  /** The first word behind the opening fence, as written; empty where there is none. */
  language: string;
  /** Everything behind the opening fence. */
  info: string;
  /** The lines of the code. The array is written in place while the block is open. */
  lines: readonly string[];
  /** True while more lines may come. */
  isOpen: boolean;
  /** The block as it is shown without a replacement. */
  children: ReactElement;
}

/** What the replacement of a formula gets. */
export interface MarkdownFormulaProps {
  /** The TeX source without its marks. */
  tex: string;
  /** Whether the formula stands on a line of its own. */
  isDisplay: boolean;
  /** True while its end has not arrived, so that `tex` may not be TeX yet. */
  isOpen: boolean;
  /** The formula as it is shown without a replacement. */
  children: ReactElement;
}

/**
 * Components of yours in the place of elements of a text. Each gets the props and children of the element it stands for.
 * Keep the object outside the component that passes it, or memoise it.
 */
export interface MarkdownComponents extends Partial<{
  [Tag in MarkdownTag]: ComponentType<ComponentPropsWithoutRef<Tag>>;
}> {
  codeBlock?: ComponentType<MarkdownCodeProps>;
  formula?: ComponentType<MarkdownFormulaProps>;
}

/** What every element is made of: a component of yours, or an element of HTML. */
export type MarkdownElements = Record<MarkdownTag, ElementType> &
  Pick<MarkdownComponents, "codeBlock" | "formula">;

/**
 * Puts components in the place of elements. Headings are two levels lower than they were written: a page has its own `h1`
 * and `h2`, and a model's `#` is no part of that outline.
 */
export function elementsWith(components: MarkdownComponents): MarkdownElements {
  const { codeBlock, formula, ...others } = components;
  const given = others as Record<string, ElementType | undefined>;
  return {
    ...(Object.fromEntries(
      Object.entries(elements).map(([name, element]) => [name, given[name] ?? element]),
    ) as Record<MarkdownTag, ElementType>),
    ...(codeBlock && { codeBlock }),
    ...(formula && { formula }),
  };
}

const elements: Readonly<Record<MarkdownTag, ElementType>> = {
  a: "a",
  blockquote: "blockquote",
  br: "br",
  code: "code",
  del: "del",
  em: "em",
  h1: "h3",
  h2: "h4",
  h3: "h5",
  h4: "h6",
  h5: "h6",
  h6: "h6",
  hr: "hr",
  img: "img",
  kbd: "kbd",
  li: "li",
  mark: "mark",
  ol: "ol",
  p: "p",
  strong: "strong",
  sub: "sub",
  sup: "sup",
  table: "table",
  tbody: "tbody",
  td: "td",
  th: "th",
  thead: "thead",
  tr: "tr",
  ul: "ul",
};
