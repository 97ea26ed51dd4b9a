import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { build } from "vite";
import { plainJSONImports } from "../../scripts/plain-json-imports.mjs";

/** Builds the page in the folder at `root`, from the source of the package, into `folder`. */
export async function buildPage(root: URL, folder: string): Promise<void> {
  await build({
    configFile: false,
    logLevel: "error",
    root: fileURLToPath(root),
    plugins: [react(), plainJSONImports()],
    build: { outDir: folder, emptyOutDir: true, minify: false },
  });
}
