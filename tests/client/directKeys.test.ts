import { afterEach, describe, expect, test, vi } from "vitest";
import { createDirectClient } from "../../src/client/index.js";
import { askDirectly } from "./askDirectly.js";
import { type Answer, readAnswer } from "./readAnswer.js";
import { chatStream, json, scriptedFetch } from "./scriptedFetch.js";

afterEach(() => {
  vi.unstubAllGlobals();
});

describe("a key goes nowhere else", () => {
  test("a caller's Azure address does not get the server's key", async () => {
    const url = "https://evil.openai.azure.com/openai/deployments/d?api-version=2024-10-21";
    const env = { AZURE_API_KEY: "k", AZURE_API_BASE: "https://own.openai.azure.com" };
    const { answer, requests } = await askDirectly(url, { env });
    expect(answer.error?.code).toBe("permission");
    expect(requests).toHaveLength(0);
    expect((await askDirectly(url.replace("evil", "own"), { env })).requests).toHaveLength(1);
  });

  test("and never into an error's text", async () => {
    const key = "plain-planted-secret";
    const { fetch } = scriptedFetch(() => json({ error: { message: `bad key ${key}` } }, 401));
    const client = createDirectClient({ fetch, keys: { groq: async () => key } });
    const { error } = await readAnswer(
      client.stream({ model: "groq/a", messages: [] }, { signal: new AbortController().signal }),
    );
    expect(JSON.stringify([error?.message, error?.details, error?.stack])).not.toContain(key);
  });
});

describe("in a web page", () => {
  const page = (): void => {
    vi.stubGlobal("window", {});
    vi.stubGlobal("document", {});
  };

  test("keys in the code need the opt-in, and the refusal says what else to do", () => {
    page();
    for (const options of [
      { keys: { openai: "k" } },
      { providers: { openai: { apiKey: "k" } } },
      { env: {} },
    ]) {
      expect(() => createDirectClient(options)).toThrow(
        /createGatewayClient.*dangerouslyAllowBrowser/s,
      );
    }
    expect(() =>
      createDirectClient({ keys: { openai: "k" }, dangerouslyAllowBrowser: true }),
    ).not.toThrow();
  });

  test("a key the person typed needs none", async () => {
    page();
    const { fetch, requests } = scriptedFetch(() => chatStream("ok"));
    const client = createDirectClient({ fetch });
    client.setKey("groq", " typed ", { keep: "memory" });
    await readAnswer(
      client.stream({ model: "groq/a", messages: [] }, { signal: new AbortController().signal }),
    );
    expect(requests[0]?.headers["authorization"]).toBe("Bearer typed");
  });
});

describe("a typed key", () => {
  function tab(): Map<string, string> {
    const stored = new Map<string, string>();
    vi.stubGlobal("sessionStorage", {
      getItem: (name: string) => stored.get(name) ?? null,
      setItem: (name: string, value: string) => void stored.set(name, value),
      removeItem: (name: string) => void stored.delete(name),
    });
    return stored;
  }

  const status = async (
    client: ReturnType<typeof createDirectClient>,
  ): Promise<string | undefined> =>
    (await client.providers()).find(({ id }) => id === "groq")?.status;

  test("stays in memory unless it was to be kept for the tab, and is forgotten when emptied", async () => {
    const stored = tab();
    const client = createDirectClient();
    client.setKey("groq", "k", { keep: "memory" });
    expect(stored.size).toBe(0);
    expect(await status(client)).toBe("ready");
    expect(await status(createDirectClient())).toBe("missing_key");
    client.setKey("groq", "k", { keep: "tab" });
    expect(await status(createDirectClient())).toBe("ready");
    client.setKey("groq", "k2", { keep: "memory" });
    expect(stored.size).toBe(0);
    client.setKey("groq", "", { keep: "memory" });
    expect(await status(client)).toBe("missing_key");
  });

  test("is news for whoever listens, until they stop", () => {
    const client = createDirectClient();
    const listener = vi.fn();
    const stop = client.subscribe(listener);
    client.setKey("groq", "k", { keep: "memory" });
    stop();
    client.setKey("groq", "l", { keep: "memory" });
    expect(listener).toHaveBeenCalledTimes(1);
  });

  test("works where the storage is closed or full", async () => {
    vi.stubGlobal("sessionStorage", {
      getItem: () => null,
      setItem: () => {
        throw new Error("QuotaExceededError");
      },
    });
    const client = createDirectClient();
    client.setKey("groq", "k", { keep: "tab" });
    expect(await status(client)).toBe("ready");
  });

  test("weighs more than a given one, and a given one more than a found one", async () => {
    const { fetch, requests } = scriptedFetch(() => chatStream("ok"));
    const client = createDirectClient({
      fetch,
      keys: { groq: "given" },
      env: { GROQ_API_KEY: "found", XAI_API_KEY: "found" },
    });
    const send = (model: string): Promise<Answer> =>
      readAnswer(client.stream({ model, messages: [] }, { signal: new AbortController().signal }));
    await send("xai/a");
    await send("groq/a");
    client.setKey("groq", "typed", { keep: "memory" });
    await send("groq/a");
    expect(requests.map(({ headers }) => headers["authorization"])).toEqual([
      "Bearer found",
      "Bearer given",
      "Bearer typed",
    ]);
  });
});
