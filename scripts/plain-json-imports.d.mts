import type { Plugin } from "vite";

/** Takes the attribute off dynamic imports of JSON, which Vite's server hands out as JavaScript. */
export function plainJSONImports(): Plugin;
