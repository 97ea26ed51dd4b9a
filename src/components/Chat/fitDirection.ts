/** From how many characters on the browser is no longer asked for the direction of each paragraph. */
const longText = 5_000;

/** The first letter that has a direction: Hebrew, Arabic and their neighbours, or any other. */
const firstLetter = /([\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff])|\p{L}/u;

/**
 * Gives a field the direction of what is written in it: `auto` does that by itself, but lays the whole text out with each
 * key, which takes seconds for a megabyte.
 */
export function fitDirection(field: HTMLTextAreaElement): void {
  const { value } = field;
  const dir = value.length <= longText ? "auto" : directionOf(value);
  // Even the same value makes the browser find the direction once more.
  if (field.dir !== dir) field.dir = dir;
}

/** The same before a long text comes in at once, such as a paste: the browser lays it out before it says that it came. */
export function foreseeDirection(field: HTMLTextAreaElement, coming: string): void {
  const { dir, value, selectionStart } = field;
  if (dir !== "auto" || value.length + coming.length <= longText) return;
  field.dir = directionOf(value.slice(0, selectionStart) + coming);
}

function directionOf(text: string): "ltr" | "rtl" {
  return firstLetter.exec(text)?.[1] ? "rtl" : "ltr";
}
