"use client";
import { createElement, type ReactElement, type ReactNode } from "react";
import type katex from "katex";

/** A node of the tree KaTeX builds before it writes HTML. */
interface TeXNode {
  /** The name of a MathML element; missing on text, spaces and fragments. */
  type?: string;
  attributes?: Record<string, string | number>;
  children?: readonly TeXNode[];
  text?: string;
  /** The width of a space, in em. */
  width?: number;
  character?: string | null;
}

type KaTeX = typeof katex & {
  __renderToDomTree: (tex: string, options: object) => TeXNode;
};

const MATHML = /^m[a-z]+$/;
// Inline styles are not allowed everywhere, and an address in a formula would be one nobody filtered.
const ATTRIBUTE = /^(?!on|style$|href$|src$|class$|xmlns$)[a-z]+$/;

/**
 * A formula as MathML; `undefined` if it is not TeX. Built from KaTeX's tree and not from its HTML, so that nothing is
 * inserted as markup.
 */
export function showTeX(
  loaded: typeof katex,
  tex: string,
  isDisplay: boolean,
): ReactElement | undefined {
  try {
    const tree = (loaded as KaTeX).__renderToDomTree(tex, {
      output: "mathml",
      displayMode: isDisplay,
      throwOnError: true,
      strict: "ignore",
      maxExpand: 200,
      maxSize: 20,
    });
    return createElement(
      "math",
      // The source is what a selection of it copies.
      { display: isDisplay ? "block" : undefined, "data-tex": tex },
      showChildren(tree),
    );
  } catch {
    return undefined;
  }
}

function showChildren({ children = [] }: TeXNode): ReactNode[] {
  return children.map(showNode);
}

function showNode(node: TeXNode, key: number): ReactNode {
  const { type, text, width, character } = node;
  if (text !== undefined) return text;
  if (width !== undefined)
    return character ?? createElement("mspace", { key, width: `${width}em` });
  // The source of the formula, which nobody sees.
  if (type === "annotation") return null;
  if (type === undefined || !MATHML.test(type) || type === "math") return showChildren(node);
  return createElement(type, { key, ...allowed(node.attributes) }, ...showChildren(node));
}

function allowed(
  attributes: Record<string, string | number> = {},
): Record<string, string | number> {
  return Object.fromEntries(Object.entries(attributes).filter(([name]) => ATTRIBUTE.test(name)));
}
