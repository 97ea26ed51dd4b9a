import type { ChatState } from "../../store/chatState.js";

/** More messages than this are windowed. Fewer all stand in the page: it searches, selects and reads out everything. */
export const wholeUpTo = 100;

/** A turn of more messages than this is windowed too. */
const longestTurn = 20;

/** Where a conversation divides into older messages, of which the page holds those around the view, and whole ones. */
export interface MessageWindow {
  /** The messages this was decided for, oldest first. */
  readonly order: readonly string[];
  /** The first message that stands in the page wherever the view is; `undefined` when all do. */
  readonly first: string | undefined;
}

/** What decides about the next division. */
export interface WindowFacts {
  order: readonly string[];
  /** Where the last turn begins, as an index of `order`. */
  turn: number;
  /** Whether the end is in view: there the view is held by its end, so that nothing is seen to move. */
  atEnd: boolean;
  /** Messages that hold the focus or a selection. */
  held: readonly string[];
}

/** A conversation of nothing. */
export const emptyWindow: MessageWindow = { order: [], first: undefined };

/** The index at which the last question and its answer begin: that part of a conversation still changes. */
export function lastTurn({ order, byId }: Pick<ChatState, "order" | "byId">): number {
  const earliest = Math.max(0, order.length - longestTurn);
  let index = Math.max(0, order.length - 1);
  while (index > earliest && byId.get(order[index]!)?.role !== "user") index -= 1;
  return index;
}

/**
 * The division after a change. A message that changes sides is mounted anew, so it does so only where nobody notices: while
 * the end is in view, and not while it holds the focus or a selection. What is put before the first message of a chat that
 * was whole is windowed at once.
 */
export function nextWindow(before: MessageWindow, facts: WindowFacts): MessageWindow {
  const { order } = facts;
  const start = nextStart(before, facts);
  const first = start === 0 ? undefined : order[start];
  return before.order === order && before.first === first ? before : { order, first };
}

function nextStart(before: MessageWindow, { order, turn, atEnd, held }: WindowFacts): number {
  const isLong = order.length > wholeUpTo;
  if (!isLong && before.first === undefined) return 0;
  const wanted = isLong ? turn : 0;
  const start = order.indexOf(before.first ?? before.order[0] ?? "");
  if (start < 0) return wanted;
  const moving = new Set(order.slice(Math.min(start, wanted), Math.max(start, wanted)));
  return atEnd && !held.some((id) => moving.has(id)) ? wanted : start;
}
