import { createServer, type IncomingMessage, request as httpRequest } from "node:http";
import { createServer as createServer2, connect as connect2 } from "node:http2";
import { type AddressInfo, connect } from "node:net";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { toNodeHandler } from "../../src/gateway/index.js";
import { ask, scriptedGateway, untilAborted } from "./scriptedClient.js";
import { serve } from "./serve.js";

/** Sends bytes as they are and returns everything that comes back until the server closes or falls silent. */
function sendRaw(url: string, text: string): Promise<string> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    let answer = "";
    const socket = connect(Number(port), hostname, () => socket.write(text));
    socket.on("data", (bytes) => (answer += bytes.toString()));
    socket.on("close", () => resolve(answer));
    socket.on("error", reject);
  });
}

const get = (target: string, headers: string[]) =>
  [`GET ${target} HTTP/1.1`, ...headers, "connection: close", "", ""].join("\r\n");

describe("requests as a socket may bring them", () => {
  const { handler } = scriptedGateway();

  test.each([
    ["/v1/models", ["host: localhost"], 200],
    ["/v1/models", ["host: evil.example"], 401],
    ["/v1/models", ["host: localhost:1@evil.example"], 400],
    ["//evil.example/v1/models", ["host: localhost"], 200],
    ["http://evil.example/v1/models", ["host: localhost"], 401],
    ["http://localhost/v1/models", ["host: localhost"], 200],
    ["/v1/models", ["host: a b"], 400],
    ["/v1/models", ["host: "], 401],
    ["*", ["host: localhost"], 400],
    ["/v1/models", ["host: localhost", "x-forwarded-for: 203.0.113.9"], 401],
  ])("GET %s with %j is answered with %i", async (target, headers, status) => {
    const url = await serve(handler);
    expect(await sendRaw(url, get(target, headers))).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
  });

  test("the address of who connects is added to what proxies say", async () => {
    const seen: (string | null)[] = [];
    const { handler: open } = scriptedGateway(
      {},
      { authorize: (request) => seen.push(request.headers.get("x-forwarded-for")) > 0 },
    );
    const url = await serve(open);
    await sendRaw(
      url,
      get("/v1/models", ["host: chat.example.com", "x-forwarded-for: 203.0.113.9"]),
    );
    expect(seen).toEqual(["203.0.113.9, 127.0.0.1"]);
  });

  test("someone in the same network who forges the Host is refused", async () => {
    const listener = toNodeHandler(handler);
    const server = createServer((message, response) => {
      Object.defineProperty(message.socket, "remoteAddress", { value: "192.168.1.20" });
      listener(message, response);
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    onTestFinished(() => void server.close());
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    expect(await sendRaw(url, get("/v1/models", ["host: localhost"]))).toMatch(/^HTTP\/1\.1 401 /);
  });

  test("every header of an answer arrives, cookies one by one", async () => {
    const url = await serve(() =>
      Promise.resolve(
        new Response("moved", {
          status: 302,
          headers: [
            ["set-cookie", "a=1"],
            ["set-cookie", "b=2"],
            ["location", "/x"],
          ],
        }),
      ),
    );
    const response = await fetch(url, { redirect: "manual" });
    expect(response.status).toBe(302);
    expect(response.headers.getSetCookie()).toEqual(["a=1", "b=2"]);
  });

  test("a handler that rejects is a 500 without its words", async () => {
    const url = await serve(() => Promise.reject(new Error("secret words")));
    const response = await fetch(url);
    expect(response.status).toBe(500);
    expect(await response.text()).not.toContain("secret words");
  });

  test("HTTP/2 is served too", async () => {
    const server = createServer2(toNodeHandler(handler));
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const session = connect2(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    onTestFinished(() => {
      session.destroy();
      server.close();
    });
    const stream = session.request({ ":path": "/v1/models" });
    const status = await new Promise((resolve) =>
      stream.on("response", (headers) => resolve(headers[":status"])),
    );
    expect(status).toBe(200);
  });
});

describe("bodies", () => {
  test("one that is too large is refused, and the connection stays fit for another request", async () => {
    const url = await serve(scriptedGateway({}, { maxBodyBytes: 100_000 }).handler);
    const head =
      "POST /v1/chat/completions HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n";
    const piece = `10000\r\n${" ".repeat(0x10000)}\r\n`;
    const answers = await sendRaw(
      url,
      `${head}${piece.repeat(100)}0\r\n\r\n${get("/v1/models", ["host: localhost"])}`,
    );
    expect(answers.match(/HTTP\/1\.1 \d+/g)).toEqual(["HTTP/1.1 413", "HTTP/1.1 200"]);
  });

  test("a body that stops half-way is given up, and its connection closed", async () => {
    const url = await serve(scriptedGateway({}, { bodyTimeoutMs: 20 }).handler);
    const answer = await sendRaw(
      url,
      "POST /v1/chat/completions HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: 1000\r\n\r\n{",
    );
    expect(answer).toMatch(/^HTTP\/1\.1 408 /);
    expect(answer.toLowerCase()).toContain("connection: close");
  });

  test("one that arrives in pieces is put together", async () => {
    const { handler: open, requests } = scriptedGateway();
    const url = await serve(open);
    const bytes = new Uint8Array(
      await ask({ messages: [{ role: "user", content: "é😀".repeat(20_000) }] }).arrayBuffer(),
    );
    let at = 0;
    const response = await fetch(`${url}/v1/chat/completions`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: new ReadableStream<Uint8Array>({
        pull(controller) {
          controller.enqueue(bytes.slice(at, (at += 777)));
          if (at >= bytes.length) controller.close();
        },
      }),
      duplex: "half",
    } as RequestInit);
    expect(response.status).toBe(200);
    expect(requests[0]?.messages[0]?.parts).toEqual([{ type: "text", text: "é😀".repeat(20_000) }]);
  });
});

describe("a caller who leaves or is slow", () => {
  /** A gateway whose provider never says a word. */
  async function waiting() {
    const seen = { started: false, closed: false };
    const { handler } = scriptedGateway({
      async *parts(signal) {
        seen.started = true;
        yield await untilAborted(signal).finally(() => (seen.closed = true));
      },
    });
    return { url: await serve(handler), seen };
  }

  /** Sends a question. Returns how to leave, by closing the socket. */
  async function askAndLeaveLater(url: string, stream: boolean): Promise<() => void> {
    const headers = { "content-type": "application/json" };
    const request = httpRequest(`${url}/v1/chat/completions`, { method: "POST", headers });
    request.on("error", () => {});
    request.end(await ask({ stream }).text());
    return () => void request.destroy();
  }

  test.each([true, false])(
    "aborts the request before the first word (stream: %s)",
    async (stream) => {
      const { url, seen } = await waiting();
      const leave = await askAndLeaveLater(url, stream);
      await vi.waitFor(() => expect(seen.started).toBe(true));
      leave();
      await vi.waitFor(() => expect(seen.closed).toBe(true));
    },
  );

  test.each([true, false])(
    "does so after the garbage was collected (stream: %s)",
    async (stream) => {
      setFlagsFromString("--expose-gc");
      const collectGarbage = runInNewContext("gc") as () => void;
      const { url, seen } = await waiting();
      const leave = await askAndLeaveLater(url, stream);
      await vi.waitFor(() => expect(seen.started).toBe(true));
      for (let times = 0; times < 10; times += 1) {
        collectGarbage();
        await new Promise((resolve) => setImmediate(resolve));
      }
      leave();
      await vi.waitFor(() => expect(seen.closed).toBe(true));
    },
  );

  test("is waited for", async () => {
    let made = 0;
    let isDone = false;
    const word = "x".repeat(100_000);
    const { handler } = scriptedGateway({
      async *parts() {
        for (; made < 500; made += 1) yield { type: "text-delta", delta: word };
        isDone = true;
        yield { type: "finish", finishReason: "stop" };
      },
    });
    const url = await serve(handler);
    const body = await ask({ stream: true }).text();
    const response = await new Promise<IncomingMessage>((resolve) => {
      httpRequest(
        `${url}/v1/chat/completions`,
        { method: "POST", headers: { "content-type": "application/json" } },
        resolve,
      ).end(body);
    });
    // 50 MB do not fit into the buffers of two sockets: the answer stands still until somebody reads.
    response.once("data", () => response.pause());
    await vi.waitFor(() => expect(made).toBeGreaterThan(0));
    const before = await settled(() => made);
    expect(before).toBeLessThan(500);
    let length = 0;
    response.on("data", (bytes: Buffer) => (length += bytes.length));
    response.resume();
    await new Promise((resolve) => response.on("end", resolve));
    expect(isDone).toBe(true);
    expect(length).toBeGreaterThan(49_000_000);
  });
});

/** The value once it has stayed the same over many turns of the event loop. */
async function settled(read: () => number): Promise<number> {
  for (let last = read(), same = 0; ;) {
    await new Promise((resolve) => setImmediate(resolve));
    same = read() === last ? same + 1 : 0;
    if (same > 200) return last;
    last = read();
  }
}
