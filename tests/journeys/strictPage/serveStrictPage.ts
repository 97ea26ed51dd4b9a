import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { extname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { build, type Plugin } from "vite";

/** What docs/security.md promises to work under, for a page without a provider of its own. */
export const strictPolicy =
  "default-src 'self'; img-src 'self' data: blob:; connect-src 'self'; worker-src 'self'";

const dist = fileURLToPath(new URL("../../../dist", import.meta.url));
const types: Record<string, string> = {
  ".css": "text/css",
  ".html": "text/html",
  ".js": "text/javascript",
};

/** The page asks for the source, whose types are known without a build, and gets what was built. */
const builtPackage: Plugin = {
  name: "built-package",
  enforce: "pre",
  resolveId: (id) => (id.endsWith("/src/index.js") ? join(dist, "index.js") : undefined),
};

/** Builds the page as an app does, and serves it with the policy on a free port. */
export async function serveStrictPage(): Promise<{ url: string; close: () => Promise<void> }> {
  const outDir = await mkdtemp(join(tmpdir(), "polylogue-strict-"));
  await build({
    configFile: false,
    root: fileURLToPath(new URL(".", import.meta.url)),
    logLevel: "error",
    plugins: [builtPackage, react()],
    worker: { format: "es" },
    build: { outDir, emptyOutDir: true, assetsInlineLimit: 0 },
  });
  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = new URL(request.url ?? "/", "http://page").pathname;
    const file = resolve(outDir, `.${path === "/" ? "/index.html" : path}`);
    const body = await readFile(file).catch(() => undefined);
    response.setHeader("content-security-policy", strictPolicy);
    response.setHeader("content-type", types[extname(file)] ?? "application/octet-stream");
    response.writeHead(body ? 200 : 404).end(body);
  }
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    async close() {
      await new Promise((done) => server.close(done));
      await rm(outDir, { recursive: true });
    },
  };
}
