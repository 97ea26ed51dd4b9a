import { type FormEvent } from "react";
import { hydrateRoot } from "react-dom/client";
import { renderToString } from "react-dom/server";
import { afterEach, describe, expect, inject, onTestFinished, test, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { render } from "vitest-browser-react";
import { GuideEmpty } from "../../demo/GuideEmpty.js";
import {
  AttachButton,
  AttachmentTray,
  Chat,
  ModelPicker,
  SendButton,
  useChatContext,
  useDraftContext,
  type UIMessage,
} from "../../src/index.js";
import { createMockClient } from "../../src/testing/index.js";
import { button, chooseFiles, input, place, pngFile, renderChat } from "./setUp.js";

afterEach(() => {
  vi.restoreAllMocks();
});

const said = (id: string, role: "user" | "assistant", ...parts: UIMessage["parts"]): UIMessage => ({
  id,
  role,
  parts,
});
const words = (text: string) => ({ type: "text" as const, text });

test("what was typed before the page came alive can be sent", async () => {
  const client = createMockClient();
  const chat = place({ client });
  const host = document.createElement("div");
  host.innerHTML = renderToString(chat);
  host.querySelector("textarea")!.value = "Typed early";
  document.body.append(host);
  const root = hydrateRoot(host, chat);
  onTestFinished(() => {
    root.unmount();
    host.remove();
  });
  await expect.element(button("Send")).not.toHaveAttribute("aria-disabled");
  await button("Send").click();
  expect(client.requests[0]!.messages[0]!.parts).toEqual([words("Typed early")]);
});

test("Escape that drops what an input method proposes does not stop the answer", async () => {
  const { ask, client } = await renderChat();
  await ask("Hi");
  const press = (init: KeyboardEventInit): KeyboardEvent => {
    const event = new KeyboardEvent("keydown", {
      key: "Escape",
      bubbles: true,
      cancelable: true,
      ...init,
    });
    input().element().dispatchEvent(event);
    return event;
  };
  expect(press({ isComposing: true }).defaultPrevented).toBe(false);
  press({ keyCode: 229 });
  expect(client.signals[0]!.aborted).toBe(false);
  expect(press({}).defaultPrevented).toBe(true);
  expect(client.signals[0]!.aborted).toBe(true);
  // Nothing is left to stop: the key is the page's again.
  await expect.element(button("Send")).toBeVisible();
  expect(press({}).defaultPrevented).toBe(false);
});

describe("a double click", () => {
  const defaultMessages = [
    said("1", "user", words("one")),
    said("2", "assistant", words("two")),
    said("3", "assistant", words("three")),
  ];

  test("deletes one message", async () => {
    const { client, ask } = await renderChat({ defaultMessages });
    const click = (detail: number) =>
      button("Delete message")
        .first()
        .element()
        .dispatchEvent(new MouseEvent("click", { bubbles: true, detail }));
    click(1);
    await expect.poll(() => page.getByRole("article").elements().length).toBe(2);
    click(2);
    await ask("Next");
    expect(client.requests[0]!.messages).toHaveLength(3);
  });

  test("asks again once", async () => {
    const { client } = await renderChat({ defaultMessages });
    const again = button("Answer again").last().element();
    again.dispatchEvent(new MouseEvent("click", { bubbles: true, detail: 2 }));
    expect(client.requests).toHaveLength(0);
    again.dispatchEvent(new MouseEvent("click", { bubbles: true, detail: 1 }));
    expect(client.requests).toHaveLength(1);
  });
});

test("an image on a server is shown on request, and sources may share an id", async () => {
  const errors = vi.spyOn(console, "error");
  const url = "https://images.example/cat.png";
  const source = { type: "source-url" as const, sourceId: "s", url: "https://a.example" };
  await renderChat({
    defaultMessages: [
      said("1", "user", { type: "file", mediaType: "image/png", url, filename: "cat.png" }),
      said("2", "assistant", { ...source, title: "First" }, { ...source, title: "Second" }),
    ],
  });
  expect(document.querySelector("[data-pl-image]")).toBeNull();
  await page.getByRole("button", { name: "Show image from images.example" }).click();
  const image = document.querySelector<HTMLImageElement>("img[data-pl-image]")!;
  expect(image.src).toBe(url);
  expect(document.activeElement).toBe(image.closest("button"));
  await button("2 sources a.example").click();
  await expect.element(page.getByRole("link", { name: "First" })).toBeVisible();
  await expect.element(page.getByRole("link", { name: "Second" })).toBeVisible();
  expect(errors).not.toHaveBeenCalled();
});

test("a question of the demo leaves the focus in the input", async () => {
  await renderChat({ components: { Empty: GuideEmpty } });
  await page.getByRole("listitem").first().getByRole("button").click();
  await expect.element(input()).toHaveFocus();
});

describe("from right to left", () => {
  const models = [{ id: "a/one", name: "One", provider: "a" }];

  test("the popover of a picker reads as the picker does", async () => {
    await render(<ModelPicker value="a/one" onChange={() => {}} models={models} dir="rtl" />);
    const trigger = page.getByRole("button", { name: "Choose a model: One" });
    expect(getComputedStyle(trigger.element()).direction).toBe("rtl");
    await trigger.click();
    await expect.element(page.getByRole("dialog")).toHaveAttribute("dir", "rtl");
  });

  test("the popover of a chat reads as the chat does", async () => {
    await render(<Chat client={createMockClient({ models })} onModelChange={() => {}} dir="rtl" />);
    await page.getByRole("button", { name: "Choose a model: One" }).click();
    await expect.element(page.getByRole("dialog")).toHaveAttribute("dir", "rtl");
  });
});

test("a composer of one's own is built from the parts of ours", async () => {
  function Composer() {
    const { store } = useChatContext();
    const { attachments, choice } = useDraftContext();
    const ready = attachments.attachments.some((one) => one.state === "ready");
    function send(event: FormEvent<HTMLFormElement>): void {
      event.preventDefault();
      void store.sendMessage({ text: "", files: attachments.take() });
    }
    return (
      <form onSubmit={send}>
        <AttachmentTray />
        <AttachButton />
        <output>{typeof choice.model === "string" ? choice.model : null}</output>
        <SendButton busy={false} canSend={ready} />
      </form>
    );
  }
  const { client } = await renderChat({ components: { Composer } });
  await expect.element(page.getByText("openai/gpt-5")).toBeVisible();
  await expect.element(button("Send")).toHaveAttribute("aria-disabled");
  await chooseFiles(await pngFile(5, 5, "a.png"));
  await expect.element(button("Send")).not.toHaveAttribute("aria-disabled");
  await button("Send").click();
  // Images are fitted to the model first.
  await expect.poll(() => client.requests.length).toBe(1);
  expect(client.requests[0]!.messages[0]!.parts).toMatchObject([{ filename: "a.png" }]);
});

test("a callback ref is told when its element goes, by its cleanup where React knows one", async () => {
  vi.spyOn(console, "error").mockImplementation(() => {});
  const plain = vi.fn();
  const cleanup = vi.fn();
  const cleaning = vi.fn((_node: HTMLElement | null) => cleanup);
  for (const ref of [plain, cleaning]) {
    const screen = await render(
      <Chat.Root model="m">
        <Chat.Messages ref={(node) => ref(node)} />
      </Chat.Root>,
    );
    await screen.unmount();
  }
  expect(plain).toHaveBeenLastCalledWith(null);
  const knowsCleanups = inject("reactMajor") >= 19;
  expect(cleaning.mock.lastCall![0] === null).toBe(!knowsCleanups);
  expect(cleanup.mock.calls.length > 0).toBe(knowsCleanups);
});

test("the input grows with the draft, and goes back once it is sent", async () => {
  await renderChat();
  const before = input().element().getBoundingClientRect().height;
  await input().fill("a\nb\nc");
  expect(input().element().getBoundingClientRect().height).toBeGreaterThan(before);
  await userEvent.keyboard("{Enter}");
  expect(input().element().getBoundingClientRect().height).toBe(before);
});
