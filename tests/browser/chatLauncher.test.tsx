import { useState } from "react";
import { beforeEach, expect, test, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { render } from "vitest-browser-react";
import type { StreamPart } from "../../src/client/index.js";
import { Chat, ChatLauncher } from "../../src/index.js";
import { createLockstep, createMockClient } from "../../src/testing/index.js";
import "../../src/styles/index.css";
import { input } from "./setUp.js";

const opener = () => page.getByRole("button", { name: /^Open the chat/ });
const closer = () => page.getByRole("button", { name: "Close the chat" });

beforeEach(() => page.viewport(900, 700));

test("an answer goes on while the panel is closed, and is there when it opens again", async () => {
  const step = createLockstep<StreamPart>();
  const client = createMockClient({ answer: () => step });
  const onFinish = vi.fn<() => void>();
  function Page() {
    const [unread, setUnread] = useState(0);
    return (
      <ChatLauncher badge={unread}>
        <Chat
          client={client}
          model="a/b"
          onFinish={() => {
            onFinish();
            setUnread(1);
          }}
        />
      </ChatLauncher>
    );
  }
  await render(<Page />);
  await opener().click();
  await input().fill("Hi");
  await userEvent.keyboard("{Enter}");
  await step.push({ type: "text-delta", delta: "Hel" });
  await closer().click();
  await expect.element(page.getByRole("log")).not.toBeInTheDocument();
  await step.push({ type: "text-delta", delta: "lo" });
  void step.push({ type: "finish", finishReason: "stop" });
  await expect.poll(() => onFinish.mock.calls.length).toBe(1);
  await expect.element(page.getByRole("button", { name: "Open the chat, 1 new" })).toBeVisible();
  await opener().click();
  await expect.element(page.getByRole("log")).toHaveTextContent("Hello");
});

test("Escape in the picker closes the picker, and the next one the panel", async () => {
  const client = createMockClient({ models: [{ id: "a/b", name: "One" }] });
  await render(
    <ChatLauncher>
      <Chat client={client} />
    </ChatLauncher>,
  );
  await opener().click();
  await page.getByRole("button", { name: "Choose a model: One" }).click();
  await expect.element(page.getByRole("dialog", { name: /model/i })).toBeVisible();
  await userEvent.keyboard("{Escape}");
  await expect.element(page.getByRole("dialog", { name: /model/i })).not.toBeInTheDocument();
  await expect.element(closer()).toBeVisible();
  await userEvent.keyboard("{Escape}");
  await expect.element(opener()).toHaveFocus();
});

test("the host may hold it, and a person elsewhere on the page keeps the focus", async () => {
  const onOpenChange = vi.fn<(open: boolean) => void>();
  const launcher = (open: boolean) => (
    <>
      <input aria-label="Elsewhere" />
      <ChatLauncher open={open} onOpenChange={onOpenChange}>
        <Chat client={createMockClient()} model="a/b" />
      </ChatLauncher>
    </>
  );
  const { rerender } = await render(launcher(false));
  await opener().click();
  expect(onOpenChange).toHaveBeenCalledExactlyOnceWith(true);
  await expect.element(opener()).toBeVisible();
  await rerender(launcher(true));
  await expect.element(input()).toHaveFocus();
  await page.getByRole("textbox", { name: "Elsewhere" }).click();
  await rerender(launcher(false));
  await expect.element(opener()).toBeVisible();
  await expect.element(page.getByRole("textbox", { name: "Elsewhere" })).toHaveFocus();
});
