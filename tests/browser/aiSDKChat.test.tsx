import { useChat as useChat5 } from "@ai-sdk/react-5";
import { useChat as useChat6, type UseChatHelpers } from "@ai-sdk/react";
import { useChat as useChat7 } from "@ai-sdk/react-7";
import { DefaultChatTransport as Transport5 } from "ai-5";
import { DefaultChatTransport as Transport6, type UIMessage as AIMessage } from "ai";
import { DefaultChatTransport as Transport7 } from "ai-7";
import { StrictMode, useState } from "react";
import { describe, expect, test, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { render } from "vitest-browser-react";
import { Chat, useChat, type ChatProps, type TextPartProps } from "../../src/index.js";
import { createMockClient } from "../../src/testing/index.js";
import { button, chooseFiles, input, pngFile } from "./setUp.js";
import {
  finishChunk,
  textDelta,
  textEnd,
  textStart,
  uiMessageBackend,
} from "./uiMessageBackend.js";

type Fetch = typeof globalThis.fetch;

/** The hook of each version on a backend of the test's own. */
const versions: [string, (fetch: Fetch) => NonNullable<ChatProps["chat"]>][] = [
  ["5", (fetch) => useChat5({ transport: useOnce(() => new Transport5({ fetch })) })],
  ["6", (fetch) => useChat6({ transport: useOnce(() => new Transport6({ fetch })) })],
  ["7", (fetch) => useChat7({ transport: useOnce(() => new Transport7({ fetch })) })],
];

function useOnce<T>(make: () => T): T {
  return useState(make)[0];
}

const log = () => page.getByRole("log");
const alert = () => page.getByRole("alert");

describe.each(versions)("<Chat> with useChat of the AI SDK, version %s", (_version, useAIChat) => {
  async function open(props: ChatProps = {}) {
    const { exchanges, fetch } = uiMessageBackend();
    function App() {
      return <Chat chat={useAIChat(fetch)} {...props} />;
    }
    await render(
      <StrictMode>
        <div style={{ blockSize: 480, inlineSize: 600 }}>
          <App />
        </div>
      </StrictMode>,
    );
    async function ask(words: string) {
      const before = exchanges.length;
      await input().fill(words);
      await userEvent.keyboard("{Enter}");
      await expect.poll(() => exchanges.length).toBe(before + 1);
      return exchanges.at(-1)!;
    }
    /** Asks, and has it answered. */
    async function talk(words: string, answer: string) {
      const exchange = await ask(words);
      exchange.write({ type: "start" }, textStart, textDelta(answer), textEnd, finishChunk);
      exchange.close();
      await expect.element(log().getByText(answer)).toBeVisible();
      await expect.element(button("Send")).toBeVisible();
    }
    return { exchanges, ask, talk };
  }

  test("shows an answer while it arrives, and announces its end", async () => {
    const { ask } = await open();
    const { body, write, close } = await ask("Hi");
    expect(body.messages).toMatchObject([{ role: "user", parts: [{ type: "text", text: "Hi" }] }]);
    await expect.element(log().getByText("Hi")).toBeVisible();
    await expect.element(button("Stop")).toBeVisible();
    expect(document.querySelector("[data-pl-dots]")).not.toBeNull();
    write({ type: "start", messageId: "a" }, { type: "start-step" });
    write(textStart, textDelta("Hello **wor"));
    // Strong already, once the Markdown view is loaded.
    await expect.element(log()).toHaveTextContent(/Hello (?:\*\*)?wor/);
    expect(document.querySelector("[data-pl-dots]")).toBeNull();
    write(textDelta("ld**"), textEnd, finishChunk);
    close();
    await expect.element(log().getByText("world")).toBeVisible();
    await expect.element(button("Send")).toBeVisible();
    await expect.element(page.getByRole("status")).toHaveTextContent("Hello **world**");
  });

  test("stops", async () => {
    const { ask } = await open();
    const { write, signal } = await ask("Hi");
    write({ type: "start" }, textStart, textDelta("Half an"));
    await expect.element(log().getByText("Half an")).toBeVisible();
    await userEvent.keyboard("{Escape}");
    await expect.element(button("Send")).toBeVisible();
    expect(signal.aborted).toBe(true);
    await expect.element(log().getByText("Half an")).toBeVisible();
    expect(document.querySelector("[data-streaming]")).toBeNull();
  });

  test("says why it failed, tries again, and offers no Continue", async () => {
    const { ask, exchanges } = await open();
    const { write, close } = await ask("Hi");
    write({ type: "start" }, textStart, textDelta("Half an"));
    write({ type: "error", errorText: "The model is tired. Try later." });
    close();
    await expect.element(alert()).toHaveTextContent("The model is tired. Try later.");
    expect(button("Continue").query()).toBeNull();
    await button("Try again").click();
    await expect.poll(() => exchanges.length).toBe(2);
    expect(exchanges[1]!.body.messages).toHaveLength(1);
    await expect.poll(() => alert().query()).toBeNull();
    exchanges[1]!.refuse("Nobody is here.");
    await expect.element(alert()).toHaveTextContent("Nobody is here.");
    await button("Dismiss").click();
    await expect.poll(() => alert().query()).toBeNull();
  });

  test("answers again, deletes, and begins anew", async () => {
    const { talk, exchanges } = await open();
    await talk("One?", "First");
    await talk("Two?", "Second");
    await button("Answer again").last().click();
    await expect.poll(() => exchanges.length).toBe(3);
    expect(exchanges[2]!.body).toMatchObject({ trigger: "regenerate-message" });
    expect(exchanges[2]!.body.messages).toHaveLength(3);
    exchanges[2]!.write(textStart, textDelta("Third"), textEnd, finishChunk);
    exchanges[2]!.close();
    await expect.element(log().getByText("Third")).toBeVisible();
    expect(log().getByText("Second").query()).toBeNull();
    await expect.element(button("Send")).toBeVisible();
    await button("Delete message").first().click();
    await expect.poll(() => log().getByText("One?").query()).toBeNull();
    await expect.element(log().getByText("First")).toBeVisible();
    await button("New chat").click();
    await expect.poll(() => log().getByRole("article").elements()).toHaveLength(0);
  });

  test("a conversation emptied while it is answered stays empty", async () => {
    const { ask } = await open();
    const { write, signal } = await ask("Hi");
    write({ type: "start" }, textStart, textDelta("Half an"));
    await expect.element(log().getByText("Half an")).toBeVisible();
    await button("New chat").click();
    await expect.poll(() => log().getByRole("article").elements()).toHaveLength(0);
    expect(signal.aborted).toBe(true);
    await expect.element(button("Send")).toBeVisible();
    expect(log().getByRole("article").elements()).toHaveLength(0);
  });

  test("text that arrives renders neither another message nor its own", async () => {
    const rendered = vi.fn<(text: string) => void>();
    function Text({ part }: TextPartProps) {
      rendered("log" in part ? "running" : part.text);
      return <p>{"log" in part ? part.log.since(0) : part.text}</p>;
    }
    const { ask, talk } = await open({ components: { Text } });
    await talk("One?", "First");
    const { write, close } = await ask("Two?");
    write({ type: "start" }, textStart, textDelta("a"));
    await expect.poll(() => rendered.mock.lastCall).toEqual(["running"]);
    rendered.mockClear();
    for (let i = 0; i < 5; i += 1) {
      write(textDelta("b"));
      await new Promise(requestAnimationFrame);
    }
    write(textEnd, finishChunk);
    close();
    await expect.element(button("Send")).toBeVisible();
    // Twice each by StrictMode; once at the end of the part, and once more at the end of the answer at most.
    expect(new Set(rendered.mock.calls.flat())).toEqual(new Set(["abbbbb"]));
    expect(rendered.mock.calls.length).toBeLessThanOrEqual(4);
  });

  test("sends images as files", async () => {
    const { exchanges } = await open();
    await chooseFiles(await pngFile(4, 4, "dot.png"));
    await expect.element(page.getByRole("img", { name: "dot.png" })).toBeVisible();
    await input().click();
    await userEvent.keyboard("{Enter}");
    await expect.poll(() => exchanges.length).toBe(1);
    const [part] = exchanges[0]!.body.messages[0]!.parts;
    expect(part).toMatchObject({ type: "file", mediaType: "image/png", filename: "dot.png" });
    expect((part as unknown as { url: string }).url).toMatch(/^data:image\/png;base64,/);
  });
});

/** A chat as an app wrote it for the AI SDK: its types, its hook's words. */
function AppChat({ chat }: { chat: UseChatHelpers<AIMessage> }) {
  const { messages, sendMessage, status, stop, error, regenerate } = chat;
  return (
    <>
      {messages.map((message) => (
        <p key={message.id}>
          {message.role}:{" "}
          {message.parts.map((part) => (part.type === "text" ? part.text : "")).join("")}
        </p>
      ))}
      <output>{error ? error.message : status}</output>
      <button onClick={() => void sendMessage({ text: "Hi" })}>Ask</button>
      <button onClick={() => void stop()}>Halt</button>
      <button onClick={() => void regenerate()}>Again</button>
      <input
        type="file"
        onChange={({ currentTarget: { files } }) =>
          void sendMessage({ text: "See", files: files! })
        }
      />
    </>
  );
}

describe("a component written for the AI SDK, with our useChat", () => {
  test("talks, takes files from an input, and answers again", async () => {
    const client = createMockClient({ answer: "Hello" });
    function App() {
      return <AppChat chat={useChat({ client, model: "m" })} />;
    }
    await render(<App />);
    await page.getByRole("button", { name: "Ask" }).click();
    await expect.element(page.getByText("assistant: Hello")).toBeVisible();
    await expect.element(page.getByText("ready")).toBeVisible();
    await page.getByRole("button", { name: "Again" }).click();
    await expect.poll(() => client.requests.length).toBe(2);
    await expect.element(page.getByText("ready")).toBeVisible();
    await chooseFiles(await pngFile(4, 4, "dot.png"));
    await expect.poll(() => client.requests.length).toBe(3);
    const [file, words] = client.requests[2]!.messages.at(-1)!.parts;
    expect(file).toMatchObject({ type: "file", mediaType: "image/png", filename: "dot.png" });
    expect(file).toHaveProperty("url", expect.stringMatching(/^data:image\/png;base64,/));
    expect(words).toEqual({ type: "text", text: "See" });
  });
});
