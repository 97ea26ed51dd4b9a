import { StrictMode, useState } from "react";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { render } from "vitest-browser-react";
import {
  Chat,
  localStorageHistory,
  useChat,
  type ChatPersistence,
  type Thread,
  type UIMessage,
} from "../../src/index.js";
import { createHistory } from "../../src/history/indexedDBHistory.js";
import { createMockClient } from "../../src/testing/index.js";
import { memoryHistory } from "../store/memoryHistory.js";
import { button, chooseFiles, finish, input, pngFile, renderChat, text } from "./setUp.js";

let name = "";
let count = 0;
beforeEach(() => {
  name = `kept-${Date.now()}-${(count += 1)}`;
  sessionStorage.clear();
  localStorage.clear();
});
afterEach(() => {
  vi.restoreAllMocks();
  indexedDB.deleteDatabase(name);
  localStorage.clear();
});

const textOf = ({ parts }: UIMessage): string =>
  parts.map((part) => ("text" in part ? part.text : part.type)).join("");
const log = () => page.getByRole("log");
const said = (id: string, words: string): UIMessage => ({
  id,
  role: id.startsWith("q") ? "user" : "assistant",
  parts: [{ type: "text", text: words }],
});
const threadOf = (messages: UIMessage[]): Thread => ({
  title: "A title",
  createdAt: 1,
  updatedAt: 1,
  revision: 1,
  messages,
});

