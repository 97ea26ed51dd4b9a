import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { render } from "vitest-browser-react";
import { ChatError } from "../../src/client/index.js";
import { Chat, openAICompatible, type ChatHandle, type UIMessage } from "../../src/index.js";
import { createMockClient } from "../../src/testing/index.js";
import { button, chooseFiles, finish, input, place, pngFile, renderChat, text } from "./setUp.js";

beforeEach(() => sessionStorage.clear());
afterEach(() => {
  vi.restoreAllMocks();
});

const said = (id: string, role: "user" | "assistant", ...parts: UIMessage["parts"]): UIMessage => ({
  id,
  role,
  parts,
});
const words = (value: string) => ({ type: "text" as const, text: value });
const history = [said("q", "user", words("Question")), said("a", "assistant", words("Answer"))];
const log = () => page.getByRole("log");
const shown = (value: string) => log().getByText(value, { exact: true });
const spin = (name: string) => page.getByRole("spinbutton", { name });

/** Sends "Hi" to a chat whose model is a function or bound to its own connection. */
async function ask(props: Parameters<typeof place>[0]): Promise<void> {
  await render(place({ client: createMockClient(), ...props }));
  await input().fill("Hi");
  await userEvent.keyboard("{Enter}");
}

describe("props", () => {
  test("model: a function of the messages", async () => {
    await ask({ model: (messages) => `You sent ${messages.length}` });
    await expect.element(shown("You sent 1")).toBeVisible();
  });

  test("model: a function of the messages and the configuration", async () => {
    const config = { temperature: 0.3 };
    await ask({ config, model: (_messages, context) => `At ${context.config.temperature}` });
    await expect.element(shown("At 0.3")).toBeVisible();
  });

  test("model: an object with a connection of its own", async () => {
    const fetch = vi.fn(async () => {
      const lines = [
        '{"choices":[{"delta":{"content":"From afar"}}]}',
        '{"choices":[{"delta":{},"finish_reason":"stop"}]}',
        "[DONE]",
      ];
      return new Response(lines.map((line) => `data: ${line}\n\n`).join(""));
    });
    const baseURL = "https://llm.example/v1";
    await ask({
      model: openAICompatible("m", {
        baseURL,
        apiKey: "typed",
        fetch,
        dangerouslyAllowBrowser: true,
      }),
    });
    await expect.element(shown("From afar")).toBeVisible();
    expect(fetch).toHaveBeenCalledOnce();
  });

  test("prompts: none without the prop, a button with it", async () => {
    const { screen } = await renderChat();
    await expect.element(button("Prompts")).not.toBeInTheDocument();
    await screen.rerender(place({ client: createMockClient(), prompts: ["Say hello"] }));
    await expect.element(button("Prompts")).toBeVisible();
  });

  test("onMessage: all messages, after the person's and after the answer", async () => {
    const onMessage = vi.fn();
    await ask({ client: createMockClient({ answer: "Hello" }), onMessage });
    await expect.poll(() => onMessage.mock.calls.map(([all]) => all.length)).toEqual([1, 2]);
  });

  test("showConfigurationControls: off by default", async () => {
    const { screen } = await renderChat();
    await expect.element(button("Parameters")).not.toBeInTheDocument();
    await screen.rerender(place({ client: createMockClient(), showConfigurationControls: true }));
    await expect.element(button("Parameters")).toBeVisible();
  });

  test("allowAttachments: off without a button, and nothing is taken", async () => {
    await renderChat({ allowAttachments: false });
    await expect.element(button("Attach files")).not.toBeInTheDocument();
  });

  test("maxHeight: of the chat, and half of it of the composer", async () => {
    await renderChat({ maxHeight: 400, defaultMessages: history });
    await input().fill("line\n".repeat(80));
    const heightOf = (selector: string) =>
      document.querySelector(selector)!.getBoundingClientRect().height;
    expect(heightOf("[data-pl-chat]")).toBe(400);
    expect(heightOf("[data-pl-composer]")).toBe(200);
  });

  test("disabled: the form is inert and half visible, and sends nothing", async () => {
    const { client } = await renderChat({ disabled: true });
    const form = document.querySelector<HTMLFormElement>("[data-pl-composer]")!;
    expect([form.inert, getComputedStyle(form).opacity]).toEqual([true, "0.5"]);
    form.requestSubmit();
    expect(client.requests).toHaveLength(0);
  });
});

