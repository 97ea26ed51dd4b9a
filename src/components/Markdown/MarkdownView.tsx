"use client";
import { memo, useMemo, type ComponentPropsWithoutRef, type ReactElement } from "react";
import ReactMarkdown, { defaultUrlTransform, type Components } from "react-markdown";
import remarkGfm from "remark-gfm";
import type { MarkdownLabels } from "./Markdown.js";
import { RemoteImage } from "./RemoteImage.js";

const plugins = [remarkGfm];
const inlineImage = /^(data:image\/(png|jpeg|gif|webp);|blob:)/i;

/** Props of `MarkdownView`. */
export interface MarkdownViewProps {
  text: string;
  labels: MarkdownLabels;
}

/** A Markdown text as elements. Loaded when the first text is shown. */
export const MarkdownView: React.NamedExoticComponent<MarkdownViewProps> = memo(
  function MarkdownView({ text, labels }: MarkdownViewProps): ReactElement {
    const components = useMemo<Components>(
      () => ({
        a: Link,
        table: ({ node: _, ...props }) => (
          <div data-pl-table="" role="group" tabIndex={0} aria-label={labels.table}>
            <table {...props} />
          </div>
        ),
        pre: ({ node: _, ...props }) => <pre tabIndex={0} dir="ltr" {...props} />,
        img: ({ src, alt }) =>
          typeof src === "string" && inlineImage.test(src) ? (
            <img src={src} alt={alt ?? ""} />
          ) : (
            <RemoteImage src={src ?? ""} alt={alt ?? ""} label={labels.showImage} />
          ),
      }),
      [labels],
    );
    return (
      <ReactMarkdown remarkPlugins={plugins} components={components} urlTransform={safeURL}>
        {text}
      </ReactMarkdown>
    );
  },
);

function safeURL(url: string, key: string): string {
  return key === "src" && inlineImage.test(url) ? url : defaultUrlTransform(url);
}

function Link({
  node: _,
  ...props
}: ComponentPropsWithoutRef<"a"> & { node?: unknown }): ReactElement {
  const own = props.href?.startsWith("#");
  return (
    <a {...props} {...(own ? {} : { target: "_blank", rel: "noopener noreferrer nofollow" })} />
  );
}
