// Starts a LiteLLM proxy on a free loopback port, in front of the scripted upstream in both of its formats.
import { createWriteStream, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { endCommand, startCommand } from "../run-command.mjs";

const START_LIMIT_MS = 120_000;
const key = "sk-litellm-master-key";

/** The models of the proxy: what the upstream is asked for is the script of its answer. */
const scripts = { chat: "words", refused: "401", missing: "404", busy: "429" };

/** What the proxy is told of the models that answer, as one tells it of models it has never heard of. */
const facts = {
  max_input_tokens: 128_000,
  max_output_tokens: 16_000,
  input_cost_per_token: 0.000_003,
  output_cost_per_token: 0.000_015,
  supports_vision: true,
  supports_function_calling: true,
};

function configFor(upstreamURL) {
  const upstreams = { openai: `${upstreamURL}/v1`, anthropic: upstreamURL };
  return {
    model_list: Object.entries(upstreams).flatMap(([provider, api_base]) =>
      Object.entries(scripts).map(([name, script]) => ({
        model_name: `${provider}-${name}`,
        litellm_params: {
          model: `${provider}/scripted-${script}`,
          api_base,
          api_key: "sk-upstream-key",
        },
        ...(name === "chat" && { model_info: facts }),
      })),
    ),
    general_settings: { master_key: key },
    litellm_settings: { telemetry: false, num_retries: 0 },
    // Otherwise one refusal closes a model for five seconds, and every test after it meets a 429 of the proxy's own.
    router_settings: { num_retries: 0, disable_cooldowns: true },
  };
}

/** Only what a program needs to run: no keys of this machine, no proxy settings, nothing fetched from the network. */
function environment() {
  const kept = ["PATH", "HOME", "TMPDIR", "TEMP", "SystemRoot", "USERPROFILE", "LANG"];
  const unset = Object.fromEntries(Object.keys(process.env).map((name) => [name, undefined]));
  return {
    ...unset,
    ...Object.fromEntries(kept.map((name) => [name, process.env[name]])),
    PYTHONUTF8: "1",
    LITELLM_LOCAL_MODEL_COST_MAP: "True",
    LITELLM_LOCAL_ANTHROPIC_BETA_HEADERS: "True",
    LITELLM_LOCAL_BLOG_POSTS: "True",
    LITELLM_LOCAL_POLICY_TEMPLATES: "True",
    LITELLM_LOCAL_AUTOROUTER_PRESETS: "True",
    LITELLM_TELEMETRY: "False",
    // Keeps it from reading a .env file of this project.
    LITELLM_MODE: "PRODUCTION",
  };
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

const isReady = (url) =>
  fetch(`${url}/health/readiness`).then(
    (response) => response.ok,
    () => false,
  );

async function untilReady(url, child, log) {
  const deadline = Date.now() + START_LIMIT_MS;
  while (!(await isReady(url))) {
    const ended = child.exitCode !== null || child.signalCode !== null;
    if (ended || Date.now() > deadline) {
      const last = readFileSync(log, "utf8").split("\n").slice(-30).join("\n");
      const what = ended ? "ended while starting" : `did not start in ${START_LIMIT_MS / 1000} s`;
      throw new Error(`The LiteLLM proxy ${what}. The end of ${log}:\n${last}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

/**
 * Starts the proxy whose programs are in `programs`; its configuration and its log are written to `home`. `stop` resolves
 * when it is gone and may be called at any time; `ready` rejects when it does not come up.
 */
export async function startProxy({ home, programs, upstreamURL }) {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const config = join(home, "config.yaml");
  const log = join(home, "proxy.log");
  // JSON is YAML.
  writeFileSync(config, JSON.stringify(configFor(upstreamURL), undefined, 2));
  const litellm = `"${join(programs, "litellm")}" --config "${config}"`;
  const child = startCommand(`${litellm} --host 127.0.0.1 --port ${port} --telemetry False`, {
    env: environment(),
    stdio: ["ignore", "pipe", "pipe"],
  });
  const written = createWriteStream(log);
  child.stdout.pipe(written, { end: false });
  child.stderr.pipe(written, { end: false });
  const gone = new Promise((resolve) => void child.once("close", resolve));
  return {
    url,
    key,
    ready: untilReady(url, child, log),
    async stop() {
      endCommand(child);
      const timer = setTimeout(() => endCommand(child, "SIGKILL"), 5000);
      await gone;
      clearTimeout(timer);
      written.end();
    },
  };
}
