import { beforeEach, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import type { UIMessage } from "../../src/index.js";
import { button, input, place, renderChat } from "./setUp.js";

beforeEach(() => sessionStorage.clear());

const png =
  "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M/wHwAEBgIApD5fRAAAAABJRU5ErkJggg==";
const history: UIMessage[] = [
  { id: "q1", role: "user", parts: [{ type: "text", text: "First" }] },
  { id: "a1", role: "assistant", parts: [{ type: "text", text: "One" }] },
  {
    id: "q2",
    role: "user",
    parts: [
      { type: "file", mediaType: "image/png", url: png },
      { type: "text", text: "Second" },
    ],
  },
  { id: "a2", role: "assistant", parts: [{ type: "text", text: "Two" }] },
];

test("what was typed is there again after a reload, in the chat it was typed in", async () => {
  const { screen, client } = await renderChat({ id: "mine" });
  await input().fill("Half a thought");
  window.dispatchEvent(new PageTransitionEvent("pagehide"));
  await screen.unmount();
  const again = await renderChat({ id: "mine", client });
  await expect.element(input()).toHaveValue("Half a thought");
  await expect.element(button("Send")).not.toHaveAttribute("aria-disabled");
  await again.ask("Sent");
  await again.screen.rerender(place({ id: "other", client }));
  await again.screen.unmount();
  await renderChat({ id: "mine", client });
  await expect.element(input()).toHaveValue("");
});

test("a chat without an id keeps nothing", async () => {
  const { screen } = await renderChat();
  await input().fill("Half a thought");
  await screen.unmount();
  expect(sessionStorage).toHaveLength(0);
});

test("ArrowUp in an empty input takes the last message up again, its image with it", async () => {
  const { client } = await renderChat({ defaultMessages: history });
  await input().click();
  await userEvent.keyboard("{ArrowUp}");
  await expect.element(input()).toHaveValue("Second");
  await expect.element(page.getByText("Editing a message")).toBeVisible();
  await userEvent.keyboard(" thoughts{Enter}");
  await expect.poll(() => client.requests.length).toBe(1);
  expect(client.requests[0]?.messages.map(({ id }) => id)).toEqual([
    "q1",
    "a1",
    expect.not.stringMatching("q2"),
  ]);
  expect(client.requests[0]?.messages.at(-1)?.parts).toMatchObject([
    { type: "file", url: png },
    { type: "text", text: "Second thoughts" },
  ]);
  await expect.element(page.getByText("Editing a message")).not.toBeInTheDocument();
});

test("Escape leaves the message as it was, and ArrowUp in a text moves the cursor", async () => {
  const { client } = await renderChat({ defaultMessages: history });
  await input().click();
  await userEvent.keyboard("{ArrowUp}{Escape}");
  await expect.element(input()).toHaveValue("");
  await expect.element(page.getByText("Editing a message")).not.toBeInTheDocument();
  await userEvent.keyboard("New{ArrowUp}");
  await expect.element(input()).toHaveValue("New");
  await userEvent.keyboard("{Enter}");
  await expect.poll(() => client.requests.length).toBe(1);
  expect(client.requests[0]?.messages).toHaveLength(5);
});

test("a message that is gone is written as a new one", async () => {
  const { client } = await renderChat({ defaultMessages: history });
  await input().click();
  await userEvent.keyboard("{ArrowUp}");
  await button("New chat").click();
  await expect.element(page.getByText("Editing a message")).not.toBeInTheDocument();
  await input().fill("Anew");
  await userEvent.keyboard("{Enter}");
  await expect.poll(() => client.requests.length).toBe(1);
  expect(client.requests[0]?.messages).toHaveLength(1);
});
