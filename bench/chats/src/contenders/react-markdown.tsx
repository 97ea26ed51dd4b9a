import { marked } from "marked";
import { memo, useMemo } from "react";
import ReactMarkdown from "react-markdown";
import remarkGfm from "remark-gfm";
import { inShell, type RendererProps } from "../shell";

const plugins = [remarkGfm];

const Block = memo(function Block({ source }: { source: string }) {
  return <ReactMarkdown remarkPlugins={plugins}>{source}</ReactMarkdown>;
});

/** The usual advice: cut the text into blocks with a lexer, and memoize each. */
function BlockMemo({ text }: RendererProps) {
  const blocks = useMemo(() => marked.lexer(text).map(({ raw }) => raw), [text]);
  return blocks.map((source, index) => <Block key={index} source={source} />);
}

export default inShell(BlockMemo);
