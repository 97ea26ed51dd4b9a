"use client";
import { memo, type ReactElement } from "react";
import type {
  BlockQuote,
  FlowBlock,
  FootnoteDefinition,
  Heading,
  ListItem,
  Paragraph,
} from "../../markdown/index.js";
import { CodeView } from "./CodeView.js";
import { FootnoteView } from "./FootnoteView.js";
import { showInlines } from "./inlines.js";
import { ListView } from "./ListView.js";
import type { MarkdownContextValue } from "./markdownContext.js";
import { FormulaBlock } from "./FormulaBlock.js";
import { PlainLines } from "./PlainLines.js";
import { Runs, type RunPlan } from "./Runs.js";
import { TableView } from "./TableView.js";
import { useBlock } from "./useBlock.js";

/** Props of what shows a block. */
export interface BlockProps<Shown> {
  block: Shown;
  /** `auto` on the outermost block, which then finds its direction by its own text. */
  dir?: "auto" | undefined;
}

/** One block and what is in it. It renders when that block has changed, whatever else has. */
export const BlockView: React.NamedExoticComponent<BlockProps<FlowBlock>> = memo(
  function BlockView({ block, dir }: BlockProps<FlowBlock>): ReactElement {
    const context = useBlock(block);
    switch (block.type) {
      case "paragraph":
        return showParagraph(block, context, dir);
      case "heading":
        return showHeading(block, context, dir);
      case "thematicBreak":
        return showRule(context);
      case "blockQuote":
        return showQuote(block, context, dir);
      case "list":
        return <ListView block={block} dir={dir} />;
      case "codeBlock":
        return <CodeView block={block} />;
      case "mathBlock":
        return <FormulaBlock block={block} />;
      case "htmlTextBlock":
        return <PlainLines block={block} dir={dir} />;
      case "table":
        return <TableView block={block} dir={dir} />;
      case "footnoteDefinition":
        return <FootnoteView block={block} dir={dir} />;
    }
  },
);

const plan: RunPlan<BlockQuote | ListItem | FootnoteDefinition> = {
  stampOf: ({ children }, _from, to) => children[to - 1]!.id,
  show: ({ children }, index) => {
    const block = children[index] as FlowBlock;
    return <BlockView key={block.id} block={block} />;
  },
};

/** The blocks in another. */
export function InnerBlocks({
  of,
}: {
  of: BlockQuote | ListItem | FootnoteDefinition;
}): ReactElement {
  return <Runs data={of} plan={plan} to={of.children.length} />;
}

type Dir = BlockProps<unknown>["dir"];

function showParagraph(block: Paragraph, context: MarkdownContextValue, dir: Dir): ReactElement {
  const Element = context.elements.p;
  return <Element dir={dir}>{showInlines(block.children, context)}</Element>;
}

function showHeading(block: Heading, context: MarkdownContextValue, dir: Dir): ReactElement {
  const Element = context.elements[`h${block.level}`];
  return (
    <Element data-pl-level={block.level} dir={dir}>
      {showInlines(block.children, context)}
    </Element>
  );
}

function showRule({ elements }: MarkdownContextValue): ReactElement {
  const Element = elements.hr;
  return <Element />;
}

function showQuote(block: BlockQuote, context: MarkdownContextValue, dir: Dir): ReactElement {
  const Element = context.elements.blockquote;
  return (
    <Element dir={dir}>
      <InnerBlocks of={block} />
    </Element>
  );
}
