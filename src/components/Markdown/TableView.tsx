"use client";
import { memo, type ReactElement } from "react";
import type { Alignment, Table, TableCell, TableRow } from "../../markdown/index.js";
import { CopyButton } from "../CopyButton.js";
import type { BlockProps } from "./BlockView.js";
import { showInlines } from "./inlines.js";
import { Runs, type RunPlan } from "./Runs.js";
import { tableAsCSV } from "./tableAsCSV.js";
import { tableAsMarkdown } from "./tableAsMarkdown.js";
import { useBlock } from "./useBlock.js";
import { useMarkdownContext } from "./markdownContext.js";

const plan: RunPlan<Table> = {
  stampOf: ({ children }, _from, to) => children[to - 1]!.id,
  show: ({ children, alignments }, index) => {
    const row = children[index] as TableRow;
    return <Row key={row.id} row={row} alignments={alignments} cell="td" />;
  },
  // A table may have any number of bodies.
  wrap: (rows) => <Body rows={rows} />,
};

/** A table with more columns is as wide as its texts want, instead of breaking them wherever it can. */
const MANY_COLUMNS = 5;

/** A table that scrolls in itself, and can be copied. */
export function TableView({ block, dir }: BlockProps<Table>): ReactElement {
  const { labels, elements } = useBlock(block);
  const Element = elements.table;
  const Head = elements.thead;
  const [header] = block.children;
  return (
    <div data-pl-table="" dir={dir}>
      <div data-pl-table-frame="">
        {/* What scrolls must be reachable by keyboard. */}
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
        <div data-pl-table-scroll="" role="group" tabIndex={0} aria-label={labels.table}>
          <Element data-wide={block.alignments.length > MANY_COLUMNS ? "" : undefined}>
            <Head>
              {header ? <Row row={header} alignments={block.alignments} cell="th" /> : null}
            </Head>
            <Runs data={block} plan={plan} from={1} to={block.children.length} />
          </Element>
        </div>
        <div data-pl-table-actions="">
          <CopyButton
            labels={labels}
            label={labels.copyMarkdown}
            text={() => tableAsMarkdown(block)}
          />
          <CopyButton
            labels={labels}
            label={labels.copyCSV}
            icon="table"
            text={() => tableAsCSV(block)}
          />
        </div>
      </div>
    </div>
  );
}

function Body({ rows }: { rows: readonly ReactElement[] }): ReactElement {
  const Element = useMarkdownContext().elements.tbody;
  return <Element>{rows}</Element>;
}

interface RowProps {
  row: TableRow;
  alignments: readonly Alignment[];
  cell: "th" | "td";
}

const Row = memo(function Row({ row, alignments, cell }: RowProps): ReactElement {
  const { elements } = useBlock(row);
  const Element = elements.tr;
  return (
    <Element>
      {alignments.map((alignment, column) => (
        // A column is its place, whether its cell was written or not.
        // oxlint-disable-next-line react/no-array-index-key
        <Cell key={column} block={row.children[column]} alignment={alignment} tag={cell} />
      ))}
    </Element>
  );
});

interface CellProps {
  block: TableCell | undefined;
  alignment: Alignment;
  tag: "th" | "td";
}

const Cell = memo(function Cell({ block, alignment, tag }: CellProps): ReactElement {
  const context = useBlock(block);
  const Element = context.elements[tag];
  return (
    <Element scope={tag === "th" ? "col" : undefined} data-align={alignment}>
      {block ? showInlines(block.children, context) : null}
    </Element>
  );
});
