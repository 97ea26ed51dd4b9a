import { expect, test, vi } from "vitest";
import { createGatewayClient } from "../../src/client/gatewayClient.js";
import { readAnswer } from "./readAnswer.js";
import { chatStream, scriptedFetch } from "./scriptedFetch.js";

// What finds tags is loaded for the first text that may begin with one, and cannot be.
vi.mock("../../src/client/thinkTags.js", () => {
  throw new TypeError("Failed to fetch dynamically imported module");
});

test.each([
  [["Hel", "lo"]],
  [["<think>a", "</think>", "Hello"]],
  [["\n", "[THINK]a[/THINK]", "Hello"]],
])("a text passes as it is: %j", async (deltas) => {
  const { fetch } = scriptedFetch(chatStream(...deltas));
  const client = createGatewayClient({ baseURL: "https://gw.test/v1", fetch });
  const request = {
    model: "m",
    messages: [{ id: "1", role: "user" as const, parts: [{ type: "text" as const, text: "Hi" }] }],
  };
  const answer = await readAnswer(client.stream(request, { signal: new AbortController().signal }));
  expect(answer).toMatchObject({ text: deltas.join(""), finishReason: "stop" });
  expect(answer.error).toBeUndefined();
});
