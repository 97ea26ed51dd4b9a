"use client";
import type { ReactElement } from "react";
import type { FootnoteDefinition, FootnoteReference } from "../../markdown/index.js";
import { InnerBlocks, type BlockProps } from "./BlockView.js";
import type { MarkdownContextValue } from "./markdownContext.js";
import { useBlock } from "./useBlock.js";

/** Brings the focus, and with it the view, to the first match within the same text. */
function focusWithin(from: Element, selector: string): void {
  from.closest("[data-pl-markdown]")?.querySelector<HTMLElement>(selector)?.focus();
}

/** A footnote, where it was written. Its number leads back to the text. */
export function FootnoteView({ block, dir }: BlockProps<FootnoteDefinition>): ReactElement {
  const { labels } = useBlock(block);
  const { number } = block;
  return (
    <div
      data-pl-footnote={number ?? ""}
      role="note"
      // The mark in the text leads here.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={-1}
      dir={dir}
    >
      {number === undefined ? null : (
        <button
          type="button"
          data-pl-footnote-mark=""
          aria-label={labels.backToText(number)}
          onClick={({ currentTarget }) =>
            focusWithin(currentTarget, `[data-pl-footnote-mark="${number}"]`)
          }
        >
          {number}
        </button>
      )}
      <div>
        <InnerBlocks of={block} />
      </div>
    </div>
  );
}

/** The mark in the text. A button, because an address with `#` would be one of the page's. */
export function showFootnoteMark(
  { number }: FootnoteReference,
  key: number,
  { labels }: MarkdownContextValue,
): ReactElement {
  return (
    <sup key={key}>
      <button
        type="button"
        data-pl-footnote-mark={number}
        aria-label={labels.footnote(number)}
        onClick={({ currentTarget }) =>
          focusWithin(currentTarget, `[data-pl-footnote="${number}"]`)
        }
      >
        {number}
      </button>
    </sup>
  );
}
