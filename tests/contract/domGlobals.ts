import { Visitor } from "rolldown/utils";
import type { SourceModule } from "./sourceModules.js";

/** Names that exist only where there is a page. What browsers, workers and servers share (fetch, URL, crypto) is not here. */
const DOM_GLOBALS = new Set([
  "Audio",
  "DOMParser",
  "Document",
  "DragEvent",
  "Element",
  "EventSource",
  "FileReader",
  "HTMLElement",
  "Image",
  "IntersectionObserver",
  "KeyboardEvent",
  "MouseEvent",
  "MutationObserver",
  "ResizeObserver",
  "Storage",
  "Window",
  "XMLHttpRequest",
  "alert",
  "cancelAnimationFrame",
  "customElements",
  "document",
  "getComputedStyle",
  "history",
  "indexedDB",
  "localStorage",
  "location",
  "matchMedia",
  "navigator",
  "requestAnimationFrame",
  "sessionStorage",
  "window",
]);

/**
 * The names of the DOM a module uses as bare globals, in code or types. `typeof window` asks whether there is one and is
 * allowed, and so is `globalThis.sessionStorage`, which is undefined elsewhere instead of throwing.
 */
export function domGlobalsOf({ parsed }: SourceModule): string[] {
  const used = new Set<string>();
  const harmless = new Set<unknown>();
  const own = new Set<string>();
  const declare = (id: { type: string; name?: string } | null): void => {
    if (id?.type === "Identifier" && id.name) own.add(id.name);
  };
  // The names before the uses: a visitor meets a parameter and its function in an order of its own.
  new Visitor({
    VariableDeclarator: ({ id }) => declare(id),
    FunctionDeclaration: ({ id, params }) => [id, ...params].forEach((one) => declare(one)),
    FunctionExpression: ({ params }) => params.forEach((one) => declare(one)),
    ArrowFunctionExpression: ({ params }) => params.forEach((one) => declare(one)),
    ImportSpecifier: ({ local }) => declare(local),
    TSInterfaceDeclaration: ({ id }) => declare(id),
    TSTypeAliasDeclaration: ({ id }) => declare(id),
    Property: ({ key, value, computed }) => {
      if (!computed) harmless.add(key);
      // In a pattern the value is the new name; in an object literal it is a use and no declaration.
      if (value.type === "AssignmentPattern") declare(value.left);
    },
    ObjectPattern: ({ properties }) =>
      properties.forEach((one) => one.type === "Property" && declare(one.value)),
    MemberExpression: ({ property, computed }) => {
      if (!computed) harmless.add(property);
    },
    UnaryExpression: ({ operator, argument }) => {
      if (operator === "typeof") harmless.add(argument);
    },
    TSPropertySignature: ({ key }) => void harmless.add(key),
    TSMethodSignature: ({ key }) => void harmless.add(key),
    PropertyDefinition: ({ key }) => void harmless.add(key),
    MethodDefinition: ({ key }) => void harmless.add(key),
  }).visit(parsed.program);
  new Visitor({
    Identifier: (node) => {
      if (DOM_GLOBALS.has(node.name) && !harmless.has(node) && !own.has(node.name))
        used.add(node.name);
    },
  }).visit(parsed.program);
  return [...used];
}
