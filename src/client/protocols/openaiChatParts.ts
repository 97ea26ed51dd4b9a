import type { ProviderMetadata } from "../messages.js";
import type { StreamPart } from "../streamParts.js";

/** What a piece of an answer is. A refusal is text that is kept apart, so that it can be told from an answer. */
export type PieceKind = "text" | "refusal" | "reasoning";

type Parts = Generator<StreamPart, void, undefined>;

/** The pieces of one answer as parts that open and close by themselves; never more than one is open. */
export interface ChatParts {
  /** Adds to the part of that kind. No delta, no part. */
  add(kind: PieceKind, delta: string | undefined): Parts;
  /** Opens a part of that kind, unless it is open. */
  begin(kind: PieceKind): Parts;
  /** Ends the open part, if there is one. */
  close(): Parts;
  isOpen(kind: PieceKind): boolean;
  /** Whether any part has been opened. */
  hasAny(): boolean;
  /** Adds to what the next part of that kind to end will carry: what its provider wants to see again. */
  sign(kind: PieceKind, facts: ProviderMetadata): void;
}

/**
 * Begins with nothing open.
 *
 * @param ownThoughts What reasoning that nobody signed carries. Default: nothing.
 */
export function createChatParts(ownThoughts?: ProviderMetadata): ChatParts {
  const proofs: Partial<Record<PieceKind, ProviderMetadata | undefined>> = {};
  let open: PieceKind | undefined;
  // Named, because a source may come in the middle of a text and must not end it.
  let id = "";
  let opened = 0;

  function* close(): Parts {
    if (!open) return;
    const providerMetadata = proofs[open] ?? (open === "reasoning" ? ownThoughts : undefined);
    yield { type: `${typeOf(open)}-end`, id, ...(providerMetadata && { providerMetadata }) };
    proofs[open] = open = undefined;
  }

  function* begin(kind: PieceKind): Parts {
    if (open === kind) return;
    yield* close();
    id = `part-${(opened += 1)}`;
    const refusal = kind === "refusal" && { providerMetadata: { openai: { refusal: true } } };
    yield { type: `${typeOf(kind)}-start`, id, ...refusal };
    open = kind;
  }

  function* add(kind: PieceKind, delta: string | undefined): Parts {
    if (!delta) return;
    yield* begin(kind);
    yield { type: `${typeOf(kind)}-delta`, id, delta };
  }

  return {
    add,
    begin,
    close,
    isOpen: (kind) => open === kind,
    hasAny: () => opened > 0,
    sign: (kind, facts) => (proofs[kind] = { ...proofs[kind], ...facts }),
  };
}

function typeOf(kind: PieceKind): "text" | "reasoning" {
  return kind === "reasoning" ? kind : "text";
}