describe("configuration", () => {
  const open = async (config = {}) => {
    const chat = await renderChat({
      model: "openai/gpt-4o",
      showConfigurationControls: true,
      config,
    });
    await button("Parameters").click();
    return chat;
  };

  test("six numbers with a range, a step and a hint each", async () => {
    await open();
    for (const name of [
      "Max tokens",
      "Temperature",
      "Top P",
      "Top K",
      "Frequency penalty",
      "Presence penalty",
    ]) {
      await expect.element(spin(name)).toHaveAttribute("aria-describedby");
    }
    await expect.element(spin("Temperature")).toHaveAttribute("max", "2");
    await expect.element(spin("Temperature")).toHaveAttribute("step", "0.1");
    await expect.element(spin("Presence penalty")).toHaveAttribute("min", "-2");
  });

  test("an empty field is the provider's default, and is not sent", async () => {
    const { ask: send, client } = await open({ temperature: 0.5, topP: 0.9 });
    await spin("Temperature").fill("");
    await userEvent.keyboard("{Escape}");
    await send("Hi");
    expect(client.requests[0]!.config).toEqual({ topP: 0.9 });
  });

  test("Enter closes, and what is outside the range comes back into it", async () => {
    const { ask: send, client } = await open();
    await spin("Temperature").fill("7");
    await userEvent.keyboard("{Enter}");
    await expect.element(spin("Temperature")).not.toBeInTheDocument();
    await expect.element(button("Parameters")).toHaveFocus();
    await send("Hi");
    expect(client.requests[0]!.config).toEqual({ temperature: 2 });
  });

  test("another config begins anew", async () => {
    const { screen, client } = await open({ temperature: 0.5 });
    await spin("Temperature").fill("1.5");
    await screen.rerender(
      place({
        client,
        model: "openai/gpt-4o",
        showConfigurationControls: true,
        config: { topP: 0.2 },
      }),
    );
    await expect.element(spin("Temperature")).toHaveValue(null);
    await expect.element(spin("Top P")).toHaveValue(0.2);
  });
});

describe("the composer", () => {
  test("sending is disabled while there is nothing to send", async () => {
    const { client } = await renderChat();
    await expect.element(button("Send")).toHaveAttribute("aria-disabled", "true");
    await input().click();
    await userEvent.keyboard("  {Enter}");
    expect(client.requests).toHaveLength(0);
  });

  test("stop stands in the place of send", async () => {
    const { ask: say } = await renderChat();
    const send = button("Send").element();
    await say("Hi");
    expect(button("Stop").element()).toBe(send);
  });

  test("several files are attached at once, shown, removed one by one, and sent alone", async () => {
    const { client } = await renderChat();
    await chooseFiles(
      await pngFile(3, 3, "a.png"),
      await pngFile(3, 3, "b.png"),
      await pngFile(3, 3, "c.png"),
    );
    await button("Remove b.png").click();
    await expect.element(button("Send")).not.toHaveAttribute("aria-disabled");
    await button("Send").click();
    await expect.poll(() => client.requests.length).toBe(1);
    expect(
      client.requests[0]!.messages[0]!.parts.map((part) => (part as { filename: string }).filename),
    ).toEqual(["a.png", "c.png"]);
  });

  test("a prompt with {{variables}} asks for each: the first field has the focus, a preview, Enter submits once all are filled", async () => {
    await renderChat({ prompts: ["Say {{what}} in {{language}}"] });
    await button("Prompts").click();
    await page.getByRole("option").click();
    await expect.element(page.getByRole("textbox", { name: "what" })).toHaveFocus();
    await userEvent.keyboard("hello{Enter}");
    await expect.element(button("Use prompt")).toHaveAttribute("aria-disabled", "true");
    await page.getByRole("textbox", { name: "language" }).fill("French");
    await expect.element(page.getByText("Say hello in French")).toBeInTheDocument();
    await userEvent.keyboard("{Enter}");
    await expect.element(input()).toHaveValue("Say hello in French");
  });

  test("a slash completes to a prompt, and the placeholder says so", async () => {
    await renderChat({ prompts: ["Summarize this"] });
    await expect.element(input()).toHaveAttribute("placeholder", "Message… or / for prompts");
    await input().fill("/summ");
    await userEvent.keyboard("{Enter}");
    await expect.element(input()).toHaveValue("Summarize this");
  });

  test("ArrowUp in an empty input edits the last message", async () => {
    const { client } = await renderChat({ defaultMessages: history });
    await input().click();
    await userEvent.keyboard("{ArrowUp}");
    await expect.element(input()).toHaveValue("Question");
    await userEvent.keyboard("?{Enter}");
    expect(client.requests[0]!.messages.map(({ parts }) => parts)).toEqual([[words("Question?")]]);
  });

  test("a draft survives a reload", async () => {
    const { screen, client } = await renderChat({ id: "mine" });
    await input().fill("Half a thought");
    window.dispatchEvent(new PageTransitionEvent("pagehide"));
    await screen.unmount();
    await renderChat({ id: "mine", client });
    await expect.element(input()).toHaveValue("Half a thought");
  });

  test("Shift+Enter begins a new line, whatever the key that sends", async () => {
    for (const sendOn of ["enter", "mod+enter"] as const) {
      const { screen, client } = await renderChat({ sendOn });
      await input().fill("a");
      await userEvent.keyboard("{Shift>}{Enter}{/Shift}b");
      await expect.element(input()).toHaveValue("a\nb");
      expect(client.requests).toHaveLength(0);
      await screen.unmount();
    }
  });
});

