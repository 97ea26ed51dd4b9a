import { expect, test, vi } from "vitest";
import { createGatewayClient } from "../../src/client/gatewayClient.js";
import { readAnswer } from "./readAnswer.js";
import { chatStream, scriptedFetch } from "./scriptedFetch.js";

const asked = vi.hoisted(() => {
  let note = (): void => {};
  const promise = new Promise<void>((resolve) => (note = resolve));
  return { promise, note };
});

// What finds tags is being loaded, and does not come.
vi.mock("../../src/client/thinkTags.js", () => {
  asked.note();
  return new Promise(() => {});
});

test("a stop does not wait for what finds tags", async () => {
  const { fetch } = scriptedFetch(chatStream("<think>a", "</think>Hello"));
  const client = createGatewayClient({ baseURL: "https://gw.test/v1", fetch });
  const request = {
    model: "m",
    messages: [{ id: "1", role: "user" as const, parts: [{ type: "text" as const, text: "Hi" }] }],
  };
  const controller = new AbortController();
  const answer = readAnswer(client.stream(request, { signal: controller.signal }));
  await asked.promise;
  controller.abort();
  expect((await answer).error).toMatchObject({ code: "aborted" });
});
