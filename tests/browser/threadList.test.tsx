import { StrictMode } from "react";
import { beforeEach, describe, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { render } from "vitest-browser-react";
import {
  Chat,
  HistoryError,
  ThreadList,
  useThreads,
  type ChatClient,
  type ChatPersistence,
  type StreamPart,
  type UIMessage,
} from "../../src/index.js";
import { createLockstep, createMockClient } from "../../src/testing/index.js";
import { memoryHistory } from "../store/memoryHistory.js";
import { button, input } from "./setUp.js";
import "../../src/styles/index.css";

beforeEach(() => sessionStorage.clear());

const quick = createMockClient({ answer: "Hello" });

function App({
  persistence,
  client = quick,
}: {
  persistence: ChatPersistence;
  client?: ChatClient;
}) {
  const threads = useThreads({ persistence });
  return (
    <div style={{ display: "flex", blockSize: 480 }}>
      <ThreadList threads={threads} />
      <Chat
        id={threads.activeId}
        onNewChat={threads.create}
        persistence={persistence}
        client={client}
        model="m"
      />
    </div>
  );
}

/** Threads of these titles, the first the newest. */
function historyOf(...titles: string[]) {
  const history = memoryHistory();
  titles.forEach((title, index) => {
    const updatedAt = Date.now() - index;
    const messages: UIMessage[] = [
      { id: `q${title}`, role: "user", parts: [{ type: "text", text: `About ${title}` }] },
    ];
    const thread = { title, createdAt: updatedAt, updatedAt, revision: 1, messages };
    history.threads.set(title, JSON.stringify(thread));
  });
  return history;
}

async function show(persistence: ChatPersistence, client?: ChatClient) {
  return render(
    <StrictMode>
      <App persistence={persistence} {...(client && { client })} />
    </StrictMode>,
  );
}

const rows = (): string[] =>
  [...document.querySelectorAll("[data-pl-thread-open]")].map((row) => row.textContent);
const focused = (): string | null => document.activeElement!.textContent;
const field = () => page.getByRole("textbox", { name: "Name of the chat" });
const log = () => page.getByRole("log");

describe("ThreadList", () => {
  test("shows a new chat once it has a message, under its first words", async () => {
    await show(memoryHistory());
    await expect.element(page.getByText("No chats yet.")).toBeVisible();
    await input().fill("Why is the sky blue?");
    await userEvent.keyboard("{Enter}");
    await expect.element(button("Why is the sky blue?")).toHaveAttribute("aria-current", "true");
    await page.getByRole("button", { name: "New chat" }).first().click();
    await expect.element(page.getByText("How can I help?")).toBeVisible();
    expect(rows()).toEqual(["Why is the sky blue?"]);
    await expect.element(button("Why is the sky blue?")).not.toHaveAttribute("aria-current");
  });

  test("opens a thread, which comes again after a reload", async () => {
    const history = historyOf("One", "Two");
    const screen = await show(history);
    await button("Two").click();
    await expect.element(log().getByText("About Two")).toBeVisible();
    await screen.unmount();
    await show(history);
    await expect.element(log().getByText("About Two")).toBeVisible();
    await button("One").click();
    await expect.element(log().getByText("About One")).toBeVisible();
    await expect.element(log().getByText("About Two")).not.toBeInTheDocument();
  });

  test("the chat's own button for a new chat leaves the open one alone", async () => {
    const history = historyOf("One");
    await show(history);
    await button("One").click();
    await expect.element(log().getByText("About One")).toBeVisible();
    await page.getByRole("button", { name: "New chat" }).nth(1).click();
    await expect.element(page.getByText("How can I help?")).toBeVisible();
    expect(history.threads.size).toBe(1);
  });

  test("each thread has a draft of its own", async () => {
    await show(historyOf("One", "Two"));
    await button("One").click();
    await input().fill("Half a thought");
    await button("Two").click();
    await expect.element(input()).toHaveValue("");
    await input().fill("Another");
    await button("One").click();
    await expect.element(input()).toHaveValue("Half a thought");
    await button("Two").click();
    await expect.element(input()).toHaveValue("Another");
  });

  test("has one tab stop, and the arrows go through it", async () => {
    await show(historyOf("One", "Two", "Three"));
    await expect.poll(rows).toEqual(["One", "Two", "Three"]);
    await page.getByRole("searchbox").click();
    await userEvent.keyboard("{ArrowDown}");
    expect(focused()).toBe("One");
    await userEvent.keyboard("{ArrowDown}");
    expect(focused()).toBe("Two");
    await userEvent.keyboard("{End}");
    expect(focused()).toBe("Three");
    await userEvent.keyboard("{Home}{ArrowUp}");
    expect(focused()).toBe("One");
    await userEvent.keyboard("{ArrowDown}{Enter}");
    await expect.element(button("Two")).toHaveAttribute("aria-current", "true");
    const stops = document.querySelectorAll('[data-pl-thread] [tabindex="0"]');
    expect([...stops].map((one) => one.textContent || one.getAttribute("aria-label"))).toEqual([
      "Two",
      "Rename Two",
      "Delete Two",
    ]);
  });

  test("renames with F2 and Enter, and Escape leaves the name", async () => {
    const history = historyOf("One", "Two");
    await show(history);
    await button("Two").click();
    await userEvent.keyboard("{F2}");
    await expect.element(field()).toHaveFocus();
    await userEvent.keyboard("Second{Escape}");
    await expect.poll(focused).toBe("Two");
    await userEvent.keyboard("{F2}");
    await expect.element(field()).toHaveFocus();
    await userEvent.keyboard("Second{Enter}");
    await expect.poll(rows).toEqual(["One", "Second"]);
    await expect.poll(focused).toBe("Second");
    expect(history.thread("Two")).toMatchObject({ title: "Second", revision: 2 });
    // The open chat goes on from there without a conflict.
    await input().fill("More");
    await userEvent.keyboard("{Enter}");
    await expect.poll(() => history.thread("Two")!.messages).toHaveLength(3);
    await expect
      .poll(() => history.thread("Two")!.messages.at(-1)?.metadata?.status)
      .toBe("complete");
    expect(history.thread("Two")!.title).toBe("Second");
    expect(page.getByText(/another tab/).elements()).toEqual([]);
    await expect.poll(rows).toEqual(["Second", "One"]);
  });

  test("an empty name is that of the first question again", async () => {
    const history = historyOf("One");
    await show(history);
    await button("One").hover();
    await button("Rename One").click();
    await field().fill("");
    await page.getByRole("searchbox").click();
    await expect.poll(rows).toEqual(["About One"]);
  });

  test("searches as one types, and Escape ends it", async () => {
    await show(historyOf("Lisbon", "London", "Rome"));
    await expect.poll(rows).toHaveLength(3);
    await page.getByRole("searchbox").fill("LO");
    await expect.poll(rows).toEqual(["London"]);
    await page.getByRole("searchbox").fill("Berlin");
    await expect.element(page.getByText("No chat has these words.")).toBeVisible();
    await userEvent.keyboard("{Escape}");
    await expect.poll(rows).toHaveLength(3);
  });

  test("searches the texts too, where the storage can, and shows the words", async () => {
    const history = historyOf("Lisbon", "Rome");
    const search = async (query: string) =>
      [...history.threads].flatMap(([id, text]) =>
        text.toLowerCase().includes(query) ? [{ id, excerpt: `About ${id}` }] : [],
      );
    await show({ ...history, search });
    await expect.poll(rows).toHaveLength(2);
    await page.getByRole("searchbox").fill("about R");
    await expect.poll(rows).toEqual(["RomeAbout Rome"]);
    expect(document.querySelector("mark")!.textContent).toBe("About R");
    await page.getByRole("searchbox").fill("about Berlin");
    await expect.element(page.getByText("No chat has these words.")).toBeVisible();
    await userEvent.keyboard("{Escape}");
    await expect.poll(rows).toEqual(["Lisbon", "Rome"]);
  });

  test("a search of texts that fails leaves the titles", async () => {
    const search = () => Promise.reject(new HistoryError("denied"));
    await show({ ...historyOf("Lisbon", "Rome"), search });
    await page.getByRole("searchbox").fill("Rom");
    await expect.poll(rows).toEqual(["Rome"]);
    await page.getByRole("searchbox").fill("Berlin");
    await expect.element(page.getByText("No chat has these words.")).toBeVisible();
  });

  test("deletes at once, keeps the focus in the list, and brings back", async () => {
    const history = historyOf("One", "Two", "Three");
    await show(history);
    await button("Two").click();
    await expect.element(log().getByText("About Two")).toBeVisible();
    const before = history.thread("Two");
    await userEvent.keyboard("{Delete}");
    await expect.poll(rows).toEqual(["One", "Three"]);
    expect(focused()).toBe("Three");
    await expect.poll(() => history.thread("Two")).toBeUndefined();
    await expect.element(log().getByText("About Two")).not.toBeInTheDocument();
    await expect.element(page.getByText("“Two” was deleted.")).toBeVisible();
    await button("Undo").click();
    await expect.poll(rows).toEqual(["One", "Two", "Three"]);
    await expect.poll(focused).toBe("Two");
    await expect.element(log().getByText("About Two")).toBeVisible();
    expect(history.thread("Two")).toEqual(before);
    await expect.element(button("Undo")).not.toBeInTheDocument();
  });

  test("deleting the last one leads to the button for a new one", async () => {
    await show(historyOf("One"));
    await button("One").hover();
    await button("Delete One").click();
    await expect.element(page.getByText("No chats yet.")).toBeVisible();
    await expect.poll(focused).toBe("New chat");
    await button("Dismiss").click();
    await expect.element(button("Undo")).not.toBeInTheDocument();
  });

  test("a chat that is deleted while it answers is not saved again", async () => {
    const history = memoryHistory();
    const step = createLockstep<StreamPart>();
    await show(history, createMockClient({ answer: step }));
    await input().fill("One");
    await userEvent.keyboard("{Enter}");
    await step.push({ type: "text-delta", delta: "Half an answer" });
    await expect.element(log().getByText("Half an answer")).toBeVisible();
    await button("Delete One").click();
    await expect.element(page.getByText("“One” was deleted.")).toBeVisible();
    await step.closed;
    for (let frames = 0; frames < 10; frames += 1) await new Promise(requestAnimationFrame);
    expect(history.threads.size).toBe(0);
  });

  test("nor is one that another place of the page shows", async () => {
    const history = historyOf("One");
    const step = createLockstep<StreamPart>();
    const client = createMockClient({ answer: step });
    function Page() {
      const threads = useThreads({ persistence: history });
      return (
        <>
          <ThreadList threads={threads} />
          <Chat id="One" persistence={history} client={client} model="m" />
        </>
      );
    }
    await render(<Page />);
    await expect.element(log().getByText("About One")).toBeVisible();
    await input().fill("More");
    await userEvent.keyboard("{Enter}");
    await step.push({ type: "text-delta", delta: "Half an answer" });
    await button("One").hover();
    await button("Delete One").click();
    await expect.element(page.getByText("“One” was deleted.")).toBeVisible();
    await step.closed;
    expect(history.threads.size).toBe(0);
    await expect.element(log().getByText("Half an answer")).toBeVisible();
  });

  test("says what its storage does not do, and goes on", async () => {
    const history = historyOf("One");
    await show(history);
    await button("One").click();
    await expect.element(log().getByText("About One")).toBeVisible();
    history.fault = new HistoryError("denied");
    await button("Rename One").click();
    await field().fill("Two");
    await userEvent.keyboard("{Enter}");
    await expect.element(page.getByText(/does not let the page save/)).toBeVisible();
    await button("Dismiss").click();
    expect(rows()).toEqual(["One"]);
  });
});
