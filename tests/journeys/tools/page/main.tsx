import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { Chat, createDirectClient, type ChatTools } from "../../../../src/index.js";
import "../../../../src/styles/index.css";

const base = location.origin;
const client = createDirectClient({
  keys: { openai: "page-key", anthropic: "page-key", gemini: "page-key" },
  providers: {
    openai: { baseURL: `${base}/v1` },
    anthropic: { baseURL: `${base}/v1` },
    gemini: { baseURL: `${base}/v1beta` },
  },
  dangerouslyAllowBrowser: true,
});

const object = (...names: string[]) => ({
  type: "object",
  properties: Object.fromEntries(names.map((name) => [name, { type: "string" }])),
});

/** How often each tool was run, for the test to read. */
const runs: Record<string, number> = {};
Object.assign(globalThis, { toolRuns: runs });

function ran(name: string): void {
  runs[name] = (runs[name] ?? 0) + 1;
}

/** Resolves once as many calls have arrived: in turn they would never do. */
let arrived: (() => void)[] = [];
function together(count: number): Promise<void> {
  return new Promise((resolve) => {
    arrived.push(resolve);
    if (arrived.length < count) return;
    for (const go of arrived) go();
    arrived = [];
  });
}

const tools: ChatTools = {
  weather: {
    description: "The weather in a city",
    inputSchema: object("city"),
    async execute(input) {
      ran("weather");
      const { city } = input as { city: string };
      if (document.title === "both") await together(2);
      return `${city} has 4 degrees`;
    },
  },
  send_mail: {
    description: "Sends a mail",
    inputSchema: object("to"),
    needsApproval: true,
    execute: () => {
      ran("send_mail");
      return "sent";
    },
  },
  broken: {
    description: "Fails",
    inputSchema: object(),
    execute: () => {
      throw new Error("The service is down");
    },
  },
  wait: {
    description: "Never ends by itself",
    inputSchema: object(),
    execute: (_input, { signal }) =>
      new Promise((_resolve, reject) => {
        ran("wait");
        signal.addEventListener("abort", () => {
          ran("stopped");
          reject(new Error("stopped"));
        });
      }),
  },
};

createRoot(document.getElementById("root")!).render(
  <StrictMode>
    <Chat
      model={new URLSearchParams(location.search).get("model") ?? ""}
      client={client}
      tools={tools}
    />
  </StrictMode>,
);
