// Firefox as it is installed, driven by WebDriver BiDi: it needs no driver beside it.
// https://www.w3.org/TR/webdriver-bidi/
import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { WebSocket } from "ws";

const viewport = { width: 1280, height: 800 };

const NAMES = ["firefox", "firefox-esr"];

function installed() {
  for (const command of NAMES) {
    try {
      return { command, name: execFileSync(command, ["--version"], { encoding: "utf8" }).trim() };
    } catch {
      // Not this one.
    }
  }
  return undefined;
}

/** A page in Firefox: `visit(url)`, `evaluate(expression)`, `close()`. `undefined` where there is no Firefox. */
export async function openFirefox() {
  const found = installed();
  if (!found) return undefined;
  const profile = mkdtempSync(join(tmpdir(), "polylogue-firefox-"));
  const browser = spawn(
    found.command,
    ["--headless", "--remote-debugging-port=0", "--profile", profile],
    { stdio: ["ignore", "ignore", "pipe"] },
  );
  const address = await new Promise((resolve, reject) => {
    createInterface(browser.stderr).on("line", (line) => {
      const [, listening] = /WebDriver BiDi listening on (ws:\S+)/.exec(line) ?? [];
      if (listening) resolve(listening);
    });
    browser.on("exit", () => reject(new Error("Firefox ended before it listened.")));
  });

  const socket = new WebSocket(`${address}/session`);
  await new Promise((resolve, reject) => socket.once("open", resolve).once("error", reject));
  const waiting = new Map();
  let last = 0;
  socket.on("message", (data) => {
    const { id, type, result, message } = JSON.parse(data);
    const call = waiting.get(id);
    waiting.delete(id);
    if (type === "error") call?.reject(new Error(message));
    else call?.resolve(result);
  });
  const call = (method, params = {}) =>
    new Promise((resolve, reject) => {
      last += 1;
      waiting.set(last, { resolve, reject });
      socket.send(JSON.stringify({ id: last, method, params }));
    });

  await call("session.new", { capabilities: {} });
  const { contexts } = await call("browsingContext.getTree");
  let { context } = contexts[0];

  return {
    name: found.name,
    async visit(url) {
      // Only a new tab has the focus, and its elements hear of theirs.
      const tab = await call("browsingContext.create", { type: "tab" });
      await call("browsingContext.close", { context });
      ({ context } = tab);
      await call("browsingContext.setViewport", { context, viewport });
      await call("browsingContext.navigate", { context, url, wait: "complete" });
    },
    async evaluate(expression) {
      const answer = await call("script.evaluate", {
        expression,
        target: { context },
        awaitPromise: false,
      });
      return answer.result?.value;
    },
    async close() {
      const ended = new Promise((resolve) => browser.once("exit", resolve));
      await call("browser.close");
      await ended;
      rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}
