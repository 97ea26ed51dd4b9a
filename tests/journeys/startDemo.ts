import { chromium, type Browser } from "playwright";
import { preview } from "vite";
import { baseURLVariables } from "../../src/client/providerVariables.js";
import { providerTable } from "../../src/client/providers.js";
import { findBrowser, launchArgs } from "../../scripts/find-browser.mjs";
import { startScriptedUpstream, type ScriptedUpstream } from "../support/scriptedUpstream.mjs";

/** The key the gateway holds. It looks like no provider's key, so that nothing masks it but knowing it. */
export const plantedKey = "planted.4f7a1c9e.for.the.journeys";

/** The built demo with its gateway, the provider behind it and a browser. */
export interface Demo {
  /** Ends in `/`. */
  url: string;
  upstream: ScriptedUpstream;
  browser: Browser;
  close: () => Promise<void>;
}

/** Serves `dist-demo` with the gateway of `dist` on a free port, as `vite preview` does, and launches Chromium. */
export async function startDemo(): Promise<Demo> {
  const upstream = await startScriptedUpstream();
  setEnvironment(upstream);
  const server = await preview({
    configFile: "demo/vite.config.ts",
    logLevel: "error",
    preview: { port: 0, host: "127.0.0.1", open: false },
  });
  const { path } = await findBrowser();
  const browser = await chromium.launch({ executablePath: path, args: launchArgs });
  return {
    url: server.resolvedUrls!.local[0]!,
    upstream,
    browser,
    async close() {
      await browser.close();
      await server.close();
      await upstream.close();
    },
  };
}

/** The scripted upstream alone: a key of the developer's own must not bring a real provider into a test. */
function setEnvironment(upstream: ScriptedUpstream): void {
  for (const { id, keyVariables } of providerTable) {
    for (const name of [...keyVariables, ...baseURLVariables(id)]) delete process.env[name];
  }
  process.env["OPENAI_API_KEY"] = plantedKey;
  process.env["OPENAI_BASE_URL"] = `${upstream.url}/v1`;
}
