// WebKit, the engine of Safari, in its GTK port: the packages webkit2gtk-driver and xvfb of Debian.
// https://www.w3.org/TR/webdriver2/
import { spawn, spawnSync } from "node:child_process";
import { createServer } from "node:net";

async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** A page in WebKit: `visit(url)`, `evaluate(expression)`, `close()`. `undefined` where there is no WebKit. */
export async function openWebKit() {
  if (spawnSync("WebKitWebDriver", ["--help"]).error || spawnSync("xvfb-run", ["--help"]).error) {
    return undefined;
  }
  const port = await freePort();
  const driver = spawn(
    "xvfb-run",
    ["-a", "-s", "-screen 0 1400x1000x24", "WebKitWebDriver", `--port=${port}`, "--host=127.0.0.1"],
    // Its compositor waits for a graphics card, and its sandbox for rights that containers do not have.
    {
      detached: true,
      stdio: "ignore",
      env: {
        ...process.env,
        WEBKIT_DISABLE_COMPOSITING_MODE: "1",
        WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: "1",
      },
    },
  );

  async function call(method, path, body = {}) {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      ...(method === "POST" && { body: JSON.stringify(body) }),
    });
    const { value } = await answer.json();
    if (value?.error) throw new Error(`${value.error}: ${value.message}`);
    return value;
  }
  for (let tries = 0; ; tries += 1) {
    try {
      await call("GET", "/status");
      break;
    } catch (error) {
      if (tries === 50) throw error;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }

  const { sessionId, capabilities } = await call("POST", "/session", { capabilities: {} });
  const session = `/session/${sessionId}`;
  await call("POST", `${session}/window/rect`, { width: 1280, height: 900 });

  return {
    name: `WebKitGTK ${capabilities.browserVersion}`,
    visit: (url) => call("POST", `${session}/url`, { url }),
    evaluate: (expression) =>
      call("POST", `${session}/execute/sync`, { script: `return ${expression}`, args: [] }),
    async close() {
      await call("DELETE", session);
      // The screen is a process of its own, which outlives its wrapper.
      process.kill(-Number(driver.pid));
    },
  };
}