describe("cancel", () => {
  test("is ready at once, keeps the text, says that it was stopped, and drops what comes late", async () => {
    const { ask: send, steps, client } = await renderChat();
    await send("Hi");
    await steps[0]!.push(text("Half"));
    await userEvent.keyboard("{Escape}");
    await expect.element(button("Send")).toBeVisible();
    void steps[0]!.push(text(" and more"));
    expect(client.signals[0]!.aborted).toBe(true);
    await expect.element(shown("Half")).toBeVisible();
    await expect
      .element(
        log()
          .getByText(/^Stopped/)
          .first(),
      )
      .toBeVisible();
  });

  test("runs the generator's finally", async () => {
    const ended = vi.fn();
    await ask({
      model: async function* (_messages, { signal }) {
        try {
          yield "Begun";
          await new Promise((resolve) => signal.addEventListener("abort", resolve));
          yield "late";
        } finally {
          ended();
        }
      },
    });
    await expect.element(shown("Begun")).toBeVisible();
    await userEvent.keyboard("{Escape}");
    await expect.poll(() => ended.mock.calls.length).toBe(1);
  });

  test("of nothing does nothing", async () => {
    let handle: ChatHandle | null = null;
    await render(<Chat model="m" client={createMockClient()} ref={(it) => void (handle = it)} />);
    handle!.stop();
    await expect.element(button("Send")).toBeVisible();
  });
});

describe("the conversation", () => {
  test("is empty at first, and says so", async () => {
    await renderChat();
    await expect.element(page.getByText("How can I help?")).toBeVisible();
  });

  test("a message is copied", async () => {
    const write = vi.spyOn(navigator.clipboard, "writeText").mockResolvedValue();
    await renderChat({ defaultMessages: history });
    await button("Copy").last().click();
    expect(write).toHaveBeenCalledWith("Answer");
  });

  test("one message is deleted", async () => {
    const onMessage = vi.fn();
    await renderChat({ defaultMessages: history, onMessage });
    await button("Delete message").first().click();
    await expect.element(shown("Question")).not.toBeInTheDocument();
    expect(onMessage.mock.lastCall![0]).toMatchObject([{ id: "a" }]);
  });

  test("waiting shows, until the first words", async () => {
    const { ask: send, steps } = await renderChat();
    await send("Hi");
    await expect.poll(() => document.querySelector("[data-pl-dots]")).not.toBeNull();
    await steps[0]!.push(text("Yes"));
    await expect.poll(() => document.querySelector("[data-pl-dots]")).toBeNull();
  });

  test("an error is told with a way to try again, which asks once more", async () => {
    const { ask: send, steps, client } = await renderChat();
    await send("Hi");
    steps[0]!.fail(new ChatError("overloaded", "It is busy."));
    await expect.element(page.getByRole("alert")).toHaveTextContent("It is busy.");
    await button("Try again").click();
    expect(client.requests).toHaveLength(2);
    expect(client.requests[1]!.messages).toHaveLength(1);
  });

  test("reset is disabled while empty, and clears history, error, notices and what waits", async () => {
    const onMessage = vi.fn();
    const { ask: send, steps } = await renderChat({ onMessage });
    await expect.element(button("New chat")).toBeDisabled();
    await send("Hi");
    await send("waits");
    steps[0]!.fail(new ChatError("overloaded", "It is busy."));
    await expect.element(page.getByRole("alert")).toBeVisible();
    await button("New chat").click();
    await expect.element(page.getByRole("alert")).not.toBeInTheDocument();
    await expect
      .element(page.getByRole("list", { name: "Waiting messages" }))
      .not.toBeInTheDocument();
    await expect.element(button("New chat")).toBeDisabled();
    expect(onMessage.mock.lastCall![0]).toEqual([]);
  });
});

describe("history as a value", () => {
  test("begins with defaultMessages, and is the chat's from then on", async () => {
    const { screen, client } = await renderChat({ defaultMessages: history });
    await expect.element(shown("Answer")).toBeVisible();
    await screen.rerender(place({ client, defaultMessages: [] }));
    await expect.element(shown("Answer")).toBeVisible();
  });

  test("is messages and onMessage, where the page holds it", async () => {
    const onMessage = vi.fn();
    const { ask: send, client, screen, steps } = await renderChat({ messages: history, onMessage });
    await send("Next");
    await steps[0]!.push(text("Yes"));
    // The same value over again takes nothing back.
    await screen.rerender(place({ client, messages: [...history], onMessage }));
    await screen.rerender(place({ client, messages: onMessage.mock.lastCall![0], onMessage }));
    void steps[0]!.push(finish);
    await expect.poll(() => onMessage.mock.lastCall![0].length).toBe(4);
    await screen.rerender(place({ client, messages: history.slice(0, 1), onMessage }));
    await expect.element(shown("Answer")).not.toBeInTheDocument();
    await expect.element(shown("Question")).toBeVisible();
  });

  test("unknown parts come back as they were", async () => {
    const odd = { type: "hologram", angle: 3 } as never;
    const onMessage = vi.fn();
    const defaultMessages = [said("q", "user", words("Hi"), odd)];
    const { ask: send, client } = await renderChat({ defaultMessages, onMessage });
    await send("Next");
    expect(client.requests[0]!.messages[0]!.parts).toEqual([words("Hi"), odd]);
    expect(onMessage.mock.lastCall![0][0].parts).toEqual([words("Hi"), odd]);
  });
});
