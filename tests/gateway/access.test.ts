import { describe, expect, test } from "vitest";
import { createGateway } from "../../src/gateway/index.js";
import { ask, errorOf, get, scriptedGateway } from "./scriptedClient.js";

const listed = "https://app.example.com";

function from(url: string, headers: Record<string, string> = {}): Request {
  return new Request(`${url}/api/v1/models`, { headers });
}

describe("without authorize", () => {
  const { handler } = scriptedGateway();
  const status = async (request: Request) => (await handler(request)).status;

  test.each([
    "http://localhost",
    "http://localhost:5173",
    "http://127.0.0.1:3000",
    "http://127.9.8.7",
    "http://[::1]:8080",
  ])("%s is this machine", async (url) => {
    const { host } = new URL(url);
    expect(await status(from(url))).toBe(200);
    expect(await status(from(url, { host, origin: url }))).toBe(200);
    expect(await status(from(url, { host, "sec-fetch-site": "same-origin" }))).toBe(200);
  });

  test.each([
    "example.com",
    "localhost.example.com",
    "localhost.",
    "foo.localhost",
    "localtest.me",
    "127.0.0.1.nip.io",
    "127-0-0-1.example.com",
    "127.0.0.1.",
    "127.1",
    "127.0.1",
    "0127.0.0.1",
    "127.0.0.01",
    "127.0.0.256",
    "0x7f.0.0.1",
    "0x7f000001",
    "2130706433",
    "0.0.0.0",
    "192.168.0.10",
    "10.0.0.1",
    "169.254.169.254",
    "[::]",
    "[::ffff:127.0.0.1]",
    "[0:0:0:0:0:0:0:1]",
    "[fe80::1]",
    "localhost:80@example.com",
    "localhost:123456",
    "localhost, example.com",
    "localhost\\example.com",
    "１２７.0.0.1".normalize("NFC").replace("１２７", "xn--127"),
    "",
  ])("the Host %j is refused", async (host) => {
    const response = await handler(from("http://localhost", { host }));
    expect(response.status).toBe(401);
    expect((await errorOf(response))["message"]).toContain("createGateway({ authorize:");
  });

  test("the URL counts as much as the Host", async () => {
    expect(await status(from("http://example.com", { host: "localhost" }))).toBe(401);
  });

  test.each([
    ["origin", "https://evil.example"],
    ["origin", "http://localhost:9999"],
    ["origin", "http://localhost.evil.example"],
    ["origin", "null"],
    ["origin", "not an origin"],
    ["sec-fetch-site", "cross-site"],
    ["sec-fetch-site", "same-site"],
  ])("a page with %s: %s is refused", async (name, value) => {
    expect(
      await status(from("http://localhost:5173", { host: "localhost:5173", [name]: value })),
    ).toBe(401);
  });

  test("a rebound name is refused although the page is of the same origin", async () => {
    const headers = { host: "rebind.example:3000", origin: "http://rebind.example:3000" };
    expect(await status(from("http://rebind.example:3000", headers))).toBe(401);
  });

  test.each([
    ["x-forwarded-host", "chat.example.com"],
    ["x-forwarded-for", "203.0.113.7"],
    ["x-forwarded-for", "203.0.113.7, 127.0.0.1"],
    ["x-forwarded-for", "127.0.0.1, 192.168.1.20"],
    ["x-real-ip", "203.0.113.7"],
    ["forwarded", "for=203.0.113.7;host=chat.example.com"],
  ])("a request that a proxy brought from elsewhere is refused (%s: %s)", async (name, value) => {
    expect(await status(from("http://localhost", { [name]: value }))).toBe(401);
  });

  test.each(["::1", "127.0.0.1", "::ffff:127.0.0.1"])(
    "a proxy on this machine may stand between (%s)",
    async (address) => {
      const headers = { "x-forwarded-host": "localhost:3000", "x-forwarded-for": address };
      expect(await status(from("http://localhost:3000", headers))).toBe(200);
    },
  );

  test("a page on the list may call this machine", async () => {
    const { handler: open } = scriptedGateway({}, { origins: [listed] });
    expect((await open(from("http://localhost", { origin: listed }))).status).toBe(200);
  });
});