describe("a kept chat", () => {
  test("comes back after a reload, its images byte by byte", async () => {
    const { screen, ask, steps } = await renderChat({ id: "t", persistence: createHistory(name) });
    await chooseFiles(await pngFile(40, 30));
    await expect.element(page.getByText("40×30")).toBeVisible();
    await ask("What is this?");
    await expect.poll(() => steps.length).toBe(1);
    await steps[0]!.push(text("A black box"));
    void steps[0]!.push(finish);
    await expect
      .poll(async () => (await createHistory(name).load("t"))?.revision)
      .toBeGreaterThan(1);
    await expect.element(button("Answer again")).toBeVisible();
    await expect
      .poll(async () => (await createHistory(name).load("t"))!.messages[1]?.metadata?.status)
      .toBe("complete");
    const image = log().getByRole("img").element() as HTMLImageElement;
    const before = image.src;
    expect(before).toMatch(/^data:image\/png;base64,/);
    await screen.unmount();
    await renderChat({ id: "t", persistence: createHistory(name) });
    await expect.element(log().getByText("A black box")).toBeVisible();
    expect((log().getByRole("img").element() as HTMLImageElement).src).toBe(before);
  });

  test("a reload in the middle of an answer leaves it stopped, and it can be continued", async () => {
    const first = await renderChat({ id: "t", persistence: createHistory(name) });
    await first.ask("Tell me");
    await first.steps[0]!.push(text("Once upon "));
    await expect.element(log().getByText("Once upon")).toBeVisible();
    // What a reload is to the page: no component is told.
    window.dispatchEvent(new PageTransitionEvent("pagehide"));
    await expect
      .poll(async () => (await createHistory(name).load("t"))?.messages.map(textOf))
      .toEqual(["Tell me", "Once upon "]);
    first.screen.container.remove();
    const again = await renderChat({ id: "t", persistence: createHistory(name) });
    await expect.element(log().getByText("Stopped")).toBeVisible();
    expect(again.client.requests).toHaveLength(0);
    await button("Continue").click();
    await again.steps[0]!.push(text("a time"));
    void again.steps[0]!.push(finish);
    await expect.element(log().getByText("Once upon a time")).toBeVisible();
    await expect.element(button("Continue")).not.toBeInTheDocument();
  });

  test("an answer that failed before a reload can be continued after it", async () => {
    const history = memoryHistory();
    const failed = { ...said("a1", "Once upon "), metadata: { status: "error" as const } };
    history.threads.set("t", JSON.stringify(threadOf([said("q1", "Tell me"), failed])));
    const { steps } = await renderChat({ id: "t", persistence: history });
    await expect.element(log().getByText("Broken off")).toBeVisible();
    await button("Continue").click();
    await steps[0]!.push(text("a time"));
    void steps[0]!.push(finish);
    await expect.element(log().getByText("Once upon a time")).toBeVisible();
    await expect.element(button("Continue")).not.toBeInTheDocument();
  });

  test("is loaded once in StrictMode, and nothing is sent before", async () => {
    const history = memoryHistory();
    history.threads.set("t", JSON.stringify(threadOf([said("q1", "Hi"), said("a1", "Hello")])));
    let release = (): void => {};
    const waiting = new Promise<void>((resolve) => (release = resolve));
    const load = vi.fn((id: string) => waiting.then(() => history.load(id)));
    const { client, steps } = await renderChat({ id: "t", persistence: { ...history, load } });
    await expect.element(page.getByText("Loading this chat…")).toBeInTheDocument();
    await input().fill("And you?");
    await userEvent.keyboard("{Enter}");
    expect(client.requests).toHaveLength(0);
    await expect.element(input()).toHaveValue("And you?");
    release();
    await expect.element(log().getByText("Hello")).toBeVisible();
    await input().click();
    await userEvent.keyboard("{Enter}");
    await expect.poll(() => client.requests.length).toBe(1);
    expect(client.requests[0]!.messages.map(textOf)).toEqual(["Hi", "Hello", "And you?"]);
    expect(load).toHaveBeenCalledTimes(1);
    void steps[0]!.push(finish);
  });

  test("a hook that sends at once sends after what was kept", async () => {
    const history = memoryHistory();
    history.threads.set("t", JSON.stringify(threadOf([said("q1", "Hi"), said("a1", "Hello")])));
    const client = createMockClient();
    function App() {
      const chat = useChat({ id: "t", persistence: history, client, model: "m" });
      const [first] = useState(() => chat.sendMessage);
      return (
        <>
          <button onClick={() => void first({ text: "And you?" })}>Ask</button>
          <p>{chat.messages.length}</p>
        </>
      );
    }
    await render(<App />);
    await page.getByRole("button", { name: "Ask" }).click();
    await expect
      .poll(() => client.requests[0]?.messages.map(textOf))
      .toEqual(["Hi", "Hello", "And you?"]);
  });

  test("a chat of the page's own is kept by its hook, and says so in the chat", async () => {
    const history = memoryHistory();
    history.fault = Object.assign(new Error("full"), { name: "QuotaExceededError" });
    function App() {
      const chat = useChat({
        id: "t",
        persistence: history,
        client: createMockClient(),
        model: "m",
      });
      return <Chat chat={chat} />;
    }
    await render(<App />);
    await expect.element(page.getByText(/storage is full/)).toBeVisible();
  });

  test("is read again where it was left, in a long conversation too", async () => {
    const history = memoryHistory();
    const messages = Array.from({ length: 300 }, (_, index) =>
      said(`${index % 2 ? "a" : "q"}${index}`, `Message ${index}. `.repeat(1 + ((index * 7) % 40))),
    );
    history.threads.set("t", JSON.stringify(threadOf(messages)));
    const { screen } = await renderChat({ id: "t", persistence: history });
    await expect.element(log().getByText(/^Message 298\./)).toBeInTheDocument();
    const scroller = (): Element => document.querySelector("[data-pl-messages]")!;
    const topMessage = (): [string, number] => {
      const edge = scroller().getBoundingClientRect().top;
      const row = [...document.querySelectorAll<HTMLElement>("[data-pl-row]")].find(
        (one) =>
          one.getBoundingClientRect().bottom > edge &&
          getComputedStyle(one).visibility !== "hidden",
      )!;
      return [row.dataset["plRow"]!, Math.round(row.getBoundingClientRect().top - edge)];
    };
    log()
      .element()
      .dispatchEvent(new WheelEvent("wheel", { deltaY: -100 }));
    scroller().scrollTo({ top: scroller().scrollHeight / 3 });
    await expect.element(button("Jump to latest")).toBeVisible();
    let [id, offset] = topMessage();
    await expect
      .poll(() => {
        const before = [id, offset];
        [id, offset] = topMessage();
        return String(before) === String([id, offset]);
      })
      .toBe(true);
    await screen.unmount();
    await renderChat({ id: "t", persistence: history });
    await expect.poll(() => topMessage()[0]).toBe(id);
    await expect.poll(() => Math.abs(topMessage()[1] - offset)).toBeLessThanOrEqual(1);
    await expect.element(button("Jump to latest")).toBeVisible();
  });
});

