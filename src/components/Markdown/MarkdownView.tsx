"use client";
import {
  createContext,
  memo,
  useContext,
  type ComponentPropsWithoutRef,
  type ReactElement,
} from "react";
import ReactMarkdown, { defaultUrlTransform, type Components } from "react-markdown";
import remarkGfm from "remark-gfm";
import type { MarkdownLabels } from "./Markdown.js";
import { RemoteImage } from "./RemoteImage.js";

/** Props of `MarkdownView`. */
export interface MarkdownViewProps {
  text: string;
  labels: MarkdownLabels;
}

type ElementProps<Tag extends "a" | "img" | "pre" | "table"> = ComponentPropsWithoutRef<Tag> & {
  node?: unknown;
};

const LabelsContext = createContext<MarkdownLabels | null>(null);
const plugins = [remarkGfm];
const components: Components = { a: Link, img: Image, pre: Code, table: Table };
const inlineImage = /^(data:image\/(png|jpeg|gif|webp);|blob:)/i;

/** A Markdown text as elements. Loaded when the first text is shown. */
export const MarkdownView: React.NamedExoticComponent<MarkdownViewProps> = memo(
  function MarkdownView({ text, labels }: MarkdownViewProps): ReactElement {
    return (
      <LabelsContext.Provider value={labels}>
        <ReactMarkdown remarkPlugins={plugins} components={components} urlTransform={safeURL}>
          {text}
        </ReactMarkdown>
      </LabelsContext.Provider>
    );
  },
);

function safeURL(url: string, key: string): string {
  return key === "src" && inlineImage.test(url) ? url : defaultUrlTransform(url);
}

function withoutNode<Props extends { node?: unknown }>({
  node: _node,
  ...props
}: Props): Omit<Props, "node"> {
  return props;
}

function Link({ children, ...props }: ElementProps<"a">): ReactElement {
  // An address that was taken away leaves its words, not a link to this page.
  if (!props.href) return <span>{children}</span>;
  const elsewhere = props.href.startsWith("#")
    ? {}
    : { target: "_blank", rel: "noopener noreferrer nofollow" };
  return (
    <a {...withoutNode(props)} {...elsewhere}>
      {children}
    </a>
  );
}

function Image({ src, alt = "" }: ElementProps<"img">): ReactElement {
  const labels = useContext(LabelsContext);
  if (typeof src === "string" && inlineImage.test(src)) return <img src={src} alt={alt} />;
  return (
    <RemoteImage src={typeof src === "string" ? src : ""} alt={alt} label={labels!.showImage} />
  );
}

function Code(props: ElementProps<"pre">): ReactElement {
  // What scrolls must be reachable by keyboard.
  // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
  return <pre tabIndex={0} dir="ltr" {...withoutNode(props)} />;
}

function Table(props: ElementProps<"table">): ReactElement {
  const labels = useContext(LabelsContext);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div data-pl-table="" role="group" tabIndex={0} aria-label={labels!.table}>
      <table {...withoutNode(props)} />
    </div>
  );
}
