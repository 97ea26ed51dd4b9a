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
  field.dir = value.length <= longText ? "auto" : firstLetter.exec(value)?.[1] ? "rtl" : "ltr";
}
