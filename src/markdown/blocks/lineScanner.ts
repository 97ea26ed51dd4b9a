import { isBlankCode, TAB } from "../characters.js";

/** Reads one line from left to right. Columns count a tab as far as the next multiple of four. */
export class LineScanner {
  text = "";
  /** Where reading goes on: an index into `text`. */
  position = 0;
  /** The column of `position`; within a tab when a container took only a part of it. */
  column = 0;
  /** The index of the next character that is neither space nor tab, as {@link look} found it. */
  next = 0;
  /** How many columns of white space stand before `next`. */
  indent = 0;
  /** Whether nothing but white space is left. */
  isBlank = true;
  private isInTab = false;

  load(text: string): void {
    this.text = text;
    this.position = 0;
    this.column = 0;
    this.isInTab = false;
    this.look();
  }

  /** Finds the next character that is not white space. */
  look(): void {
    let at = this.position;
    let column = this.column;
    let code = this.text.charCodeAt(at);
    while (isBlankCode(code)) {
      column += code === TAB ? 4 - (column % 4) : 1;
      code = this.text.charCodeAt((at += 1));
    }
    this.next = at;
    this.indent = column - this.column;
    this.isBlank = at >= this.text.length;
  }

  /** Takes up to so many columns of white space. */
  takeColumns(columns: number): void {
    let left = Math.min(columns, this.indent);
    this.indent -= left;
    while (left > 0) {
      const isTab = this.text.charCodeAt(this.position) === TAB;
      const width = isTab ? 4 - (this.column % 4) : 1;
      this.isInTab = width > left;
      this.column += Math.min(width, left);
      if (!this.isInTab) this.position += 1;
      left -= width;
    }
  }

  /** Takes the white space and so many characters after it, then looks again. */
  takeMark(length: number): void {
    this.column += this.indent + length;
    this.position = this.next + length;
    this.isInTab = false;
    this.look();
  }

  /** What is left of the line; a tab that was taken in part has become spaces. */
  rest(): string {
    if (!this.isInTab) return this.text.slice(this.position);
    return " ".repeat(4 - (this.column % 4)) + this.text.slice(this.position + 1);
  }

  /** What is left of the line after its white space. */
  content(): string {
    return this.text.slice(this.next);
  }

  /** The code of the next character that is not white space; NaN at the end. */
  nextCode(): number {
    return this.text.charCodeAt(this.next);
  }
}
