import {
  CLOSE_PAREN,
  DASH,
  DOT,
  isBlankCode,
  isBlankText,
  isDigit,
  PLUS,
  STAR,
} from "../characters.js";
import type { ListItem, Writable } from "../tree.js";
import type { BlockPhase } from "./blockPhase.js";
import type { LineScanner } from "./lineScanner.js";
import type { OpenBlock } from "./openBlock.js";
import { STARTED_CONTAINER, type Verdict } from "./verdict.js";

/** The mark in front of an item. */
interface Marker {
  length: number;
  /** The bullet, or what stands after the number. Items of one list have the same. */
  mark: number;
  /** The number; `undefined` for a bullet. */
  start: number | undefined;
}

function readMarker(text: string, at: number): Marker | undefined {
  const first = text.charCodeAt(at);
  if (first === DASH || first === STAR || first === PLUS)
    return endsMarker(text, at + 1) ? { length: 1, mark: first, start: undefined } : undefined;
  let end = at;
  while (isDigit(text.charCodeAt(end)) && end - at < 10) end += 1;
  const digits = end - at;
  const mark = text.charCodeAt(end);
  if (digits === 0 || digits > 9 || (mark !== DOT && mark !== CLOSE_PAREN)) return undefined;
  if (!endsMarker(text, end + 1)) return undefined;
  return { length: digits + 1, mark, start: Number(text.slice(at, end)) };
}

const endsMarker = (text: string, at: number): boolean =>
  at >= text.length || isBlankCode(text.charCodeAt(at));

/** @see https://spec.commonmark.org/0.31.2/#list-items */
export function startItem(phase: BlockPhase): Verdict {
  const { scanner, container } = phase;
  const { text, next, indent } = scanner;
  const marker = readMarker(text, next);
  if (!marker) return 0;
  const { length, mark, start } = marker;
  const interrupts = container.block.type === "paragraph";
  const isEmpty = isBlankText(text.slice(next + length));
  // Else a number at the start of a line, or a lone dash, would tear a paragraph apart.
  if (interrupts && (isEmpty || (start ?? 1) !== 1)) return 0;
  scanner.takeMark(length);
  // Five columns and more belong to indented code within the item.
  const gap = isEmpty || scanner.indent > 4 ? 1 : scanner.indent;
  scanner.takeColumns(gap);
  if (container.block.type !== "list" || container.mark !== mark)
    phase.open("list", {
      isOrdered: start !== undefined,
      start: start ?? 1,
      isLoose: false,
    }).mark = mark;
  phase.open("listItem", { isChecked: undefined }).size = indent + length + gap;
  return STARTED_CONTAINER;
}

/** An item goes on where its content is indented; a blank line ends it only if it has no content yet. */
export function continuesItem(open: OpenBlock, scanner: LineScanner): Verdict {
  const goesOn = scanner.isBlank ? open.isFilled : scanner.indent >= open.size;
  if (!goesOn) return 0;
  scanner.takeColumns(open.size);
  return 1;
}

/**
 * Takes the box of a task list item from in front of its first paragraph.
 *
 * @see https://github.github.com/gfm/#task-list-items-extension-
 */
export function takeCheckbox({ container, scanner }: BlockPhase): void {
  if (container.block.type !== "listItem" || container.children.length > 0) return;
  const box = /^\[([ xX])\](?:[ \t]+|$)/.exec(scanner.content());
  if (!box) return;
  (container.block as Writable<ListItem>).isChecked = box[1] !== " ";
  scanner.takeMark(box[0].length);
}
