import { StringStream, type StreamParser } from "@codemirror/streamparser";
import type { CodeBlock } from "../../../markdown/index.js";
import { kindOf, type TokenKind } from "./tokenKind.js";

/** A piece of a line. */
export interface Token {
  text: string;
  /** `undefined` for what is not coloured. */
  kind: TokenKind | undefined;
}

/** How many lines are coloured at a time, so that a long text holds nothing up. */
const AT_ONCE = 64;
/** Longer lines are not code somebody reads; reading one again with each delta would take longer and longer. */
const MAX_LENGTH = 2_000;
const TAB = 4;

/** The colours of a code block that may still grow. The state behind each line is kept, so that a delta reads one line. */
export class LineColours {
  /** By line, as far as they are known. A line that is complete keeps its array. */
  readonly lines: (readonly Token[])[] = [];
  private readonly state: unknown;
  /** How many lines are complete and coloured. */
  private done = 0;
  /** The text of the last line as it was coloured. */
  private last: string | undefined;
  private isBroken = false;

  constructor(
    private readonly parser: StreamParser<unknown>,
    private readonly block: CodeBlock,
  ) {
    this.state = parser.startState?.(TAB) ?? {};
  }

  /** True while there are lines without colours. */
  get isBehind(): boolean {
    return !this.isBroken && this.lines.length < this.block.lines.length;
  }

  /** Colours what is new, up to a number of lines. Doing so twice changes nothing. */
  advance(): void {
    try {
      this.read();
    } catch {
      // A language that stumbles over a text leaves the rest of it as it is.
      this.isBroken = true;
    }
  }

  private read(): void {
    const { lines } = this.block;
    if (this.isBroken) return;
    this.lines.length = Math.min(this.lines.length, lines.length);
    const complete = lines.length - 1;
    const end = Math.min(complete, this.done + AT_ONCE);
    for (; this.done < end; this.done += 1) {
      const tokens = this.tokensOf(lines[this.done] as string, this.state);
      this.lines[this.done] = tokens;
      this.last = undefined;
    }
    const text = lines[complete];
    if (this.done !== complete || text === undefined || text === this.last) return;
    this.lines[complete] = this.tokensOf(text, copyOf(this.parser, this.state));
    this.last = text;
  }

  private tokensOf(text: string, state: unknown): Token[] {
    const { parser } = this;
    if (text.length > MAX_LENGTH) return [{ text, kind: undefined }];
    if (text === "") parser.blankLine?.(state, TAB);
    const stream = new StringStream(text, TAB, TAB);
    const tokens: Token[] = [];
    while (!stream.eol()) {
      const style = readToken(parser, stream, state);
      const piece = stream.current();
      const kind = kindOf(style, piece, text.charAt(stream.pos));
      const before = tokens.at(-1);
      if (before && before.kind === kind) before.text += piece;
      else tokens.push({ text: piece, kind });
      stream.start = stream.pos;
    }
    return tokens;
  }
}

/** A token may be empty when the parser has only changed its state; not endlessly. */
function readToken(
  parser: StreamParser<unknown>,
  stream: StringStream,
  state: unknown,
): string | null {
  stream.start = stream.pos;
  for (let tries = 0; tries < 10; tries += 1) {
    const style = parser.token(stream, state);
    if (stream.pos > stream.start) return style;
  }
  throw new Error("The parser of a language does not get on.");
}

/** @see https://codemirror.net/docs/ref/#language.StreamParser.copyState */
function copyOf(parser: StreamParser<unknown>, state: unknown): unknown {
  if (parser.copyState) return parser.copyState(state);
  if (typeof state !== "object" || state === null) return state;
  return Object.fromEntries(
    Object.entries(state).map(([key, value]) => [key, Array.isArray(value) ? [...value] : value]),
  );
}
