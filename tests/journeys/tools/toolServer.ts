import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";
import { text } from "node:stream/consumers";
import type { Fields } from "../../../src/client/looseJSON.js";
import { formats, type ScriptedCall, type WireFormat } from "./wireFormats.js";

/** A server for one page: it hands out the page's files, and is the provider behind it. */
export interface ToolServer {
  /** Without a slash at the end. */
  url: string;
  /** The bodies of the requests to models, oldest first. */
  requests: Fields[];
  close(): Promise<void>;
}

/** What a question with this word makes a model call. */
const scripts: Readonly<Record<string, readonly Omit<ScriptedCall, "id">[]>> = {
  "#one": [{ name: "weather", args: { city: "Oslo" } }],
  "#both": [
    { name: "weather", args: { city: "Oslo" } },
    { name: "weather", args: { city: "Rome" } },
  ],
  "#mail": [{ name: "send_mail", args: { to: "ada@example.com" } }],
  "#broken": [{ name: "broken", args: {} }],
  "#wait": [{ name: "wait", args: {} }],
};

/** Serves the files of `folder`, and answers in every format: with the calls of its script, then with their results. */
export async function startToolServer(folder: string): Promise<ToolServer> {
  const requests: Fields[] = [];
  const server = createServer((request, response) => {
    void (async () => {
      const path = new URL(request.url ?? "/", "http://page").pathname;
      const format = Object.values(formats).find((one) => one.path.test(path));
      if (request.method === "POST" && format) {
        const body = JSON.parse(await text(request)) as Fields;
        requests.push(body);
        response.writeHead(200, { "content-type": "text/event-stream" });
        response.end(answerTo(body, format, requests.length));
      } else sendFile(join(folder, path === "/" ? "index.html" : path), response);
    })().catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function answerTo(body: Fields, format: WireFormat, count: number): Uint8Array {
  const { question, results } = format.read(body);
  const script = Object.keys(scripts).find((word) => question.includes(word)) ?? "";
  const calls = scripts[script] ?? [];
  if (results.length < calls.length) {
    return format.writeCalls(calls.map((call, at) => ({ ...call, id: `call_${count}_${at}` })));
  }
  return format.writeText(`The tools said: ${results.join(" and ")}.`);
}

const types: Readonly<Record<string, string>> = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".css": "text/css",
};

function sendFile(path: string, response: import("node:http").ServerResponse): void {
  try {
    const file = readFileSync(path);
    response.writeHead(200, { "content-type": types[extname(path)] ?? "application/octet-stream" });
    response.end(file);
  } catch {
    response.writeHead(404).end();
  }
}
