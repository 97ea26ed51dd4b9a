"use client";
import type { ReactElement, ReactNode } from "react";
import type { ImageSpan, Inline, LinkSpan } from "../../markdown/index.js";
import { showFootnoteMark } from "./FootnoteView.js";
import { Formula } from "./Formula.js";
import { linkedHost } from "./linkedHost.js";
import type { MarkdownContextValue } from "./markdownContext.js";
import { TextImage } from "./TextImage.js";
import { hasAddress } from "./textImages.js";

/**
 * The text of a leaf as elements. Their order in the leaf is their identity: text is only added at its end.
 *
 * @param isLinked Whether they are in a link.
 */
export function showInlines(
  nodes: readonly Inline[],
  context: MarkdownContextValue,
  isLinked = false,
): ReactNode {
  return nodes.map((node, at) => showInline(node, at, context, isLinked));
}

function showInline(
  node: Inline,
  key: number,
  context: MarkdownContextValue,
  isLinked: boolean,
): ReactNode {
  const { elements } = context;
  switch (node.type) {
    case "text":
    case "htmlText":
      return node.text;
    case "codeSpan": {
      const Element = elements.code;
      return <Element key={key}>{node.text}</Element>;
    }
    case "lineBreak": {
      const Element = elements.br;
      return <Element key={key} />;
    }
    case "mathSpan":
      return <Formula key={key} tex={node.text} isDisplay={node.isDisplay} isOpen={node.isOpen} />;
    case "footnoteReference":
      return showFootnoteMark(node, key, context);
    case "image":
      return showImage(node, key, context, isLinked);
    case "link":
      return showLink(node, key, context);
    default: {
      const Element = elements[tagOf(node)];
      return <Element key={key}>{showInlines(node.children, context, isLinked)}</Element>;
    }
  }
}

type Spanning = Extract<Inline, { type: "emphasis" | "strong" | "strikethrough" | "element" }>;

function tagOf(node: Spanning): "em" | "strong" | "del" | "sub" | "sup" | "kbd" | "mark" {
  if (node.type === "element") return node.name;
  return ({ emphasis: "em", strong: "strong", strikethrough: "del" } as const)[node.type];
}

function showLink(node: LinkSpan, key: number, context: MarkdownContextValue): ReactElement {
  const children = showInlines(node.children, context, node.url !== undefined);
  // Still arriving, or taken away: its words stay, not a link to this page.
  if (node.url === undefined) return <span key={key}>{children}</span>;
  const Element = context.elements.a;
  const elsewhere = node.url.startsWith("#")
    ? {}
    : { target: "_blank", rel: "noopener noreferrer nofollow" };
  return (
    <Element
      key={key}
      href={node.url}
      title={node.title}
      data-pl-host={linkedHost(node)}
      {...elsewhere}
    >
      {children}
    </Element>
  );
}

function showImage(
  node: ImageSpan,
  key: number,
  { elements }: MarkdownContextValue,
  isLinked: boolean,
): ReactNode {
  if (!hasAddress(node)) return node.alt;
  const Element = elements.img;
  if (Element === "img") return <TextImage key={key} node={node} isLinked={isLinked} />;
  return <Element key={key} src={node.url} alt={node.alt} title={node.title} />;
}
