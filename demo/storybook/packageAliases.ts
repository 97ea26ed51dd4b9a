import { fileURLToPath } from "node:url";

const source = (path: string) => fileURLToPath(new URL(`../../src/${path}`, import.meta.url));

/** Leads the names of the package to its sources, so that the examples import what their readers do. */
export const packageAliases = [
  { find: /^polylogue$/, replacement: source("index.ts") },
  { find: /^polylogue\/([a-zA-Z/-]+)$/, replacement: source("$1/index.ts") },
];