describe("two tabs", () => {
  /** Two chats of one conversation, each with its own connection to the storage, as two tabs have. */
  async function openTwo() {
    await createHistory(name).save("t", threadOf([said("q1", "Hi"), said("a1", "Hello")]));
    const client = createMockClient({
      answer: ({ messages }) => `Answer to ${textOf(messages.at(-1)!)}`,
    });
    const chats = ["left", "right"].map((side) => (
      <div key={side} data-testid={side} style={{ blockSize: 320 }}>
        <Chat id="t" persistence={createHistory(name)} client={client} model="m" />
      </div>
    ));
    await render(<StrictMode>{chats}</StrictMode>);
    const [left, right] = ["left", "right"].map((side) => page.getByTestId(side));
    for (const side of [left!, right!]) await expect.element(side.getByText("Hello")).toBeVisible();
    return { left: left!, right: right! };
  }

  async function ask(side: ReturnType<typeof page.getByTestId>, words: string): Promise<void> {
    await side.getByRole("textbox", { name: "Message" }).fill(words);
    await userEvent.keyboard("{Enter}");
  }

  test("the idle one shows what the other wrote", async () => {
    const { left, right } = await openTwo();
    await ask(left, "News");
    await expect.element(right.getByText("Answer to News").first()).toBeInTheDocument();
    await ask(right, "Back");
    await expect.element(left.getByText("Answer to Back").first()).toBeInTheDocument();
    const kept = (await createHistory(name).load("t"))!;
    expect(kept.messages.map(textOf)).toEqual([
      "Hi",
      "Hello",
      "News",
      "Answer to News",
      "Back",
      "Answer to Back",
    ]);
    expect(kept.branches).toBeUndefined();
  });

  test("neither loses a message when both write at once", async () => {
    const { left, right } = await openTwo();
    for (const [side, words] of [
      [left, "Left"],
      [right, "Right"],
    ] as const)
      await side.getByRole("textbox", { name: "Message" }).fill(words);
    for (const form of document.querySelectorAll("form")) form.requestSubmit();
    const all = ["Answer to Left", "Answer to Right", "Hello", "Hi", "Left", "Right"];
    await expect
      .poll(async () => {
        const { messages, branches = [] } = (await createHistory(name).load("t"))!;
        return [...messages, ...branches].map(textOf).toSorted();
      })
      .toEqual(all);
    await expect.element(page.getByText(/changed in another tab too/).first()).toBeVisible();
  });
});

describe("a storage with a fault leaves the chat working, and is said", () => {
  const closed = (message: string) => () => {
    throw new DOMException("No", message);
  };
  const cases: Record<string, { act: () => ChatPersistence; says: RegExp }> = {
    "IndexedDB full": {
      act() {
        vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(closed("QuotaExceededError"));
        return createHistory(name);
      },
      says: /storage is full/,
    },
    "IndexedDB denied": {
      act() {
        vi.spyOn(indexedDB, "open").mockImplementation(closed("SecurityError"));
        return createHistory(name);
      },
      says: /does not let the page save/,
    },
    "localStorage full": {
      act() {
        vi.spyOn(Storage.prototype, "setItem").mockImplementation(closed("QuotaExceededError"));
        return localStorageHistory();
      },
      says: /storage is full/,
    },
    "localStorage denied": {
      act() {
        vi.spyOn(window, "localStorage", "get").mockImplementation(closed("SecurityError"));
        return localStorageHistory();
      },
      says: /does not let the page save/,
    },
    "corrupt JSON": {
      act() {
        localStorage.setItem("polylogue:thread:t", '{"messages": [');
        return localStorageHistory();
      },
      says: /is damaged/,
    },
    "a newer schema": {
      act() {
        localStorage.setItem("polylogue:thread:t", '{"schema": 99, "messages": []}');
        return localStorageHistory();
      },
      says: /newer version/,
    },
  };

  /** What stands in `localStorage`; `null` where the page may not look. */
  function stored(): string | null {
    try {
      return localStorage.getItem("polylogue:thread:t");
    } catch {
      return null;
    }
  }

  test.each(Object.entries(cases))("%s", async (_title, { act, says }) => {
    const thrown = vi.fn();
    addEventListener("unhandledrejection", thrown);
    addEventListener("error", thrown);
    const persistence = act();
    const before = stored();
    const { ask, steps } = await renderChat({ id: "t", persistence });
    await ask("Are you there?");
    await steps[0]!.push(text("Yes"));
    void steps[0]!.push(finish);
    await expect.element(log().getByText("Yes")).toBeVisible();
    await expect.element(page.getByText(says)).toBeVisible();
    expect(page.getByText(says).elements()).toHaveLength(1);
    await button("Dismiss").click();
    await expect.element(page.getByText(says)).not.toBeInTheDocument();
    await ask("Still?");
    await steps[1]!.push(text("Of course"));
    void steps[1]!.push(finish);
    await expect.element(log().getByText("Of course")).toBeVisible();
    await expect.element(page.getByText(says)).not.toBeInTheDocument();
    vi.restoreAllMocks();
    expect(stored()).toBe(before);
    expect(thrown).not.toHaveBeenCalled();
    removeEventListener("unhandledrejection", thrown);
    removeEventListener("error", thrown);
  });

  test("an old schema is taken over", async () => {
    const bare = { messages: [said("q1", "Hi"), said("a1", "From long ago")] };
    localStorage.setItem("polylogue:thread:t", JSON.stringify(bare));
    const { ask } = await renderChat({ id: "t", persistence: localStorageHistory() });
    await expect.element(log().getByText("From long ago")).toBeVisible();
    await ask("And now?");
    await expect
      .poll(() => JSON.parse(localStorage.getItem("polylogue:thread:t")!) as object)
      .toMatchObject({ schema: 1, revision: 1, title: "Hi" });
  });
});
