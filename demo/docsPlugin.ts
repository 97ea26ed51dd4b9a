import { readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";

const root = new URL("../", import.meta.url);

/** The documents the guide cites, by their place in the repository. */
function documentPaths(): string[] {
  const docs = readdirSync(new URL("docs", root), { recursive: true, encoding: "utf8" });
  const pages = docs.filter((name) => name.endsWith(".md"));
  return ["README.md", ...pages.map((name) => `docs/${name.replaceAll("\\", "/")}`)];
}

/** Serves the documents beside the page as plain text, so that a citation can be followed, and puts them into the build. */
export function docsPlugin(): Plugin {
  return {
    name: "polylogue-docs",
    configureServer(server) {
      const known = new Set(documentPaths());
      server.middlewares.use((request, response, next) => {
        const path = request.url?.split("?")[0]?.slice(1) ?? "";
        const asksForPage = request.headers["sec-fetch-dest"] === "document";
        if (!asksForPage || !known.has(path)) return next();
        response.setHeader("content-type", "text/plain; charset=utf-8");
        response.end(readFileSync(fileURLToPath(new URL(path, root))));
      });
    },
    generateBundle() {
      for (const fileName of documentPaths()) {
        this.emitFile({ type: "asset", fileName, source: readFileSync(new URL(fileName, root)) });
      }
    },
  };
}
