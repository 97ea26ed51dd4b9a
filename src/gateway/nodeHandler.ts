import { badRequest, errorResponse } from "./errorAnswer.js";
import type { GatewayHandler } from "./options.js";

/** The parts of Node's `IncomingMessage` that are used, so that edge hosts need no Node types. */
export interface NodeRequest {
  method?: string | undefined;
  url?: string | undefined;
  rawHeaders: readonly string[];
  headers: Readonly<Record<string, string | string[] | undefined>>;
  socket: { remoteAddress?: string | undefined };
  on(event: "data", listener: (bytes: Uint8Array) => void): unknown;
  on(event: "end", listener: () => void): unknown;
  on(event: "close", listener: () => void): unknown;
  pause(): unknown;
  resume(): unknown;
}

/** The parts of Node's `ServerResponse` that are used. */
export interface NodeResponse {
  statusCode: number;
  readonly destroyed: boolean;
  appendHeader(name: string, value: string): unknown;
  write(bytes: Uint8Array): boolean;
  end(): unknown;
  destroy(): unknown;
  on(event: "close", listener: () => void): unknown;
  on(event: "drain", listener: () => void): unknown;
}

/**
 * Makes a listener for Node's `http` and `http2` servers, Connect and Express out of a gateway. Mount it before any body
 * parser. When the caller leaves, the request's signal is aborted; when the caller reads slowly, the answer waits. The
 * caller's address is added to `x-forwarded-for`, as every proxy does.
 */
export function toNodeHandler(
  handler: GatewayHandler,
): (request: NodeRequest, response: NodeResponse) => void {
  return (message, response) => {
    const left = new AbortController();
    response.on("close", () => left.abort());
    answer(handler, message, left.signal)
      .then((answered) => send(answered, response, left.signal))
      .catch(() => response.destroy());
  };
}

async function answer(
  handler: GatewayHandler,
  message: NodeRequest,
  signal: AbortSignal,
): Promise<Response> {
  let request: Request;
  try {
    request = toRequest(message, signal);
  } catch {
    return errorResponse(badRequest("The request has no valid Host, path or method."), []);
  }
  return handler(request).catch((error: unknown) => errorResponse(error, []));
}

function toRequest(message: NodeRequest, signal: AbortSignal): Request {
  const { method = "GET", url = "/", rawHeaders, socket } = message;
  const headers = new Headers();
  for (let index = 0; index + 1 < rawHeaders.length; index += 2) {
    const name = rawHeaders[index] ?? "";
    // HTTP/2 sends the method and the path among the headers.
    if (!name.startsWith(":")) headers.append(name, rawHeaders[index + 1] ?? "");
  }
  if (socket.remoteAddress) headers.append("x-forwarded-for", socket.remoteAddress);
  const host = message.headers[":authority"] ?? message.headers["host"];
  const hasBody = method !== "GET" && method !== "HEAD";
  // Joined as text: a path that begins with `//` would otherwise name another host.
  const request = new Request(url.startsWith("/") ? `http://${String(host)}${url}` : url, {
    method,
    headers,
    ...(hasBody ? { body: readBody(message), duplex: "half" } : {}),
  });
  // Node's Request only follows a signal it is given, and forgets to once the garbage is collected.
  return Object.defineProperty(request, "signal", { value: signal });
}

function readBody(message: NodeRequest): ReadableStream<Uint8Array> {
  let isOpen = true;
  const close = (how: () => void) => {
    if (isOpen) how();
    isOpen = false;
  };
  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        message.pause();
        message.on("data", (bytes: Uint8Array) => {
          if (!isOpen) return;
          controller.enqueue(bytes);
          message.pause();
        });
        message.on("end", () => close(() => controller.close()));
        message.on("close", () => close(() => controller.error(new Error("The caller left."))));
      },
      pull() {
        message.resume();
      },
      cancel() {
        isOpen = false;
        // What is still to come is thrown away, so that the caller gets to read the answer.
        message.resume();
      },
    },
    { highWaterMark: 0 },
  );
}

async function send(
  answered: Response,
  response: NodeResponse,
  signal: AbortSignal,
): Promise<void> {
  response.statusCode = answered.status;
  for (const [name, value] of answered.headers) response.appendHeader(name, value);
  // The body is still arriving, slowly: waiting for its end would keep the connection busy.
  if (answered.status === 408) response.appendHeader("connection", "close");
  if (answered.body) await pump(answered.body.getReader(), response, signal);
  response.end();
}

/** Writes a body at the pace the caller reads it; cancels it when the caller leaves. */
async function pump(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  response: NodeResponse,
  signal: AbortSignal,
): Promise<void> {
  let wake = () => {};
  const leave = () => {
    reader.cancel().catch(() => {});
    wake();
  };
  signal.addEventListener("abort", leave, { once: true });
  response.on("drain", () => wake());
  if (signal.aborted) leave();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    if (response.write(value) || response.destroyed) continue;
    await new Promise<void>((resolve) => {
      wake = resolve;
    });
  }
}
