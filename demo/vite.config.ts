import { fileURLToPath } from "node:url";
import { plainJSONImports } from "../scripts/plain-json-imports.mjs";
import { weighedStyles } from "../scripts/style-weight.mjs";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { docsPlugin } from "./docsPlugin.js";
import { gatewayPlugin } from "./gatewayPlugin.js";

export default defineConfig({
  root: fileURLToPath(new URL(".", import.meta.url)),
  plugins: [react(), plainJSONImports(), docsPlugin(), gatewayPlugin()],
  css: { postcss: { plugins: [weighedStyles] } },
  // Named, so that a fresh clone does not reload the page when the first answer is shown.
  optimizeDeps: {
    include: [
      "react",
      "react-dom/client",
      "@tanstack/react-query",
      "radix-ui",
      "@codemirror/streamparser",
      "katex",
      "zustand",
      "minisearch",
    ],
  },
  build: { outDir: "../dist-demo", emptyOutDir: true, sourcemap: true },
});
