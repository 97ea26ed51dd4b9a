import type { Inline } from "../tree.js";
import type { ElementName } from "./htmlTag.js";

/** Something that holds other inlines, from one token to another. */
export interface Frame {
  kind: "emphasis" | "strong" | "strikethrough" | "link" | "image" | ElementName;
  url: string | undefined;
  title: string | undefined;
  /** True if the text ended before its closing mark. Then it ends where what holds it ends. */
  isPending: boolean;
}

/** A piece of the text: first it leaves frames, then it is some text or a node, then it enters frames. */
export interface Token {
  exits: number;
  /** Text to show; for `html` the source of a tag. */
  text: string;
  isHTML: boolean;
  node: Inline | undefined;
  /** The innermost first. */
  enters: Frame[] | undefined;
}

export const textToken = (text: string): Token => ({
  exits: 0,
  text,
  isHTML: false,
  node: undefined,
  enters: undefined,
});

export const htmlToken = (text: string): Token => ({ ...textToken(text), isHTML: true });

export const nodeToken = (node: Inline): Token => ({ ...textToken(""), node });

export const exitToken = (): Token => ({ ...textToken(""), exits: 1 });

export const frame = (kind: Frame["kind"], isPending = false): Frame => ({
  kind,
  url: undefined,
  title: undefined,
  isPending,
});

/** Lets what follows a token, up to the matching exit, stand in a frame; a frame that is entered later is the outer one. */
export function enter(token: Token, entered: Frame): void {
  if (token.enters) token.enters.push(entered);
  else token.enters = [entered];
}
