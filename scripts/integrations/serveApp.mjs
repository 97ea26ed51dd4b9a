// Starts an app's server and waits until it answers.
import { once } from "node:events";
import { createServer } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { endCommand, startCommand } from "../run-command.mjs";

const READY_WITHIN_MS = 60_000;

/** A port nothing listens on at this moment. */
async function freePort() {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port } = probe.address();
  probe.close();
  await once(probe, "close");
  return port;
}

/** Resolves to `{ url, stop }` once the server answers at the port it was told in words and as PORT. The caller stops it. */
export async function serveApp(toCommand, { cwd, env }) {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}/`;
  const child = startCommand(toCommand(port), {
    cwd,
    env: { ...env, HOST: "127.0.0.1", PORT: String(port) },
    stdio: ["ignore", "ignore", "inherit"],
  });
  const stop = () => endCommand(child);
  const deadline = Date.now() + READY_WITHIN_MS;
  while (Date.now() < deadline && child.exitCode === null) {
    const response = await fetch(url).catch(() => undefined);
    if (response) return { url, stop };
    await pause(100);
  }
  stop();
  throw new Error(`"${toCommand(port)}" did not answer at ${url}.`);
}
