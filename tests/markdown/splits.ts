import { type Block, MarkdownParser } from "../../src/markdown/index.js";
import { contentOf } from "./contentOf.js";

/** Reads a text that comes in pieces. */
export function readPieces(pieces: readonly string[]): Block {
  const parser = new MarkdownParser();
  for (const piece of pieces) parser.append(piece);
  parser.end();
  return parser.document;
}

/** What a text shows that comes in pieces, as one string, for many comparisons. */
export const shownOf = (pieces: readonly string[]): string =>
  JSON.stringify(contentOf(readPieces(pieces)));

/** Every way to cut a text in two, and the text unit by unit. */
export function everySplit(text: string): string[][] {
  const cuts = Array.from({ length: text.length }, (_, at) => [text.slice(0, at), text.slice(at)]);
  return [...cuts, text.split("")];
}

/** The first of many pieces that does not give the tree of the whole; `undefined` if all do. */
export function findUnequal(text: string, splits: readonly string[][]): string[] | undefined {
  const whole = shownOf([text]);
  return splits.find((pieces) => shownOf(pieces) !== whole);
}
