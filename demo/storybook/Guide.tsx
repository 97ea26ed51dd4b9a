import { Markdown, type MarkdownCodeProps, type MarkdownComponents } from "polylogue";
import { createContext, useContext, type ComponentPropsWithoutRef, type ReactElement } from "react";
import { pages } from "./pages.js";

/** Where the shown page stands in the repository, for the links in it. */
const PathContext = createContext("README.md");

/** Shows a page of the documentation. Its headings are those of the page, and its links lead to the other pages. */
export function Guide({ path, children }: { path: string; children: string }): ReactElement {
  return (
    <div className="sb-unstyled" data-theme="light">
      <PathContext.Provider value={path}>
        <Markdown components={components} style={style}>
          {children}
        </Markdown>
      </PathContext.Provider>
    </div>
  );
}

const style = {
  color: "#1d1f24",
  fontFamily: "ui-sans-serif, system-ui, 'Segoe UI', 'Liberation Sans', sans-serif",
  lineHeight: 1.6,
  maxInlineSize: 760,
};

const root = "https://repository.invalid/";

/** A link to another page goes to its place in the sidebar; one to a file that is no page is words. */
function PageLink({ href = "", children }: ComponentPropsWithoutRef<"a">): ReactElement {
  const { href: target } = new URL(href, root + useContext(PathContext));
  if (!target.startsWith(root))
    return (
      <a href={target} target="_blank" rel="noreferrer">
        {children}
      </a>
    );
  const page = pages[target.slice(root.length).replace(/#.*/, "")];
  if (!page) return <>{children}</>;
  return (
    <a href={`./?path=/docs/${page}--docs`} target="_top">
      {children}
    </a>
  );
}

/** Code with the name of the file it is, where it has one. */
function TitledCode({ info, children }: MarkdownCodeProps): ReactElement {
  const title = /\stitle="([^"]+)"/.exec(info)?.[1];
  return title ? (
    <figure style={{ margin: 0 }}>
      <figcaption style={{ marginBlock: "20px 6px", fontSize: 13, fontWeight: 600 }}>
        {title}
      </figcaption>
      {children}
    </figure>
  ) : (
    children
  );
}

const components: MarkdownComponents = {
  a: PageLink,
  codeBlock: TitledCode,
  h1: ({ children }) => <h1 style={{ fontSize: 30, marginBlock: "0 20px" }}>{children}</h1>,
  h2: ({ children }) => <h2 style={{ fontSize: 21, marginBlock: "36px 10px" }}>{children}</h2>,
  h3: ({ children }) => <h3 style={{ fontSize: 17, marginBlock: "24px 8px" }}>{children}</h3>,
};
