import type { ProviderMetadata } from "../messages.js";
import type { StreamPart } from "../streamParts.js";

/** Text and reasoning of one answer as parts that open and close by themselves. */
export interface TextParts {
  /**
   * Adds to the part of that kind, which is opened first where another one, or none, is open. No delta, no part.
   *
   * @param providerMetadata Put on the part when it opens.
   */
  add(
    kind: "text" | "reasoning",
    delta: string | undefined,
    providerMetadata?: ProviderMetadata,
  ): Generator<StreamPart, void, undefined>;
  /** Ends the open part, if there is one. */
  close(): Generator<StreamPart, void, undefined>;
}

/** Begins with nothing open. */
export function createTextParts(): TextParts {
  let open: "text" | "reasoning" | undefined;

  function* add(
    ...[kind, delta, providerMetadata]: Parameters<TextParts["add"]>
  ): Generator<StreamPart, void, undefined> {
    if (!delta) return;
    if (open !== kind) {
      yield* close();
      yield { type: `${kind}-start`, ...(providerMetadata && { providerMetadata }) };
      open = kind;
    }
    yield { type: `${kind}-delta`, delta };
  }

  function* close(): Generator<StreamPart, void, undefined> {
    if (open) yield { type: `${open}-end` };
    open = undefined;
  }

  return { add, close };
}
