"use client";
import { memo, useMemo, type ReactElement } from "react";
import type { CodeBlock } from "../../markdown/index.js";
import type { LineColours, Token } from "./colours/lineColours.js";
import { Runs, type RunPlan } from "./Runs.js";

interface ColouredCode {
  block: CodeBlock;
  colours: LineColours | undefined;
}

const plan: RunPlan<ColouredCode> = {
  // Only the last line changes. The others change once, when they are coloured.
  stampOf: ({ block: { lines }, colours }, from, to) => {
    const coloured = Math.min(Math.max((colours?.lines.length ?? 0) - from, 0), to - from);
    return to === lines.length ? `${coloured} ${lines[to - 1]}` : coloured;
  },
  show: ({ block, colours }, index) => (
    <Line key={index} text={block.lines[index] as string} tokens={colours?.lines[index]} />
  ),
  wrap: (lines, isFull) => (
    <span data-pl-lines="" data-full={isFull ? "" : undefined}>
      {lines}
    </span>
  ),
};

/** The lines of a code block. A line that is complete and coloured never renders again. */
export function CodeLines({ block, colours }: ColouredCode): ReactElement {
  const code = useMemo(() => ({ block, colours }), [block, colours]);
  return <Runs data={code} plan={plan} to={block.lines.length} />;
}

const Line = memo(function Line({
  text,
  tokens,
}: {
  text: string;
  tokens: readonly Token[] | undefined;
}): ReactElement {
  return (
    <span data-pl-line="">
      {tokens ? tokens.map(showToken) : text}
      {"\n"}
    </span>
  );
});

function showToken({ text, kind }: Token, key: number): ReactElement | string {
  return kind ? (
    <span key={key} data-pl-token={kind}>
      {text}
    </span>
  ) : (
    text
  );
}
