"use client";
import { useCallback, type ClipboardEvent } from "react";
import { rangeToMarkdown } from "../selection/blockMarkdown.js";
import { selectedRange } from "../selection/selectedRange.js";
import { useChatContext, type ChatContextValue } from "./ChatContext.js";
import { messageText } from "./messageText.js";

/** What a message says, as far as it is known where it stands. Thoughts are not among it. */
const bodies = "[data-pl-bubble], [data-pl-markdown]";

/**
 * A handler that gives a copied selection of messages as Markdown: whole messages as they were written, mounted or not,
 * with who said them, and parts of one by the elements they consist of. Anything else is left to the browser, and so is an
 * event whose default was prevented.
 */
export function useCopyAsMarkdown(): (event: ClipboardEvent<HTMLElement>) => void {
  const context = useChatContext();
  return useCallback(
    (event) => {
      const list = event.currentTarget;
      if (event.defaultPrevented || isEditable(event.target)) return;
      const range = selectedRange(list);
      const selected = range && rangeIn(list, range);
      if (!selected) return;
      const copied = copy(selected, list, context);
      if (copied === undefined) return;
      event.preventDefault();
      event.clipboardData.setData("text/plain", copied.text);
      if (copied.html !== undefined) event.clipboardData.setData("text/html", copied.html);
    },
    [context],
  );
}

interface Copied {
  text: string;
  /** What the page shows of it; `undefined` where the page does not hold all of it. */
  html: string | undefined;
}

function copy(range: Range, list: Element, context: ChatContextValue): Copied | undefined {
  const { order, byId } = context.store.state.getState();
  const rows = [...list.querySelectorAll("[data-pl-row]")]
    .map((row) => ({ row, id: row.getAttribute("data-pl-row")!, part: clip(range, row) }))
    .filter(({ row, part }) => part && rangeToMarkdown(part, row) !== "");
  if (rows.length === 0) return undefined;
  const ids = order.slice(order.indexOf(rows[0]!.id), order.indexOf(rows.at(-1)!.id) + 1);
  const texts = ids.flatMap((id) => {
    const message = byId.get(id);
    if (!message || message.role === "system") return [];
    const mounted = rows.find((one) => one.id === id);
    const isWhole = !mounted || coversAll(mounted.part!, mounted.row);
    const text =
      (isWhole && messageText(message)) || (mounted && rangeToMarkdown(mounted.part!, mounted.row));
    if (!text) return [];
    const { model } = message.metadata ?? {};
    const { labels, nameOf } = context;
    const author = message.role === "user" ? labels.you : (nameOf(model) ?? labels.assistant);
    return ids.length > 1 ? [`**${author}:**\n\n${text}`] : [text];
  });
  // Within one run of text there is nothing the browser would not do as well.
  if (
    range.startContainer === range.endContainer &&
    range.startContainer.nodeType === Node.TEXT_NODE
  )
    return undefined;
  const isMounted = ids.every((id) => rows.some((one) => one.id === id));
  return { text: texts.join("\n\n"), html: isMounted ? htmlOf(range) : undefined };
}

/** The range, if what it holds of text is in `list`; a drag often ends a little beyond. */
function rangeIn(list: Element, range: Range): Range | undefined {
  const within = clip(range, list);
  if (!within) return undefined;
  const outside = [range.cloneRange(), range.cloneRange()] as const;
  outside[0].setEnd(within.startContainer, within.startOffset);
  outside[1].setStart(within.endContainer, within.endOffset);
  return outside.every((rest) => rest.toString().trim() === "") ? within : undefined;
}

/** The part of `range` that is in `element`; `undefined` for none. */
function clip(range: Range, element: Element): Range | undefined {
  if (!range.intersectsNode(element)) return undefined;
  const part = element.ownerDocument.createRange();
  part.selectNodeContents(element);
  if (element.contains(range.startContainer))
    part.setStart(range.startContainer, range.startOffset);
  if (element.contains(range.endContainer)) part.setEnd(range.endContainer, range.endOffset);
  return part;
}

/** Whether all a message says is in the range. */
function coversAll(part: Range, row: Element): boolean {
  const said = [...row.querySelectorAll(bodies)].filter(
    (one) => !one.closest("[data-pl-reasoning]"),
  );
  return (said.length > 0 ? said : [row]).every((body) => {
    const covered = clip(part, body);
    if (!covered) return false;
    const before = body.ownerDocument.createRange();
    before.selectNodeContents(body);
    const after = before.cloneRange();
    before.setEnd(covered.startContainer, covered.startOffset);
    after.setStart(covered.endContainer, covered.endOffset);
    return [before, after].every((rest) => rangeToMarkdown(rest, body) === "");
  });
}

function htmlOf(range: Range): string {
  const holder = document.createElement("div");
  holder.append(range.cloneContents());
  for (const image of holder.querySelectorAll("[data-pl-open]"))
    image.replaceWith(...image.childNodes);
  for (const one of holder.querySelectorAll("button, [data-pl-actions], [aria-hidden=true]"))
    one.remove();
  return holder.innerHTML;
}

function isEditable(target: EventTarget): boolean {
  return target instanceof Element && target.closest("input, textarea, [contenteditable]") !== null;
}
