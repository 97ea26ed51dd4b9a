import { StrictMode, useEffect } from "react";
import { describe, expect, test, vi } from "vitest";
import { page } from "vitest/browser";
import { render } from "vitest-browser-react";
import {
  Chat,
  useChat,
  type ChatClient,
  type StreamPart,
  type UIMessage,
  type UseChatOptions,
} from "../../src/index.js";
import { createLockstep, createMockClient } from "../../src/testing/index.js";
import { finish, renderChat, text } from "./setUp.js";

const textOf = ({ parts }: UIMessage): string =>
  parts.map((part) => ("text" in part ? part.text : "")).join("");

/** A component on `useChat` that counts its renders and reads the messages only if asked to. */
async function renderHook(options: UseChatOptions = {}, reads = true) {
  const step = createLockstep<StreamPart>();
  const client = createMockClient({ answer: () => step });
  const rendered = vi.fn();
  function App({ id }: { id?: string }) {
    const chat = useChat({ client, model: "m", id, ...options });
    rendered();
    return (
      <>
        <button onClick={() => void chat.sendMessage({ text: "Hi" })}>Ask</button>
        <p>
          {chat.status}: {reads ? chat.messages.map(textOf).join(" / ") : ""}
        </p>
      </>
    );
  }
  const screen = await render(<App />);
  return { step, client, rendered, screen, App };
}

const ask = () => page.getByRole("button", { name: "Ask" }).click();

describe("useChat", () => {
  test("follows the text for who reads the messages", async () => {
    const { step } = await renderHook();
    await ask();
    await expect.element(page.getByText("submitted: Hi")).toBeVisible();
    await step.push(text("Hel"));
    await expect.element(page.getByText("streaming: Hi / Hel")).toBeVisible();
    await step.push(text("lo"));
    await expect.element(page.getByText("streaming: Hi / Hello")).toBeVisible();
    void step.push(finish);
    await expect.element(page.getByText("ready: Hi / Hello")).toBeVisible();
  });

  test("does not render again for text nobody reads", async () => {
    const { step, rendered } = await renderHook({}, false);
    await ask();
    await step.push(text("a"));
    await expect.element(page.getByText("streaming:")).toBeVisible();
    const before = rendered.mock.calls.length;
    for (let i = 0; i < 10; i += 1) {
      await step.push(text("b"));
      await new Promise(requestAnimationFrame);
    }
    expect(rendered).toHaveBeenCalledTimes(before);
  });

  test("begins anew with a new id, and stops what ran", async () => {
    const { client, screen, App, step } = await renderHook();
    await screen.rerender(<App id="one" />);
    await ask();
    await step.push(text("a"));
    await expect.element(page.getByText("streaming: Hi / a")).toBeVisible();
    await screen.rerender(<App id="two" />);
    await expect.element(page.getByText("ready:")).toBeVisible();
    expect(client.signals[0]!.aborted).toBe(true);
  });

  test("makes one request in StrictMode and calls back with the latest callbacks", async () => {
    const client = createMockClient({ answer: "Hello" });
    const calls: string[] = [];
    function App({ name }: { name: string }) {
      const chat = useChat({
        client,
        model: "m",
        onFinish: ({ message }) => calls.push(`${name}: ${message && textOf(message)}`),
      });
      return <button onClick={() => void chat.sendMessage({ text: "Hi" })}>Ask</button>;
    }
    const screen = await render(
      <StrictMode>
        <App name="old" />
      </StrictMode>,
    );
    await screen.rerender(
      <StrictMode>
        <App name="new" />
      </StrictMode>,
    );
    await ask();
    await expect.poll(() => calls).toEqual(["new: Hello"]);
    expect(client.requests).toHaveLength(1);
  });

  test("resumes once in StrictMode, and shows the answer in place of what had arrived", async () => {
    const step = createLockstep<StreamPart>();
    const resume = vi.fn(() => step);
    const client: ChatClient = { ...createMockClient(), resume };
    const messages: UIMessage[] = [
      { id: "q", role: "user", parts: [{ type: "text", text: "Hi" }] },
      {
        id: "a",
        role: "assistant",
        parts: [{ type: "text", text: "Hello th" }],
        metadata: { status: "error", error: { code: "truncated", message: "Broken." } },
      },
    ];
    function App() {
      const chat = useChat({ id: "c", messages, client, model: "m" });
      const { resumeStream } = chat;
      useEffect(() => void resumeStream(), [resumeStream]);
      return <Chat chat={chat} />;
    }
    await render(
      <StrictMode>
        <App />
      </StrictMode>,
    );
    await expect.element(page.getByText("Hello th", { exact: true })).toBeVisible();
    await step.push({ type: "start", messageId: "a" });
    await step.push(text("Hello there"));
    await expect.element(page.getByText("Hello there", { exact: true })).toBeVisible();
    expect(page.getByText("Hello th", { exact: true }).elements()).toHaveLength(0);
    await step.push(text(", you"));
    void step.push(finish);
    await expect.element(page.getByRole("status")).toHaveTextContent("Hello there, you");
    expect(page.getByText("Broken.").elements()).toHaveLength(0);
    expect(resume).toHaveBeenCalledTimes(1);
  });
});

describe("a screen reader", () => {
  test("hears at most three things of an answer of 500 deltas", async () => {
    const { ask: send, steps } = await renderChat();
    const status = document.querySelector('[role="status"]')!;
    const heard: string[] = [];
    const observer = new MutationObserver(() => heard.push(status.textContent));
    observer.observe(document.body, { childList: true, subtree: true, characterData: true });
    const before = (): string[] => heard.filter((words, i) => words && words !== heard[i - 1]);
    await send("Hi");
    for (let i = 0; i < 500; i += 1) await steps[0]!.push(text(`word${i} `));
    void steps[0]!.push(finish);
    await expect.poll(() => status.textContent).toMatch(/^word0 word1 /);
    expect(before().length).toBeLessThanOrEqual(3);
    expect(page.getByRole("log").element().getAttribute("aria-live")).toBe("off");
    observer.disconnect();
  });
});
