import { onlineManager } from "@tanstack/react-query";
import { useState } from "react";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { render } from "vitest-browser-react";
import { Chat, createDirectClient, useChat, type UIMessage } from "../../src/index.js";
import { createMockClient } from "../../src/testing/index.js";
import { button, input } from "./setUp.js";

const log = () => page.getByRole("log");

describe("a chat from outside", () => {
  test("needs nothing of its own, lists nothing and sends", async () => {
    const fetched = vi.spyOn(globalThis, "fetch");
    onTestFinished(() => fetched.mockRestore());
    const client = createMockClient({ answer: "From the hook", models: [{ id: "a/b" }] });
    function App() {
      const chat = useChat({ client, model: "m" });
      return <Chat chat={chat} />;
    }
    await render(<App />);
    await input().fill("Hi");
    await userEvent.keyboard("{Enter}");
    await expect.element(log()).toHaveTextContent("From the hook");
    expect(client.requests[0]!.model).toBe("m");
    expect(page.getByRole("button", { name: /Choose a model/ }).elements()).toHaveLength(0);
    expect(fetched).not.toHaveBeenCalled();
  });
});

describe("what a page does around it", () => {
  test("a client made anew on each render keeps its model", async () => {
    let lists = 0;
    function App() {
      const [count, setCount] = useState(0);
      const client = {
        ...createMockClient(),
        listModels: () => {
          lists += 1;
          return lists === 1
            ? Promise.resolve([{ id: "a/one", name: "One" }])
            : new Promise<never>(() => {});
        },
      };
      return (
        <>
          <button onClick={() => setCount(count + 1)}>Again</button>
          <Chat client={client} />
        </>
      );
    }
    await render(<App />);
    await expect.element(button("Choose a model: One")).toBeVisible();
    await button("Again").click();
    await expect.poll(() => lists).toBeGreaterThan(1);
    await expect.element(button("Choose a model: One")).toBeVisible();
  });

  test("inline labels do not render the messages again", async () => {
    const rendered = vi.fn();
    function Text() {
      rendered();
      return null;
    }
    const messages: UIMessage[] = [
      { id: "1", role: "assistant", parts: [{ type: "text", text: "Hi" }] },
    ];
    const client = createMockClient();
    const chat = () => (
      <Chat
        client={client}
        model="m"
        defaultMessages={messages}
        labels={{ title: "T" }}
        components={{ Text }}
      />
    );
    const screen = await render(chat());
    const before = rendered.mock.calls.length;
    await screen.rerender(chat());
    await screen.rerender(chat());
    expect(rendered).toHaveBeenCalledTimes(before);
  });

  test("being offline does not keep local models from being listed", async () => {
    onlineManager.setOnline(false);
    onTestFinished(() => onlineManager.setOnline(true));
    await render(
      <Chat client={createMockClient({ models: [{ id: "ollama/llama3", name: "Llama 3" }] })} />,
    );
    await expect.element(button("Choose a model: Llama 3")).toBeVisible();
  });

  test("a message nobody can show takes only itself", async () => {
    vi.spyOn(console, "error").mockImplementation(() => {});
    const messages = [
      { id: "1", role: "assistant", parts: [null], metadata: { model: { name: "x" } } },
      { id: "2", role: "user", content: "Old style" },
      { id: "3", role: "assistant", parts: [{ type: "text", text: "fine" }] },
    ] as unknown as UIMessage[];
    await render(<Chat client={createMockClient()} model="m" defaultMessages={messages} />);
    await expect.element(log().getByText("fine")).toBeVisible();
    await expect.element(log().getByText("Old style")).toBeVisible();
  });

  test("keys in a page are refused without the word that allows them", () => {
    expect(() => createDirectClient({ keys: { openai: "sk-1" } })).toThrow(
      /Everyone who opens this page could read/,
    );
    expect(() =>
      createDirectClient({ keys: { openai: "sk-1" }, dangerouslyAllowBrowser: true }),
    ).not.toThrow();
  });
});
