/**
 * Vite's server hands out JSON as JavaScript, but leaves `with { type: "json" }` on dynamic imports, and the browser then
 * refuses what it gets. A build needs none of this.
 */
export function plainJSONImports() {
  return {
    name: "plain-json-imports",
    apply: "serve",
    enforce: "pre",
    transform: (code) =>
      code.includes('.json", { with:')
        ? { code: code.replaceAll(/(\.json"), \{ with: \{ type: "json" \} \}/g, "$1"), map: null }
        : undefined,
  };
}
