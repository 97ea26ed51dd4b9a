"use client";
import type { ReactElement, ReactNode } from "react";
import type { ImageSpan, Inline, LinkSpan } from "../../markdown/index.js";
import { showFootnoteMark } from "./FootnoteView.js";
import { Formula } from "./Formula.js";
import { linkedHost } from "./linkedHost.js";
import type { MarkdownContextValue } from "./markdownContext.js";
import { RemoteImage } from "./RemoteImage.js";

const inPlace = /^(?:data:|blob:)/i;

/** The text of a leaf as elements. Their order in the leaf is their identity: text is only added at its end. */
export function showInlines(nodes: readonly Inline[], context: MarkdownContextValue): ReactNode {
  return nodes.map((node, at) => showInline(node, at, context));
}

function showInline(node: Inline, key: number, context: MarkdownContextValue): ReactNode {
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
      return showImage(node, key, context);
    case "link":
      return showLink(node, key, context);
    default: {
      const Element = elements[tagOf(node)];
      return <Element key={key}>{showInlines(node.children, context)}</Element>;
    }
  }
}

type Spanning = Extract<Inline, { type: "emphasis" | "strong" | "strikethrough" | "element" }>;

function tagOf(node: Spanning): "em" | "strong" | "del" | "sub" | "sup" | "kbd" | "mark" {
  if (node.type === "element") return node.name;
  return ({ emphasis: "em", strong: "strong", strikethrough: "del" } as const)[node.type];
}

function showLink(node: LinkSpan, key: number, context: MarkdownContextValue): ReactElement {
  const children = showInlines(node.children, context);
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

function showImage(node: ImageSpan, key: number, context: MarkdownContextValue): ReactNode {
  const { url, alt, title } = node;
  if (url === undefined) return alt;
  if (!inPlace.test(url) && context.elements.img === "img")
    return (
      <RemoteImage key={key} src={url} alt={alt} title={title} label={context.labels.showImage} />
    );
  const Element = context.elements.img;
  return <Element key={key} src={url} alt={alt} title={title} />;
}
