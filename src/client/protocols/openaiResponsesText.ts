import type { ProviderMetadata } from "../messages.js";
import type { StreamPart } from "../streamParts.js";

/** What a piece of text is. Reasoning comes as summaries, or as what was thought itself (`reasoning`). */
export type TextKind = "text" | "refusal" | "summary" | "reasoning";

/** The pieces of text of one output item: what a message says, or what the model thought. */
export interface ItemText {
  /** Goes on with one piece, which it opens if need be. */
  add(kind: TextKind, index: number, delta: string): Generator<StreamPart, void, undefined>;
  /** Takes a finished piece as a whole: its text, where none of it has come yet. */
  settle(kind: TextKind, index: number, text: string): Generator<StreamPart, void, undefined>;
  /** Ends every piece. What comes after is ignored. */
  end(): Generator<StreamPart, void, undefined>;
  has(kind: TextKind): boolean;
}

/** What goes with the end of a piece; `isLast` for the item's last one. */
export type PieceMetadata = (
  kind: TextKind,
  isLast: boolean,
) => { providerMetadata?: ProviderMetadata };

interface Piece {
  id: string;
  kind: TextKind;
  isSettled: boolean;
  isEnded: boolean;
}

/** Kept apart from ordinary text, so that a refusal can be told from an answer. */
export const refusalMetadata: ProviderMetadata = { openai: { refusal: true } };

/** Begins without a piece. `name` makes their ids: nothing else in the answer may have it. */
export function createItemText(name: string, metadata: PieceMetadata): ItemText {
  const pieces = new Map<string, Piece>();
  let isEnded = false;

  const has = (kind: TextKind): boolean =>
    [...pieces.values()].some((piece) => piece.kind === kind);

  function* open(kind: TextKind, index: number): Generator<StreamPart, Piece, undefined> {
    for (const piece of pieces.values()) if (piece.isSettled) yield* close(piece, false);
    const id = `${name}-${kind}-${index}`;
    const piece = { id, kind, isSettled: false, isEnded: false };
    pieces.set(`${kind} ${index}`, piece);
    const refusal = kind === "refusal" ? { providerMetadata: refusalMetadata } : {};
    yield { type: `${partType(kind)}-start`, id, ...refusal };
    return piece;
  }

  function* close(piece: Piece, isLast: boolean): Generator<StreamPart, void, undefined> {
    if (piece.isEnded) return;
    piece.isEnded = true;
    yield { type: `${partType(piece.kind)}-end`, id: piece.id, ...metadata(piece.kind, isLast) };
  }

  function* add(
    kind: TextKind,
    index: number,
    delta: string,
  ): Generator<StreamPart, void, undefined> {
    // Some servers send the same thoughts under both names: the first counts.
    const isTwin = kind === "summary" ? has("reasoning") : kind === "reasoning" && has("summary");
    if (delta === "" || isEnded || isTwin) return;
    const piece = pieces.get(`${kind} ${index}`) ?? (yield* open(kind, index));
    if (piece.isEnded) return;
    yield { type: `${partType(kind)}-delta`, id: piece.id, delta };
  }

  function* settle(
    kind: TextKind,
    index: number,
    text: string,
  ): Generator<StreamPart, void, undefined> {
    if (!pieces.has(`${kind} ${index}`)) yield* add(kind, index, text);
    const piece = pieces.get(`${kind} ${index}`);
    if (piece) piece.isSettled = true;
  }

  function* end(): Generator<StreamPart, void, undefined> {
    if (isEnded) return;
    isEnded = true;
    const left = [...pieces.values()].filter((piece) => !piece.isEnded);
    for (const piece of left) yield* close(piece, piece === left.at(-1));
  }

  return { add, settle, end, has };
}

function partType(kind: TextKind): "text" | "reasoning" {
  return kind === "text" || kind === "refusal" ? "text" : "reasoning";
}
