import type { Delimiter } from "./delimiters.js";
import type { ElementName } from "./htmlTag.js";
import { enter, frame, type Token } from "./tokens.js";

/** An opening tag of an element that is let through. */
export interface OpenElement {
  token: Token;
  /** The place of `token` among the tokens. */
  order: number;
  /** The innermost delimiter in front of it. */
  bottom: Delimiter | undefined;
}

/** The opening tags that nothing has closed yet. A stack for each element, so that none is searched. */
export class Elements {
  private readonly stacks = new Map<ElementName, OpenElement[]>();

  push(name: ElementName, opening: OpenElement): void {
    const stack = this.stacks.get(name);
    if (stack) stack.push(opening);
    else this.stacks.set(name, [opening]);
  }

  /** The innermost opening tag of an element, taken off with all that were opened after it. */
  pop(name: ElementName): OpenElement | undefined {
    const opening = this.stacks.get(name)?.pop();
    if (opening) this.cut(opening.order);
    return opening;
  }

  /** Takes off what was opened after the token at a place. */
  cut(order: number): void {
    for (const stack of this.stacks.values())
      while ((stack.at(-1)?.order ?? -1) > order) stack.pop();
  }

  /** Shows what is still open as if it ended with the text. */
  enterPending(): void {
    for (const [name, stack] of this.stacks)
      for (const { token } of stack) {
        token.text = "";
        enter(token, frame(name, true));
      }
  }
}
