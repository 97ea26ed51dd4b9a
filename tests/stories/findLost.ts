/** What says of a row, a tab or a button that it is the one. */
const states = ["aria-selected", "aria-checked", "aria-pressed", "aria-current"];

/** Below it black on white is no longer 4.5:1. */
const leastOpacity = 0.55;

const nameOf = (element: Element): string => element.outerHTML.slice(0, 120);

function shown(selector: string): HTMLElement[] {
  return [...document.body.querySelectorAll<HTMLElement>(selector)].filter((one) =>
    one.checkVisibility({ visibilityProperty: true }),
  );
}

/** The element and what is around it, from the inside out. */
function around(element: Element): Element[] {
  const found: Element[] = [];
  for (let one: Element | null = element; one; one = one.parentElement) found.push(one);
  return found;
}

function hasBorder(element: Element): boolean {
  const { borderBottomStyle, borderBottomWidth } = getComputedStyle(element);
  return borderBottomStyle !== "none" && borderBottomWidth !== "0px";
}

const hasOutline = (element: Element): boolean => getComputedStyle(element).outlineStyle !== "none";

/** Controls whose edge a background alone has shown. */
function edgeless(): string[] {
  return shown("button, input, textarea, select").flatMap((control) => {
    // Those the system draws.
    if (control.matches("[type=checkbox], [type=radio], [type=range], [type=file]")) return [];
    const says = control.matches("button") && control.textContent.trim() !== "";
    const seen =
      says || control.querySelector("img") || around(control).slice(0, 4).some(hasBorder);
    return seen ? [] : `no edge: ${nameOf(control)}`;
  });
}

/** A background without its alpha, which is kept where the colour itself is forced, so that white lies on white. */
const paintOf = ({ backgroundColor }: CSSStyleDeclaration): string =>
  backgroundColor.match(/\d+/g)?.slice(0, 3).join() ?? "";

/** Everything of an element's own that forced colours let through; a computed `color` is not what is painted. */
function looksOf(element: Element): string {
  const own = getComputedStyle(element);
  const before = getComputedStyle(element, "::before");
  return [
    paintOf(own),
    own.outlineStyle,
    own.textDecorationLine,
    own.borderStyle,
    own.borderWidth,
    own.fontWeight,
    before.content,
    paintOf(before),
  ].join();
}

function iconOf(element: Element): string {
  const icon = element.querySelector("svg");
  return icon ? icon.innerHTML + getComputedStyle(icon).fill : "";
}

/** Whether two elements are painted alike; what they stand in may say it for them, such as the row of a button. */
function looksLike(one: Element, other: Element): boolean {
  return (
    looksOf(one) === looksOf(other) &&
    iconOf(one) === iconOf(other) &&
    looksOf(one.parentElement!) === looksOf(other.parentElement!)
  );
}

const kindOf = (element: Element): string =>
  [
    element.localName,
    ...element.getAttributeNames().filter((name) => /^data-pl-|role/.test(name)),
  ].join();

/** Chosen ones that look like others of their kind that are not. */
function indistinct(): string[] {
  return states.flatMap((state) => {
    const isChosen = `[${state}]:not([${state}=false])`;
    return shown(isChosen).flatMap((chosen) => {
      const kind = kindOf(chosen);
      const other = shown(chosen.localName).find(
        (one) => !one.matches(isChosen) && kindOf(one) === kind,
      );
      return other && looksLike(chosen, other) ? `like the others: ${nameOf(chosen)}` : [];
    });
  });
}

/** Words that are faded, of which the system knows nothing. */
function faded(): string[] {
  return shown("*").flatMap((element) => {
    const words = [...element.childNodes].some(
      (node) => node instanceof Text && node.data.trim() !== "",
    );
    if (!words || element.closest(":disabled, [aria-disabled=true], [aria-hidden=true]")) return [];
    const opacity = around(element).reduce(
      (all, one) => all * Number(getComputedStyle(one).opacity),
      1,
    );
    return opacity < leastOpacity && opacity > 0 ? `faded to ${opacity}: ${nameOf(element)}` : [];
  });
}

/** What takes the focus and does not show it. It comes last, because what has lost the focus may close. */
function ringless(): string[] {
  const takers = shown("a[href], button, input, textarea, select, summary, [tabindex='0']");
  return takers.flatMap((taker) => {
    taker.focus();
    if (!taker.matches(":focus-visible:not([data-radix-focus-guard])")) return [];
    return around(taker).slice(0, 4).some(hasOutline) ? [] : `no ring: ${nameOf(taker)}`;
  });
}

/**
 * What the page loses while its colours are forced, an empty list being what one wants. Contrast is not among it: the
 * colours are the system's, and what is computed for text is not what is painted, so that axe would judge a mixture.
 */
export function findLost(): string[] {
  return [...edgeless(), ...indistinct(), ...faded(), ...ringless()];
}
