import { fileURLToPath } from "node:url";
import { rolldown } from "rolldown";

/** What every bundler of an app looks for, and Vite's own library build would replace. */
const ADDRESS = 'new URL("./imageWorker.js", import.meta.url)';
const HELD = "__IMAGE_WORKER_ADDRESS__";

/**
 * Publishes the image worker as one file beside the module that starts it, so that an app's bundler finds it and a host may
 * serve it from a place of its own.
 */
export function imageWorker() {
  let isLibrary = false;
  return {
    name: "image-worker",
    apply: "build",
    enforce: "pre",
    configResolved: ({ build }) => {
      isLibrary = Boolean(build.lib);
    },
    transform: (code) =>
      isLibrary && code.includes(ADDRESS)
        ? { code: code.replace(ADDRESS, HELD), map: null }
        : undefined,
    renderChunk: (code) =>
      code.includes(HELD) ? { code: code.replace(HELD, ADDRESS), map: null } : undefined,
    async generateBundle() {
      if (!isLibrary) return;
      const input = fileURLToPath(new URL("../src/images/imageWorker.ts", import.meta.url));
      const build = await rolldown({ input, platform: "browser", logLevel: "warn" });
      const { output } = await build.generate({ format: "es", minify: true });
      await build.close();
      const [{ code }] = output;
      this.emitFile({ type: "asset", fileName: "images/imageWorker.js", source: code });
    },
  };
}
