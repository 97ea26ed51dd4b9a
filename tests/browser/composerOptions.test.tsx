import { useEffect, useState } from "react";
import { afterEach, describe, expect, test, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { render } from "vitest-browser-react";
import { Chat, type ChatProps, type UIMessage } from "../../src/index.js";
import { createMockClient } from "../../src/testing/index.js";
import { button, finish, input, place, pngFile, renderChat, text } from "./setUp.js";

afterEach(() => {
  vi.restoreAllMocks();
});

const said = (id: string, role: "user" | "assistant", words: string): UIMessage => ({
  id,
  role,
  parts: [{ type: "text", text: words }],
});
const history = [said("q", "user", "Question"), said("a", "assistant", "Answer")];
const press = (init: KeyboardEventInit): boolean =>
  input()
    .element()
    .dispatchEvent(
      new KeyboardEvent("keydown", { key: "Enter", bubbles: true, cancelable: true, ...init }),
    );

describe("the key that sends", () => {
  test("is Enter, and is told", async () => {
    const { client } = await renderChat();
    await expect.element(button("Send")).toHaveAttribute("aria-keyshortcuts", "Enter");
    await expect.element(button("Send")).toHaveAttribute("title", "Send (Enter)");
    await expect.element(input()).toHaveAttribute("enterkeyhint", "send");
    await input().fill("Hi");
    expect(press({ shiftKey: true })).toBe(true);
    expect(client.requests).toHaveLength(0);
    expect(press({})).toBe(false);
    expect(client.requests).toHaveLength(1);
  });

  test("may be Enter with Ctrl or Command; Enter alone begins a line", async () => {
    const { client, steps } = await renderChat({ sendOn: "mod+enter" });
    await expect
      .element(button("Send"))
      .toHaveAttribute("aria-keyshortcuts", "Control+Enter Meta+Enter");
    await expect.element(input()).toHaveAttribute("enterkeyhint", "enter");
    await input().fill("Hi");
    await userEvent.keyboard("{Enter}there");
    await expect.element(input()).toHaveValue("Hi\nthere");
    // While an input method composes neither sends.
    press({ ctrlKey: true, isComposing: true });
    press({ metaKey: true, keyCode: 229 });
    press({ ctrlKey: true, shiftKey: true });
    expect(client.requests).toHaveLength(0);
    press({ ctrlKey: true });
    expect(client.requests).toHaveLength(1);
    await steps[0]!.push(text("Yes"));
    void steps[0]!.push(finish);
    await expect.element(button("Send")).toBeVisible();
    await input().fill("Again");
    press({ metaKey: true });
    expect(client.requests).toHaveLength(2);
  });
});

test("buttons of one's own stand in the composer's places", async () => {
  const onDictate = vi.fn();
  const Composer = () => (
    <Chat.Composer
      start={
        <button type="button" onClick={onDictate}>
          Dictate
        </button>
      }
      end={<span>12 left</span>}
    />
  );
  await renderChat({ components: { Composer } });
  await button("Dictate").click();
  expect(onDictate).toHaveBeenCalledOnce();
  const left = (name: Element) => name.getBoundingClientRect().left;
  const end = page.getByText("12 left").element();
  expect(left(button("Attach files").element())).toBeLessThan(left(button("Dictate").element()));
  expect(left(button("Dictate").element())).toBeLessThan(left(end));
  expect(left(end)).toBeLessThan(left(button("Send").element()));
});

describe("a disabled chat", () => {
  test("takes nothing, looks like it, and comes back", async () => {
    const client = createMockClient();
    const screen = await render(place({ client, disabled: true, suggestions: ["Tell me"] }));
    const form = document.querySelector<HTMLFormElement>("[data-pl-composer]")!;
    expect(form.inert).toBe(true);
    expect(getComputedStyle(form).opacity).toBe("0.5");
    const file = await pngFile(2, 2);
    const data = new DataTransfer();
    data.items.add(file);
    const field = form.querySelector("textarea")!;
    expect(field.disabled).toBe(true);
    field.dispatchEvent(new ClipboardEvent("paste", { bubbles: true, clipboardData: data }));
    const drop = new DragEvent("drop", { bubbles: true, cancelable: true, dataTransfer: data });
    document.querySelector("[data-pl-chat]")!.dispatchEvent(drop);
    expect(drop.defaultPrevented).toBe(false);
    form.requestSubmit();
    expect(document.querySelector("[data-pl-attachment]")).toBeNull();
    expect(client.requests).toHaveLength(0);
    await expect.element(button("Tell me")).toBeDisabled();
    await screen.rerender(place({ client }));
    expect(form.inert).toBe(false);
    await expect.element(input()).toBeEnabled();
  });
});

test("a composer takes half of the chat's greatest height, and what is in it scrolls", async () => {
  await renderChat({ maxHeight: 300 });
  await input().fill("line\n".repeat(60));
  const form = document.querySelector("[data-pl-composer]")!;
  expect(form.getBoundingClientRect().height).toBe(150);
  const field = input().element();
  expect(field.scrollHeight).toBeGreaterThan(field.clientHeight);
  const send = button("Send").element().getBoundingClientRect();
  expect(send.bottom).toBeLessThanOrEqual(form.getBoundingClientRect().bottom);
});

describe("messages held by the page", () => {
  type Keep = (messages: UIMessage[]) => UIMessage[];
  const held = { given: [] as UIMessage[], give: (_messages: UIMessage[]): void => {} };

  function Page({ keep, ...props }: ChatProps & { keep: Keep }) {
    const [messages, setMessages] = useState<UIMessage[]>(history);
    useEffect(() => {
      Object.assign(held, { given: messages, give: setMessages });
    }, [messages]);
    return place({ ...props, messages, onMessage: (all) => setMessages(keep(all)) });
  }

  async function talk(keep: Keep = (all) => all) {
    const { client, steps, screen } = await renderChat();
    await screen.unmount();
    await render(<Page client={client} keep={keep} />);
    await input().fill("Next");
    await userEvent.keyboard("{Enter}");
    await steps[0]!.push(text("Yes, "));
    return { client, steps };
  }

  test("are what is shown, and hold what was said", async () => {
    const { steps } = await talk();
    expect(held.given.map(({ id }) => id).slice(0, 2)).toEqual(["q", "a"]);
    expect(held.given).toHaveLength(3);
    await steps[0]!.push(text("indeed"));
    void steps[0]!.push(finish);
    await expect.poll(() => held.given.length).toBe(4);
    await expect.element(page.getByText("Yes, indeed", { exact: true }).first()).toBeVisible();
    expect(held.given[3]!.metadata?.status).toBe("complete");
  });

  test("given back as copies, or with less metadata, stop no answer", async () => {
    const { client, steps } = await talk((all) =>
      all.map(({ id, role, parts }) => ({ id, role, parts: structuredClone(parts) })),
    );
    await steps[0]!.push(text("indeed"));
    expect(client.signals[0]!.aborted).toBe(false);
    void steps[0]!.push(finish);
    await expect.element(page.getByText("Yes, indeed", { exact: true }).first()).toBeVisible();
    await expect.poll(() => held.given.length).toBe(4);
  });

  test("of another kind take the place of the conversation, and stop the answer", async () => {
    const { client } = await talk();
    held.give([said("x", "user", "Something else")]);
    await expect.element(page.getByText("Something else")).toBeVisible();
    await expect.element(page.getByText("Question")).not.toBeInTheDocument();
    expect(client.signals[0]!.aborted).toBe(true);
  });

  test("of an earlier moment bring that back, once what came after was taken", async () => {
    const { steps } = await talk();
    void steps[0]!.push(finish);
    await expect.poll(() => held.given.length).toBe(4);
    held.give(held.given.slice(0, 2));
    await expect.element(page.getByText("Next")).not.toBeInTheDocument();
    await expect.element(page.getByText("Answer", { exact: true })).toBeVisible();
  });
});
