import { describe, expect, test, vi } from "vitest";
import type { UIMessage, UIMessagePart } from "../../src/client/index.js";
import { createChatStore } from "../../src/hooks/index.js";

const call = (fields: object): UIMessagePart =>
  ({ type: "tool-add", toolCallId: "c", input: { a: 1 }, ...fields }) as unknown as UIMessagePart;

function storeWith(part: UIMessagePart) {
  const onMessage = vi.fn<(messages: UIMessage[]) => void>();
  const messages = [
    { id: "q", role: "user" as const, parts: [{ type: "text", text: "1 + 1?" }] },
    { id: "a", role: "assistant" as const, parts: [{ type: "step-start" }, part] },
  ];
  const store = createChatStore({ messages, backend: () => ({}), onMessage });
  return { store, onMessage, part: () => store.getMessages().at(-1)!.parts.at(-1) };
}

describe("addToolOutput", () => {
  test("gives the call its output and tells, without sending", async () => {
    const { store, onMessage, part } = storeWith(call({ state: "input-available" }));
    await store.addToolOutput({ tool: "add", toolCallId: "c", output: 2 });
    expect(part()).toEqual(call({ state: "output-available", output: 2 }));
    expect(onMessage).toHaveBeenCalledTimes(1);
    expect(store.state.getState().status).toBe("ready");
  });

  test("gives it an error in place of an output", async () => {
    const { store, part } = storeWith(call({ state: "output-available", output: 2 }));
    await store.addToolOutput({ state: "output-error", toolCallId: "c", errorText: "No." });
    expect(part()).toEqual(call({ state: "output-error", errorText: "No." }));
  });

  test("keeps a permission that was given, and no question", async () => {
    const given = { id: "p", approved: true };
    const allowed = storeWith(call({ state: "approval-responded", approval: given }));
    await allowed.store.addToolOutput({ toolCallId: "c", output: 2 });
    expect(allowed.part()).toMatchObject({ state: "output-available", approval: given });
    const asked = storeWith(call({ state: "approval-requested", approval: { id: "p" } }));
    await asked.store.addToolOutput({ toolCallId: "c", output: 2 });
    expect(asked.part()).not.toHaveProperty("approval");
  });

  test("changes nothing for a call that is not there", async () => {
    const { store, onMessage } = storeWith(call({ state: "input-available" }));
    const before = store.getMessages();
    await store.addToolOutput({ toolCallId: "other", output: 2 });
    expect(store.getMessages()).toBe(before);
    expect(onMessage).not.toHaveBeenCalled();
  });
});

describe("addToolApprovalResponse", () => {
  test("answers the call that asked", async () => {
    const { store, part } = storeWith(call({ state: "approval-requested", approval: { id: "p" } }));
    await store.addToolApprovalResponse({ id: "p", approved: false, reason: "Too dear." });
    const approval = { id: "p", approved: false, reason: "Too dear." };
    expect(part()).toEqual(call({ state: "approval-responded", approval }));
  });

  test("answers once", async () => {
    const { store, part } = storeWith(call({ state: "approval-requested", approval: { id: "p" } }));
    await store.addToolApprovalResponse({ id: "p", approved: true });
    await store.addToolApprovalResponse({ id: "p", approved: false });
    expect(part()).toMatchObject({ approval: { approved: true } });
  });
});

describe("sendMessage", () => {
  test("takes the id and the role of a message of the AI SDK, unless the id is taken", async () => {
    const { store } = storeWith(call({ state: "input-available" }));
    await store.sendMessage({ id: "new", role: "user", parts: [{ type: "text" }] });
    await store.sendMessage({ id: "new", parts: [{ type: "text" }] });
    const ids = store.getMessages().map(({ id }) => id);
    expect(ids.slice(0, 3)).toEqual(["q", "a", "new"]);
    expect(new Set(ids).size).toBe(4);
  });
});
