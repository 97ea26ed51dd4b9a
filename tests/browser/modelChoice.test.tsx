import { beforeEach, describe, expect, test, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { render } from "vitest-browser-react";
import { scripted } from "../../src/components/ModelPicker/storyClient.js";
import {
  Chat,
  ModelPicker,
  useChatContext,
  useModelSelection,
  type ChatClient,
} from "../../src/index.js";
import { createMockClient } from "../../src/testing/index.js";
import "../../src/styles/index.css";
import { option, tab, trigger } from "./pickerSetUp.js";
import { button, input } from "./setUp.js";

const models = [
  { id: "a/one", name: "One", provider: "a" },
  { id: "a/two", name: "Two", provider: "a" },
  { id: "b/three", name: "Three", provider: "b" },
];

const stored = "polylogue:model:house";

beforeEach(async () => {
  localStorage.clear();
  await page.viewport(900, 700);
});

describe("a choice that is shared", () => {
  function Settings({ client }: { client: ChatClient }) {
    const [model, choose] = useModelSelection("house");
    return <ModelPicker variant="cascade" value={model} onChange={choose} client={client} />;
  }

  test("in settings is that of every chat, and only its id is stored", async () => {
    const client = createMockClient({ models });
    await render(
      <>
        <Settings client={client} />
        {["First", "Second"].map((title) => (
          <div key={title} style={{ blockSize: 300 }}>
            <Chat client={client} persistKey="house" labels={{ title }} />
          </div>
        ))}
      </>,
    );
    const pills = page.getByRole("button", { name: /^Choose a model: / });
    await expect.poll(() => pills.elements().map((one) => one.textContent)).toEqual(["One", "One"]);
    await page.getByRole("button", { name: /^Model/ }).click();
    await option("Two").click();
    await expect.poll(() => pills.elements().map((one) => one.textContent)).toEqual(["Two", "Two"]);
    expect(localStorage.getItem(stored)).toBe("a/two");
  });

  test("in another tab is followed", async () => {
    await render(<Chat client={createMockClient({ models })} persistKey="house" />);
    await expect.element(button("Choose a model: One")).toBeVisible();
    localStorage.setItem(stored, "b/three");
    dispatchEvent(new StorageEvent("storage", { key: stored }));
    await expect.element(button("Choose a model: Three")).toBeVisible();
  });
});

describe("a chat begins with", () => {
  const client = createMockClient({ models });

  test("the model kept, while it is listed", async () => {
    localStorage.setItem(stored, "b/three");
    await render(<Chat client={client} persistKey="house" />);
    await expect.element(button("Choose a model: Three")).toBeVisible();
  });

  test("the first one listed, where the one kept is gone", async () => {
    localStorage.setItem(stored, "b/gone");
    await render(<Chat client={client} persistKey="house" />);
    await expect.element(button("Choose a model: One")).toBeVisible();
  });

  test("the model kept, where no list can be had to ask", async () => {
    localStorage.setItem(stored, "b/three");
    const listModels = () => Promise.reject(new Error("no list"));
    await render(<Chat client={{ ...client, listModels }} persistKey="house" />);
    await expect.element(button("Choose a model: three")).toBeVisible();
  });

  test.each([
    ["has not answered yet", { slow: ["ollama"] }],
    ["cannot be asked without its key", { missing: ["ollama"] }],
  ])("the model kept, where its provider %s", async (_why, script) => {
    localStorage.setItem(stored, "ollama/llama9");
    await render(<Chat client={scripted(script)} persistKey="house" />);
    await expect.element(button("Choose a model: llama9")).toBeVisible();
  });

  test("the first one listed, where the provider of the one kept lists it no more", async () => {
    localStorage.setItem(stored, "ollama/llama9");
    await render(<Chat client={scripted()} persistKey="house" />);
    await expect.element(button("Choose a model: GPT-6 Sol")).toBeVisible();
  });

  test("`defaultModel`, before the one kept", async () => {
    localStorage.setItem(stored, "b/three");
    await render(<Chat client={client} persistKey="house" defaultModel="a/two" />);
    await expect.element(button("Choose a model: Two")).toBeVisible();
  });

  test("the first provider in order, not the first to answer", async () => {
    let give = (): void => {};
    const quick = scripted();
    const slow: ChatClient = {
      ...quick,
      async listModels(options) {
        if (options?.provider === "openai") await new Promise<void>((resolve) => (give = resolve));
        return quick.listModels!(options);
      },
    };
    await render(<Chat client={slow} />);
    // While nobody is chosen the send button says so too.
    const pill = trigger().first();
    await pill.click();
    await tab(/Anthropic/).click();
    await expect.element(option("Claude Opus 5.5")).toBeVisible();
    await expect.element(pill).toHaveTextContent("Choose a model");
    give();
    await expect.element(pill).toHaveTextContent("GPT-6 Sol");
  });

  test("and stays with it when the list changes", async () => {
    let changed = (): void => {};
    let list = models;
    const changing = {
      ...client,
      listModels: () => Promise.resolve(list),
      subscribe: (listener: () => void) => {
        changed = listener;
        return () => {};
      },
    };
    await render(<Chat client={changing} />);
    await expect.element(button("Choose a model: One")).toBeVisible();
    list = [{ id: "a/alpha", name: "Alpha", provider: "a" }, ...models];
    changed();
    await trigger().click();
    await expect.element(option("Alpha")).toBeVisible();
    await expect.element(trigger()).toHaveTextContent("One");
  });
});

test("`providers` limits and orders", async () => {
  await render(<Chat client={scripted()} providers={["gemini", "openai"]} />);
  await expect.element(trigger()).toHaveTextContent("Gemini 3.8 Flash");
  await trigger().click();
  await expect
    .poll(() =>
      page
        .getByRole("tab")
        .elements()
        .map((one) => one.querySelector("bdi")?.textContent),
    )
    .toEqual(["Google Gemini", "OpenAI"]);
});

test("what a function makes of the list keeps its order", async () => {
  const reversed = createMockClient({ models });
  await render(<Chat client={reversed} models={(list) => [...list].toReversed()} />);
  await expect.element(button("Choose a model: Three")).toBeVisible();
});

test("another part of the chat opens the picker", async () => {
  function Header() {
    const { openModelPicker } = useChatContext();
    return <button onClick={openModelPicker}>Another model</button>;
  }
  await render(<Chat client={createMockClient({ models })} components={{ Header }} />);
  await expect.element(button("Choose a model: One")).toBeVisible();
  await button("Another model").click();
  await expect.element(option("Two")).toBeVisible();
});

describe("the open picker", () => {
  const boxOf = (selector: string) => document.querySelector(selector)!.getBoundingClientRect();

  /** Once the popover has come to its place. */
  async function openOver(height: number): Promise<DOMRect> {
    await page.viewport(900, height);
    await render(
      <div style={{ position: "fixed", inset: 0 }}>
        <Chat client={createMockClient({ models })} />
      </div>,
    );
    await input().fill("A question\n\nof several\n\nlines");
    await trigger().click();
    await expect.element(option("Two")).toBeVisible();
    await Promise.all(document.getAnimations().map(({ finished }) => finished));
    return boxOf("[data-pl-panel]");
  }

  test("stands above the composer, whose draft stays in sight", async () => {
    const panel = await openOver(700);
    const composer = boxOf("[data-pl-composer]");
    expect(panel.bottom).toBeLessThanOrEqual(composer.top);
    expect(panel.right).toBeCloseTo(composer.right, 0);
  });

  test("stands above its button where there is no room for it above the composer", async () => {
    const panel = await openOver(460);
    expect(panel.bottom).toBeLessThanOrEqual(trigger().element().getBoundingClientRect().top);
    expect(panel.bottom).toBeGreaterThan(boxOf("[data-pl-composer]").top);
    expect(panel.top).toBeGreaterThanOrEqual(0);
  });
});

test("saving a key in the composer sends no message", async () => {
  const client = scripted();
  const stream = vi.spyOn(client, "stream");
  const onSubmit = vi.fn();
  const Composer = () => <Chat.Composer onSubmit={onSubmit} />;
  await render(<Chat client={client} defaultModel="openai/gpt-5" components={{ Composer }} />);
  await input().fill("Hello");
  await trigger().click();
  await tab(/Groq/).click();
  await page.getByLabelText(/API key/).fill("sk-1");
  await userEvent.keyboard("{Enter}");
  await expect.element(tab(/Groq\W+Connected/)).toBeVisible();
  expect(stream).not.toHaveBeenCalled();
  expect(onSubmit).not.toHaveBeenCalled();
  await expect.element(input()).toHaveValue("Hello");
});
