"use client";
import type { ReactElement } from "react";
import type { MathBlock } from "../../markdown/index.js";
import { Formula } from "./Formula.js";
import { PlainLines } from "./PlainLines.js";

/** A displayed formula: its lines while they arrive, so that each costs the same, and the formula once they are complete. */
export function FormulaBlock({ block }: { block: MathBlock }): ReactElement {
  return (
    <div data-pl-math="" dir="ltr">
      {block.isOpen ? (
        <PlainLines block={block} />
      ) : (
        <Formula tex={block.lines.join("\n")} isDisplay isOpen={false} />
      )}
    </div>
  );
}
