"use client";
import { memo, type ReactElement } from "react";
import { useMarkdownContext } from "./markdownContext.js";
import type { MarkdownFormulaProps } from "./markdownComponents.js";
import { showTeX } from "./showTeX.js";
import { createLazy, useLazy } from "./useLazy.js";

const katex = createLazy(async () => (await import("katex")).default);

/** A formula as MathML; its TeX source until what reads it has come, while it is open, and where it is not TeX. */
export const Formula: React.NamedExoticComponent<Omit<MarkdownFormulaProps, "children">> = memo(
  function Formula(props: Omit<MarkdownFormulaProps, "children">): ReactElement {
    const { elements } = useMarkdownContext();
    const Replacement = elements.formula;
    const shown = <ReadFormula {...props} />;
    return Replacement ? <Replacement {...props}>{shown}</Replacement> : shown;
  },
);

function ReadFormula({
  tex,
  isDisplay,
  isOpen,
}: Omit<MarkdownFormulaProps, "children">): ReactElement {
  const { labels } = useMarkdownContext();
  const loaded = useLazy(katex);
  const math = loaded && !isOpen ? showTeX(loaded, tex, isDisplay) : undefined;
  if (!math) return <code data-pl-tex={isDisplay ? "display" : ""}>{tex}</code>;
  if (!isDisplay) return math;
  return (
    // What scrolls must be reachable by keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <span data-pl-formula="" role="group" tabIndex={0} aria-label={labels.formula}>
      {math}
    </span>
  );
}
