"use client";
import { memo, useEffect, useMemo, useState, type ReactElement } from "react";
import type { AppendLogReader } from "../../store/appendLog.js";
import { BlockFeed } from "./blockFeed.js";
import { BlockView } from "./BlockView.js";
import { elementsWith, type MarkdownComponents } from "./markdownComponents.js";
import { MarkdownContext } from "./markdownContext.js";
import type { MarkdownLabels } from "./markdownLabels.js";
import { Runs, type RunPlan } from "./Runs.js";
import { useBlock } from "./useBlock.js";
import { useSmoothSource } from "./useSmoothSource.js";
import type { FlowBlock, MarkdownDocument } from "../../markdown/index.js";

/** Props of `MarkdownView`. */
export interface MarkdownViewProps {
  source: AppendLogReader | undefined;
  /** Shown where there is no source. */
  text: string;
  labels: MarkdownLabels;
  components: MarkdownComponents;
  smooth: boolean;
  /** Whether each block finds its own direction. */
  hasOwnDirections: boolean;
}

const plan = (dir: "auto" | undefined): RunPlan<MarkdownDocument> => ({
  stampOf: ({ children }, _from, to) => children[to - 1]!.id,
  show: ({ children }, index) => {
    const block = children[index] as FlowBlock;
    return <BlockView key={block.id} block={block} dir={dir} />;
  },
  wrap: (blocks, isFull) => (
    <div data-pl-group="" data-full={isFull ? "" : undefined}>
      {blocks}
    </div>
  ),
});
const autoPlan = plan("auto");
const fixedPlan = plan(undefined);

/** A Markdown text as elements. Loaded when the first text is shown. */
export const MarkdownView: React.NamedExoticComponent<MarkdownViewProps> = memo(
  function MarkdownView({
    source: given,
    text,
    labels,
    components,
    smooth,
    hasOwnDirections,
  }: MarkdownViewProps): ReactElement {
    const source = useSmoothSource(given, smooth);
    const [feed, setFeed] = useState(() => new BlockFeed(source, text));
    if (!feed.isOf(source, text)) setFeed(new BlockFeed(source, text));
    useEffect(() => feed.follow(), [feed]);
    const elements = useMemo(() => elementsWith(components), [components]);
    const context = useMemo(() => ({ feed, labels, elements }), [feed, labels, elements]);
    return (
      <MarkdownContext.Provider value={context}>
        <Blocks document={feed.document} plan={hasOwnDirections ? autoPlan : fixedPlan} />
      </MarkdownContext.Provider>
    );
  },
);

const Blocks = memo(function Blocks({
  document,
  plan: shown,
}: {
  document: MarkdownDocument;
  plan: RunPlan<MarkdownDocument>;
}): ReactElement {
  useBlock(document);
  return <Runs data={document} plan={shown} to={document.children.length} />;
});
