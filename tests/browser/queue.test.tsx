import { afterEach, describe, expect, test, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { render } from "vitest-browser-react";
import { ChatError } from "../../src/client/index.js";
import { Chat, useChat, type ChatHandle, type ModelInfo } from "../../src/index.js";
import { button, chooseFiles, finish, input, place, pngFile, renderChat, text } from "./setUp.js";

afterEach(() => {
  vi.restoreAllMocks();
});

const waiting = (): string[] =>
  page
    .getByRole("list", { name: "Waiting messages" })
    .getByRole("listitem")
    .elements()
    .map((one) => one.textContent.trim());
const asked = ({ client }: Pick<Awaited<ReturnType<typeof renderChat>>, "client">) =>
  client.requests.map(({ messages }) =>
    messages.at(-1)!.parts.map((part) => ("text" in part ? part.text : part.type)),
  );

describe("a message sent while an answer arrives", () => {
  test("waits above the input, and goes once the answer has ended", async () => {
    const chat = await renderChat();
    await chat.ask("one");
    await input().fill("two");
    await expect.element(button("Stop")).toBeVisible();
    await button("Send next").click();
    await expect.element(input()).toHaveValue("");
    await chat.ask("three");
    expect(waiting()).toEqual(["two", "three"]);
    expect(chat.client.requests).toHaveLength(1);
    await chat.steps[0]!.push(text("Yes"));
    void chat.steps[0]!.push(finish);
    await expect.poll(() => asked(chat)).toEqual([["one"], ["two"]]);
    expect(waiting()).toEqual(["three"]);
  });

  test("is one message, however fast one clicks, and stops nothing", async () => {
    const chat = await renderChat();
    await chat.ask("one");
    vi.spyOn(Date, "now").mockReturnValue(Date.now() + 10_000);
    await input().fill("two");
    await button("Send next").dblClick();
    expect(waiting()).toEqual(["two"]);
    expect(chat.client.signals[0]!.aborted).toBe(false);
  });

  test("leaves a button that stops, which hands the focus on as it goes", async () => {
    const chat = await renderChat();
    await chat.ask("one");
    await input().fill("two");
    await button("Stop").click();
    expect(chat.client.signals[0]!.aborted).toBe(true);
    await expect.element(input()).toHaveFocus();
    await expect.element(input()).toHaveValue("two");
  });

  test("stops the answer and goes at once, where it is to interrupt", async () => {
    const chat = await renderChat({ whileBusy: "interrupt" });
    await chat.ask("one");
    await chat.steps[0]!.push(text("Half an ans"));
    await input().fill("two");
    await expect.element(button("Stop and send")).toBeVisible();
    await userEvent.keyboard("{Enter}");
    expect(chat.client.signals[0]!.aborted).toBe(true);
    expect(asked(chat)).toEqual([["one"], ["two"]]);
    await expect.element(page.getByText("Half an ans", { exact: true })).toBeVisible();
  });

  test("is announced, and so is the answer before it", async () => {
    const chat = await renderChat();
    await chat.ask("one");
    await chat.ask("two");
    const status = () => document.querySelector("[data-pl-announcer]")!.textContent;
    expect(status()).toBe("The message waits until the answer has ended.");
    await chat.steps[0]!.push(text("Yes"));
    void chat.steps[0]!.push(finish);
    await expect.poll(status).toBe("Yes The assistant is answering.");
  });
});

describe("what waits", () => {
  test("stays after a stop and after an error, until a person sends it", async () => {
    const chat = await renderChat();
    await chat.ask("one");
    await chat.ask("two");
    await chat.ask("three");
    await userEvent.keyboard("{Escape}");
    await expect.element(button("Send")).toBeVisible();
    expect(waiting()).toEqual(["two", "three"]);
    await button("Send “two” now").click();
    await expect.element(input()).toHaveFocus();
    await expect.poll(() => asked(chat)).toEqual([["one"], ["two"]]);
    chat.steps[1]!.fail(new ChatError("overloaded", "Busy."));
    await expect.element(page.getByText("Busy.", { exact: true })).toBeVisible();
    expect(waiting()).toEqual(["three"]);
    await button("Remove “three”").click();
    expect(waiting()).toEqual([]);
    expect(chat.client.requests).toHaveLength(2);
  });

  test("comes back into the input with its image, before what stands there", async () => {
    const chat = await renderChat();
    await chat.ask("one");
    await chooseFiles(await pngFile(4, 4, "a.png"));
    await expect.element(button("Remove a.png")).toBeVisible();
    await input().fill("two");
    await button("Send next").click();
    await expect.poll(waiting).toEqual(["two1 file"]);
    await input().fill("later");
    await button("Edit “two”").click();
    await expect.element(input()).toHaveValue("two\n\nlater");
    await expect.element(button("Remove a.png")).toBeVisible();
    expect(waiting()).toEqual([]);
  });

  test("is taken back by ArrowUp in an empty input, the last one first", async () => {
    const chat = await renderChat();
    await chat.ask("one");
    await chat.ask("two");
    await chat.ask("three");
    await userEvent.keyboard("{ArrowUp}");
    await expect.element(input()).toHaveValue("three");
    expect(waiting()).toEqual(["two"]);
  });

  test("is gone with the conversation", async () => {
    const chat = await renderChat();
    await chat.ask("one");
    await chat.ask("two");
    await button("New chat").click();
    expect(waiting()).toEqual([]);
  });

  test("is checked when it goes, and goes once nothing speaks against it", async () => {
    const models: ModelInfo[] = [
      { id: "a/blind", name: "Blind", vision: false },
      { id: "a/seeing", name: "Seeing", vision: true },
    ];
    const chat = await renderChat({
      model: undefined,
      models,
      defaultModel: "a/seeing",
      onModelChange: () => {},
    });
    await chat.ask("one");
    await chooseFiles(await pngFile(4, 4, "a.png"));
    await expect.element(button("Remove a.png")).toBeVisible();
    await expect.element(button("Send next")).toBeVisible();
    await button("Send next").click();
    await expect.poll(waiting).toHaveLength(1);
    await page.getByRole("button", { name: /^Choose a model/ }).click();
    await expect.element(page.getByRole("option", { name: /Seeing/ })).toBeVisible();
    await page.getByRole("switch").click();
    await page.getByRole("option", { name: /Blind/ }).click();
    await chat.steps[0]!.push(text("Yes"));
    void chat.steps[0]!.push(finish);
    await expect.element(button("Remove image")).toBeVisible();
    expect(chat.client.requests).toHaveLength(1);
    await button("Dismiss").click();
    expect(waiting()).toHaveLength(1);
    await button("Send “1 file” now").click();
    await expect.element(button("Remove image")).toBeVisible();
    expect(chat.client.requests).toHaveLength(1);
  });

  test("through the handle is told when its answer has ended", async () => {
    let handle: ChatHandle | null = null;
    const chat = await renderChat({ ref: (it: ChatHandle | null) => void (handle = it) } as never);
    await chat.ask("one");
    const settled = vi.fn();
    void handle!.send("two").then(settled);
    await expect.poll(waiting).toEqual(["two"]);
    await chat.steps[0]!.push(text("Yes"));
    void chat.steps[0]!.push(finish);
    await expect.poll(() => chat.client.requests.length).toBe(2);
    expect(settled).not.toHaveBeenCalled();
    await chat.steps[1]!.push(text("Yes"));
    void chat.steps[1]!.push(finish);
    await expect.poll(() => settled.mock.calls.length).toBe(1);
  });
});

test("our useChat has the AI SDK's names for the queue", async () => {
  const { client, steps } = await renderChat();
  function Own() {
    const chat = useChat({ model: "a/b", client, whileBusy: "queue" });
    return (
      <>
        <button onClick={() => void chat.sendMessage({ text: "one" })}>Ask</button>
        <output>{chat.experimental_queuedMessages.length}</output>
        {chat.experimental_queuedMessages.map(({ id }) => (
          <p key={id}>
            <button onClick={() => chat.experimental_removeQueuedMessage(id)}>Take back</button>
            <button onClick={() => void chat.experimental_sendQueuedMessageNow(id)}>Now</button>
          </p>
        ))}
        <Chat chat={chat} />
      </>
    );
  }
  await render(<Own />);
  await button("Ask").click();
  await button("Ask").click();
  await button("Ask").click();
  await expect.element(page.getByRole("status").first()).toBeInTheDocument();
  await expect.element(button("Take back").first()).toBeVisible();
  expect(button("Take back").elements()).toHaveLength(2);
  await button("Take back").first().click();
  expect(button("Take back").elements()).toHaveLength(1);
  await button("Now").click();
  expect(client.requests).toHaveLength(2);
  expect(client.signals[0]!.aborted).toBe(true);
  expect(steps).toHaveLength(2);
});

test("another way to deal with it takes hold at once", async () => {
  const chat = await renderChat({ whileBusy: "drop" });
  await chat.ask("one");
  await input().fill("two");
  await expect.element(button("Send next")).not.toBeInTheDocument();
  await chat.screen.rerender(place({ client: chat.client, whileBusy: "queue" }));
  await expect.element(button("Send next")).toBeVisible();
});
