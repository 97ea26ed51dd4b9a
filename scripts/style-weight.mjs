// Gives every rule of the sheet the weight of three element names: more than a page's `button {}` or `table td {}`, so that
// these do not reach into the chat, and less than any class, so that a class of the page wins in whichever order both load.
import postcss from "postcss";

const KEYFRAMES = /keyframes$/;
const PSEUDO_ELEMENT = /::[\w-]+$/;

/** The selector without what stands in `:where()`, which weighs nothing. */
function outsideWhere(selector) {
  let rest = "";
  let depth = 0;
  for (let at = 0; at < selector.length; at += 1) {
    if (depth === 0 && selector.startsWith(":where(", at)) {
      depth = 1;
      at += ":where".length;
    } else if (depth === 0) rest += selector[at];
    else if (selector[at] === "(") depth += 1;
    else if (selector[at] === ")") depth -= 1;
  }
  return rest;
}

/**
 * A selector with that weight. An attribute outside `:where()` adds one name, so that rules of the sheet win over each other
 * as they are written. `_` is the name of no element, so `:not(_ _ _)` is always true and weighs three names.
 */
export function weigh(selector) {
  const [pseudoElement = ""] = PSEUDO_ELEMENT.exec(selector) ?? [];
  const element = selector.slice(0, selector.length - pseudoElement.length);
  const rest = outsideWhere(element);
  const attributes = rest.match(/\[[^\]]*\]/g) ?? [];
  const heavy = rest.replaceAll(/\[[^\]]*\]|:focus-visible|[\s>+~]/g, "");
  if (heavy)
    throw new Error(`"${heavy}" in "${selector}" would weigh too much: write it in :where().`);
  const names = Array.from({ length: 3 + attributes.length }, () => "_").join(" ");
  const light = attributes.length > 0 ? `:where(${element})` : element;
  return `${light}:not(${names})${pseudoElement}`;
}

/** The PostCSS plugin: weighs the rules of `src/styles`, and leaves every other sheet as it is. */
export const weighedStyles = {
  postcssPlugin: "weighed-styles",
  Once(sheet) {
    sheet.walkRules((rule) => {
      const { parent, source } = rule;
      if (!source?.input.file?.replaceAll("\\", "/").includes("/src/styles/")) return;
      if (parent?.type === "atrule" && KEYFRAMES.test(parent.name)) return;
      rule.selectors = rule.selectors.map(weigh);
    });
  },
};

/** The text of one sheet, weighed; `from` is its path. */
export function weighSheet(text, from) {
  return postcss([weighedStyles]).process(text, { from, map: false }).css;
}