describe("authorize", () => {
  test.each([
    [() => true, 200],
    [() => false, 401],
    [() => Promise.resolve(true), 200],
    [() => Promise.resolve(false), 401],
    [() => new Response("Please sign in", { status: 302, headers: { location: "/sign-in" } }), 302],
    [() => Promise.reject(new Error("session store sk-live-0123456789 is down")), 500],
    // What a careless JavaScript caller may return.
    [() => undefined as unknown as boolean, 401],
    [() => null as unknown as boolean, 401],
    [() => ({ user: 1 }) as unknown as boolean, 401],
  ])("%s answers %i", async (authorize, status) => {
    const { handler, requests } = scriptedGateway({}, { authorize });
    const response = await handler(ask({}, { host: "chat.example.com" }));
    expect(response.status).toBe(status);
    expect(requests).toHaveLength(status === 200 ? 1 : 0);
    expect(await response.text()).not.toContain("session store");
  });

  test("sees the request and decides for every route", async () => {
    const seen: string[] = [];
    const { handler } = scriptedGateway(
      {},
      { authorize: (request) => seen.push(new URL(request.url).pathname) > 99 },
    );
    for (const path of ["/v1/models", "/models", "/providers", "/nothing"]) {
      expect((await handler(get(path))).status).toBe(401);
    }
    expect((await handler(ask())).status).toBe(401);
    expect(seen).toHaveLength(5);
  });

  test("does not let pages of other origins in", async () => {
    const { handler } = scriptedGateway({}, { authorize: () => true });
    const response = await handler(
      ask({}, { host: "chat.example.com", origin: "https://evil.example" }),
    );
    expect(response.status).toBe(403);
    expect(response.headers.get("access-control-allow-origin")).toBeNull();
    expect((await errorOf(response))["message"]).toContain("origins");
  });

  test("takes the public name a proxy passes on for the page's own", async () => {
    const { handler } = scriptedGateway({}, { authorize: () => true });
    const headers = {
      host: "internal:3000",
      "x-forwarded-host": "chat.example.com",
      origin: "https://chat.example.com",
    };
    expect((await handler(ask({}, headers))).status).toBe(200);
  });
});

describe("origins", () => {
  const { handler } = scriptedGateway(
    {},
    { authorize: (request) => !request.headers.has("x-refuse"), origins: [listed] },
  );
  const preflight = (origin: string, asked = "authorization,content-type,x-tenant") =>
    handler(
      new Request("https://api.example.com/v1/chat/completions", {
        method: "OPTIONS",
        headers: {
          origin,
          "access-control-request-method": "POST",
          "access-control-request-headers": asked,
        },
      }),
    );

  test("a listed page is answered, with headers named one by one", async () => {
    const { status, headers } = await preflight(
      listed,
      "Authorization, X-Tenant, *, bad\u00a0name, x-stainless-os",
    );
    expect(status).toBe(204);
    expect(headers.get("access-control-allow-origin")).toBe(listed);
    expect(headers.get("access-control-allow-headers")).toBe(
      "authorization, content-type, x-tenant, x-stainless-os",
    );
    expect(headers.get("access-control-allow-methods")).toBe("GET, POST, OPTIONS");
    expect(headers.get("vary")).toBe("origin");
  });

  test.each([
    "https://evil.example",
    "https://app.example.com.evil.example",
    "http://app.example.com",
    "https://APP.example.com",
    "null",
  ])("%s is not", async (origin) => {
    const response = await preflight(origin);
    expect(response.status).toBe(403);
    expect(response.headers.get("access-control-allow-origin")).toBeNull();
  });

  test("an error can be read by a listed page too", async () => {
    const response = await handler(ask({}, { origin: listed, "x-refuse": "1" }));
    expect(response.status).toBe(401);
    expect(response.headers.get("access-control-allow-origin")).toBe(listed);
    expect(response.headers.get("access-control-expose-headers")).toContain("retry-after");
  });

  test("no answer carries a wildcard", async () => {
    for (const response of [
      await preflight(listed),
      await handler(ask({}, { origin: listed })),
      await handler(ask()),
    ]) {
      const names = [...response.headers].filter(([name]) => name.startsWith("access-control"));
      expect(names.filter(([, value]) => value.includes("*"))).toEqual([]);
    }
  });

  test.each([
    "*",
    "https://*.example.com",
    "app.example.com",
    "https://app.example.com/",
    "https://app.example.com/chat",
    "null",
    "",
  ])("%j is no origin", (origin) => {
    expect(() => createGateway({ origins: [origin], env: {} })).toThrow(/exact origins/);
  });
});
