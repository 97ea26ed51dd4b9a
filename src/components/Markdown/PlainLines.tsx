"use client";
import { memo, type ReactElement } from "react";
import type { HTMLTextBlock, MathBlock } from "../../markdown/index.js";
import type { BlockProps } from "./BlockView.js";
import { Runs, type RunPlan } from "./Runs.js";

type Shown = HTMLTextBlock | MathBlock;

/** Only the last line of a block changes, so that each of the others is stamped by its index alone. */
const plan: RunPlan<Shown> = {
  stampOf: ({ lines }, _from, to) => (to === lines.length ? `${to} ${lines[to - 1]}` : to),
  show: ({ lines }, index) => <Line key={index} text={lines[index] as string} />,
};

const Line = memo(function Line({ text }: { text: string }): ReactElement {
  return (
    <>
      {text}
      {"\n"}
    </>
  );
});

/** Lines of text as they were written: HTML, and TeX that is not a formula yet. */
export function PlainLines({ block, dir }: BlockProps<Shown>): ReactElement {
  return (
    <p data-pl-plain="" dir={dir}>
      <Runs data={block} plan={plan} to={block.lines.length} />
    </p>
  );
}
