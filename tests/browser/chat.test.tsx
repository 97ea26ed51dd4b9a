import { afterEach, describe, expect, test, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { render } from "vitest-browser-react";
import { createRef } from "react";
import {
  Chat,
  ChatError,
  useChat,
  type ChatHandle,
  type TextPartProps,
  type UIMessage,
} from "../../src/index.js";
import { createMockClient } from "../../src/testing/index.js";
import { button, finish, input, place, renderChat, text } from "./setUp.js";

afterEach(() => {
  vi.restoreAllMocks();
});

const log = () => page.getByRole("log");

describe("asking", () => {
  test("shows the question, then the answer as it arrives, then what it was", async () => {
    const { ask, steps } = await renderChat();
    await ask("Hi");
    await expect.element(log()).toHaveTextContent("Hi");
    await expect.element(button("Stop")).toBeVisible();
    await steps[0]!.push(text("Hello **wor"));
    await expect.element(log()).toHaveTextContent("Hello");
    await steps[0]!.push(text("ld**"));
    await expect.element(page.getByText("world", { exact: true })).toBeVisible();
    void steps[0]!.push(finish);
    await expect.element(button("Send")).toBeVisible();
    await expect.element(page.getByRole("status")).toHaveTextContent("Hello **world**");
    await expect.element(page.getByRole("article", { name: "gpt-5, message 2" })).toBeVisible();
  });

  test("sends nothing for nothing, and keeps new lines with Shift+Enter", async () => {
    const { client } = await renderChat();
    await input().fill("   ");
    await userEvent.keyboard("{Enter}");
    expect(client.requests).toHaveLength(0);
    await input().fill("a");
    await userEvent.keyboard("{Shift>}{Enter}{/Shift}b{Enter}");
    expect(client.requests[0]!.messages[0]!.parts).toEqual([{ type: "text", text: "a\nb" }]);
  });

  test("leaves Enter to an input method", async () => {
    const { client } = await renderChat();
    await input().fill("にほん");
    const field = input().element();
    field.dispatchEvent(
      new KeyboardEvent("keydown", { key: "Enter", bubbles: true, isComposing: true }),
    );
    field.dispatchEvent(
      new KeyboardEvent("keydown", { key: "Enter", bubbles: true, keyCode: 229 }),
    );
    expect(client.requests).toHaveLength(0);
    await userEvent.keyboard("{Enter}");
    expect(client.requests).toHaveLength(1);
  });

  test("twice with a double click, or with Enter and a click, is one request that goes on", async () => {
    const { client, steps } = await renderChat();
    await input().fill("Hi");
    await button("Send").dblClick();
    expect(client.requests).toHaveLength(1);
    expect(client.signals[0]!.aborted).toBe(false);
    await steps[0]!.push(text("Yes"));
    void steps[0]!.push(finish);
    await expect.element(button("Send")).toBeVisible();
    await input().fill("Again");
    await userEvent.keyboard("{Enter}");
    await steps[1]!.push(text("At once"));
    (document.querySelector("[data-pl-send]") as HTMLButtonElement).click();
    expect(client.requests).toHaveLength(2);
    expect(client.signals[1]!.aborted).toBe(false);
  });

  test("while an answer arrives keeps the draft, where it is to be dropped", async () => {
    const { ask, client } = await renderChat({ whileBusy: "drop" });
    await ask("Hi");
    await input().fill("Next");
    await userEvent.keyboard("{Enter}");
    expect(client.requests).toHaveLength(1);
    await expect.element(input()).toHaveValue("Next");
  });

  test("uses the model and the configuration of that moment", async () => {
    const client = createMockClient();
    const screen = await render(place({ client, config: { temperature: 0 } }));
    await screen.rerender(place({ client, model: "groq/llama", config: { temperature: 1 } }));
    await input().fill("Hi");
    await userEvent.keyboard("{Enter}");
    expect(client.requests).toMatchObject([{ model: "groq/llama", config: { temperature: 1 } }]);
  });

  test("keeps the conversation when the parent renders again", async () => {
    const client = createMockClient({ answer: "Hello" });
    const screen = await render(place({ client }));
    await input().fill("Hi");
    await userEvent.keyboard("{Enter}");
    await expect.element(log().getByText("Hello", { exact: true })).toBeVisible();
    await screen.rerender(place({ client, labels: { title: "Other" } }));
    await expect.element(log().getByText("Hello", { exact: true })).toBeVisible();
  });
});

describe("stopping", () => {
  test("by the button keeps the text, marks it and closes the request", async () => {
    const { ask, steps, client } = await renderChat();
    await ask("Hi");
    await steps[0]!.push(text("Half an ans"));
    // A click in the first moments would be taken for the second half of a double click.
    vi.spyOn(Date, "now").mockReturnValue(Date.now() + 1000);
    await button("Stop").click();
    expect(client.signals[0]!.aborted).toBe(true);
    await steps[0]!.closed;
    await expect.element(page.getByText(/^Stopped/).first()).toBeVisible();
    await expect.element(page.getByText("Half an ans", { exact: true })).toBeVisible();
    await expect.element(button("Send")).toHaveFocus();
  });

  test("by Escape in the input", async () => {
    const { ask, client } = await renderChat();
    await ask("Hi");
    await userEvent.keyboard("{Escape}");
    expect(client.signals[0]!.aborted).toBe(true);
    await expect.element(input()).toHaveFocus();
  });

  test("happens when the chat leaves the page, unless it is kept alive", async () => {
    for (const keepAlive of [false, true]) {
      const { ask, client, screen } = await renderChat({ keepAlive });
      await ask("Hi");
      await screen.unmount();
      expect(client.signals[0]!.aborted).toBe(!keepAlive);
    }
  });
});

describe("after an answer", () => {
  test("a failure is an alert that offers to go on or to try again", async () => {
    const { ask, steps, client } = await renderChat();
    await ask("Hi");
    await steps[0]!.push(text("Half "));
    steps[0]!.fail(new ChatError("truncated", "The answer broke off. What arrived is kept."));
    await expect.element(page.getByRole("alert")).toHaveTextContent("The answer broke off.");
    await button("Continue").click();
    await steps[1]!.push(text("and half"));
    void steps[1]!.push(finish);
    await expect.element(page.getByText("Half and half", { exact: true })).toBeVisible();
    await expect.element(page.getByRole("alert")).not.toBeInTheDocument();
    expect(client.requests).toHaveLength(2);
  });

  test("a failure before any text can be tried again and dismissed", async () => {
    const { ask, steps } = await renderChat();
    await ask("Hi");
    steps[0]!.fail(new ChatError("network", "Offline."));
    await button("Try again").click();
    steps[1]!.fail(new ChatError("network", "Still offline."));
    await expect.element(page.getByRole("alert")).toHaveTextContent("Still offline.");
    await expect.element(button("Continue")).not.toBeInTheDocument();
    await button("Dismiss").click();
    await expect.element(page.getByRole("alert")).not.toBeInTheDocument();
    await input().fill("Next");
    await userEvent.keyboard("{Enter}");
    expect(steps).toHaveLength(3);
  });

  test("it can be made again, copied and deleted", async () => {
    const write = vi.spyOn(navigator.clipboard, "writeText").mockResolvedValue();
    let calls = 0;
    const client = createMockClient({ answer: () => `**Answer** ${++calls}` });
    await render(place({ client }));
    await input().fill("Hi");
    await userEvent.keyboard("{Enter}");
    await button("Answer again").click();
    await expect.element(log()).toHaveTextContent("Answer 2");
    const answer = page.getByRole("article", { name: "gpt-5, message 2" });
    await answer.getByRole("button", { name: "Copy" }).click();
    expect(write).toHaveBeenCalledWith("**Answer** 2");
    await expect.element(answer.getByRole("button", { name: "Copied" })).toBeVisible();
    await answer.getByRole("button", { name: "Delete message" }).click();
    await expect.element(log()).toHaveTextContent("Answer 1");
    await expect.element(answer.getByRole("button", { name: "Copy" })).toBeVisible();
    await answer.getByRole("button", { name: "Delete message" }).click();
    await expect.element(answer).not.toBeInTheDocument();
  });

  test("a new chat begins empty, with the focus in the input", async () => {
    const client = createMockClient();
    await render(place({ client }));
    await expect.element(button("New chat")).toBeDisabled();
    await input().fill("Hi");
    await userEvent.keyboard("{Enter}");
    await expect.element(log().getByText("Hello", { exact: true })).toBeVisible();
    await button("New chat").click();
    await expect.element(page.getByText("How can I help?")).toBeVisible();
    await expect.element(input()).toHaveFocus();
  });
});

describe("embedding", () => {
  test("takes labels, DOM props, and hands out a handle", async () => {
    const ref = createRef<ChatHandle>();
    const client = createMockClient();
    await render(
      <Chat
        ref={ref}
        client={client}
        model="m"
        id="one"
        className="mine"
        labels={{ send: "Senden" }}
      />,
    );
    expect(ref.current!.element.className).toBe("mine");
    await expect.element(page.getByRole("button", { name: "Senden" })).toBeVisible();
    await ref.current!.send("From outside");
    expect(client.requests[0]!.messages[0]!.parts).toMatchObject([{ text: "From outside" }]);
    ref.current!.focus();
    await expect.element(input()).toHaveFocus();
    ref.current!.clear();
    await expect.element(page.getByText("From outside")).not.toBeInTheDocument();
  });

  test("parts can be replaced or left out, and a broken one takes only its message", async () => {
    vi.spyOn(console, "error").mockImplementation(() => {});
    const messages: UIMessage[] = [
      { id: "1", role: "assistant", parts: [{ type: "text", text: "fine" }] },
      { id: "2", role: "assistant", parts: [{ type: "text", text: "boom" }] },
    ];
    function Text({ part }: TextPartProps) {
      const words = "text" in part ? part.text : "";
      if (words === "boom") throw new Error("boom");
      return <b>{words}!</b>;
    }
    await render(<Chat model="m" defaultMessages={messages} components={{ Header: null, Text }} />);
    await expect.element(page.getByText("fine!")).toBeVisible();
    await expect.element(page.getByText("This message could not be shown.")).toBeVisible();
    await expect.element(button("New chat")).not.toBeInTheDocument();
  });

  test("a chat from outside is the one that is shown", async () => {
    const client = createMockClient({ answer: "From the hook" });
    function App() {
      const chat = useChat({ client, model: "m" });
      return (
        <>
          <output>{chat.messages.length}</output>
          <button onClick={() => void chat.sendMessage({ text: "Hi" })}>Ask</button>
          <Chat chat={chat} model="m" />
        </>
      );
    }
    await render(<App />);
    await page.getByRole("button", { name: "Ask" }).click();
    await expect.element(log()).toHaveTextContent("From the hook");
    await expect.element(page.getByRole("status").first()).toBeInTheDocument();
    expect(document.querySelector("output")!.textContent).toBe("2");
  });

  test("a function model may show nodes", async () => {
    await render(
      <Chat
        model={function* answer() {
          yield "Look: ";
          yield <mark>a node</mark>;
        }}
      />,
    );
    await input().fill("Hi");
    await userEvent.keyboard("{Enter}");
    await expect.element(page.getByText("a node")).toBeVisible();
  });

  test("without a listed model sending waits and says why", async () => {
    const client = createMockClient();
    await render(<Chat client={client} />);
    await input().fill("Hi");
    await userEvent.keyboard("{Enter}");
    expect(client.requests).toHaveLength(0);
    await expect.element(button("Choose a model").first()).toBeVisible();
    await expect.element(input()).toHaveValue("Hi");
  });

  test("the first listed model answers until another is chosen", async () => {
    await page.viewport(900, 700);
    const client = createMockClient({
      models: [
        { id: "a/one", name: "One", provider: "a" },
        { id: "b/two", name: "Two", provider: "b" },
        { id: "b/three", name: "Three", provider: "b" },
      ],
    });
    const onModelChange = vi.fn();
    await render(<Chat client={client} onModelChange={onModelChange} />);
    await page.getByRole("button", { name: "Choose a model: One" }).click();
    await page.getByRole("tab", { name: "b" }).click();
    await page.getByRole("option", { name: "Three" }).click();
    expect(onModelChange).toHaveBeenCalledExactlyOnceWith("b/three");
    await input().fill("Hi");
    await userEvent.keyboard("{Enter}");
    expect(client.requests[0]!.model).toBe("b/three");
  });
});
