// Astro: the guide in what `astro add react node` makes of an empty project.
import {
  keyFile,
  keyInShell,
  nodeTypes,
  query,
  react19,
  react19Types,
  typescript,
} from "./everyApp.mjs";

export const astroGuide = {
  title: "Astro, the guide",
  folder: "astro",
  guide: "docs/guides/astro.md",
  dependencies: {
    ...query,
    ...react19,
    ...react19Types,
    "@astrojs/node": "9.5.5",
    "@astrojs/react": "4.4.2",
    astro: "5.18.2",
  },
  devDependencies: { ...nodeTypes, ...typescript },
  files: {
    ".env": keyFile,
    "public/favicon.ico": "",
    "astro.config.mjs": `// @ts-check
import { defineConfig } from "astro/config";
import react from "@astrojs/react";
import node from "@astrojs/node";

export default defineConfig({
  integrations: [react()],
  adapter: node({ mode: "standalone" }),
});
`,
    "tsconfig.json": JSON.stringify({
      extends: "astro/tsconfigs/strict",
      include: [".astro/types.d.ts", "**/*"],
      exclude: ["dist"],
      compilerOptions: { jsx: "react-jsx", jsxImportSource: "react" },
    }),
  },
  check: "astro sync --silent && tsc --noEmit",
  build: "astro build --silent",
  built: "dist",
  rendersOnServer: true,
  servers: [
    // A built server reads no .env of its own.
    { title: "production", command: () => "node dist/server/entry.mjs", env: keyInShell },
    {
      title: "development",
      command: (port) => `astro dev --host 127.0.0.1 --port ${port}`,
      drawsInPage: true,
    },
  ],
};
