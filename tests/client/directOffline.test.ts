import { expect, test, vi } from "vitest";
import { createDirectClient } from "../../src/client/directClient.js";
import { createGatewayClient } from "../../src/client/gatewayClient.js";
import { readAnswer } from "./readAnswer.js";
import { chatStream, scriptedFetch } from "./scriptedFetch.js";

// What is loaded for the first question cannot be: the page is offline, or a deploy has replaced the files.
const gone = vi.hoisted(() => (): never => {
  throw new TypeError("Failed to fetch dynamically imported module: https://app.test/a1b2.js");
});
vi.mock("../../src/client/connect.js", gone);
vi.mock("../../src/client/testConnection.js", gone);
vi.mock("../../src/client/directCatalog.js", gone);
vi.mock("../../src/client/gatewayLists.js", gone);

function setUp() {
  const { fetch, requests } = scriptedFetch(chatStream("Hello"));
  const client = createDirectClient({ keys: { openai: "k", anthropic: "k" }, fetch });
  return { client, requests };
}

const network = {
  name: "ChatError",
  code: "network",
  liteLLMClass: "APIConnectionError",
  message: "Part of this page could not be loaded. Reload the page.",
};

test.each(["openai/gpt-5", "anthropic/claude-opus-5", "gpt-5"])(
  "%s: the first question says what is the matter",
  async (model) => {
    const { client, requests } = setUp();
    const stream = client.stream({ model, messages: [] }, new AbortController());
    expect((await readAnswer(stream)).error).toMatchObject(network);
    expect(requests).toEqual([]);
  },
);

test("so do the lists and the connection test", async () => {
  const { client } = setUp();
  await expect(client.listModels()).rejects.toMatchObject(network);
  await expect(client.providers()).rejects.toMatchObject(network);
  const tested = client.testConnection({ model: "openai/gpt-5" });
  await expect(tested).rejects.toMatchObject(network);
  const gateway = createGatewayClient();
  await expect(gateway.listModels()).rejects.toMatchObject(network);
});
