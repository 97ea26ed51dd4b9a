import { fileURLToPath } from "node:url";
import type { Connect, Plugin } from "vite";
import type * as Gateway from "../src/gateway/index.js";

const mount = "/api/polylogue";

/**
 * Serves the gateway beside the page, from source while developing and from `dist` for the built demo. Its keys are those
 * of the environment; with no `authorize` it answers this machine alone.
 */
export function gatewayPlugin(): Plugin {
  return {
    name: "polylogue-gateway",
    async configureServer(server) {
      const source = fileURLToPath(new URL("../src/gateway/index.ts", import.meta.url));
      server.middlewares.use(
        mount,
        await serve((await server.ssrLoadModule(source)) as typeof Gateway),
      );
    },
    async configurePreviewServer(server) {
      const built = new URL("../dist/gateway/index.js", import.meta.url).href;
      server.middlewares.use(mount, await serve((await import(built)) as typeof Gateway));
    },
  };
}

async function serve({
  createGateway,
  toNodeHandler,
}: typeof Gateway): Promise<Connect.NextHandleFunction> {
  // A server that is not running would be a failure in every list.
  const providers = (await isOllamaRunning()) ? { ollama: {} } : {};
  const handle = toNodeHandler(createGateway({ env: process.env, providers }));
  return (request, response) => handle(request, response);
}

async function isOllamaRunning(): Promise<boolean> {
  const address = process.env["OLLAMA_API_BASE"] ?? "http://localhost:11434";
  try {
    return (await fetch(address, { signal: AbortSignal.timeout(500) })).ok;
  } catch {
    return false;
  }
}
