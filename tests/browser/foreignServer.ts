import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

const anyPage = { "access-control-allow-origin": "*" };
const letIn = { ...anyPage, "access-control-allow-headers": "authorization, content-type" };
const sse = { ...anyPage, "content-type": "text/event-stream" };
const delta = (content: string): string =>
  `data: ${JSON.stringify({ choices: [{ delta: { content }, finish_reason: null }] })}\n\n`;

interface Behaviour {
  preflight: (response: ServerResponse) => void;
  answer: (response: ServerResponse) => void;
}

const allow = (response: ServerResponse): void => void response.writeHead(204, letIn).end();
const whole = (response: ServerResponse): void =>
  void response.writeHead(200, sse).end(`${delta("Hello")}data: [DONE]\n\n`);

const held = new Set<ServerResponse>();

/** What a server on another origin may do with a page, by the first segment of the path. */
const behaviours: Readonly<Record<string, Behaviour>> = {
  open: { preflight: allow, answer: whole },
  wildcard: {
    preflight: (response) =>
      response.writeHead(204, { ...anyPage, "access-control-allow-headers": "*" }).end(),
    answer: whole,
  },
  silent: {
    preflight: (response) => response.writeHead(204).end(),
    answer: (response) => response.writeHead(200).end("{}"),
  },
  missing: {
    preflight: (response) => response.writeHead(404, anyPage).end(),
    answer: whole,
  },
  headerless: {
    preflight: (response) =>
      response.writeHead(204, { ...anyPage, "access-control-allow-headers": "content-type" }).end(),
    answer: whole,
  },
  unauthorized: {
    preflight: allow,
    answer: (response) => response.writeHead(401).end('{"error":{"message":"no"}}'),
  },
  forbidden: {
    preflight: (response) => response.writeHead(403).end(),
    answer: (response) => response.writeHead(403).end(),
  },
  limited: {
    preflight: allow,
    answer: (response) =>
      response
        .writeHead(429, { ...anyPage, "retry-after": "3" })
        .end('{"error":{"message":"Please try again in 90s."}}'),
  },
  cut: {
    preflight: allow,
    answer: (response) => {
      response.writeHead(200, sse).write(delta("Half an ans"));
      held.add(response);
    },
  },
  /** Ends what `cut` has begun, as a broken connection would: asked for once the page has read it. */
  scissors: {
    preflight: allow,
    answer: (response) => {
      for (const one of held) one.destroy();
      held.clear();
      response.writeHead(204, anyPage).end();
    },
  },
  hanging: {
    preflight: allow,
    answer: (response) => void response.writeHead(200, sse).write(delta("Half an ans")),
  },
  mute: { preflight: allow, answer: () => {} },
};

let address: Promise<string> | undefined;

/** For browser tests: a real server on another origin than the page. Resolves to its origin; it ends with the test run. */
export function openForeignServer(): Promise<string> {
  address ??= new Promise((resolve) => {
    const server = createServer((request: IncomingMessage, response: ServerResponse) => {
      const name = /^\/([a-z]+)\//.exec(request.url ?? "")?.[1] ?? "";
      const { preflight, answer } = behaviours[name] ?? behaviours["missing"]!;
      (request.method === "OPTIONS" ? preflight : answer)(response);
    });
    server.unref();
    server.listen(0, "127.0.0.1", () => {
      resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    });
  });
  return address;
}
