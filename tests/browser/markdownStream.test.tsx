import { afterEach, describe, expect, test, vi } from "vitest";
import { frame, shown, stream } from "./markdownSetUp.js";

afterEach(() => {
  vi.restoreAllMocks();
});

const text = [
  "# Title",
  "Some **bold** text with `code`.",
  "- one\n- two\n\n  more\n- three",
  "| a | b |\n|---|---|\n| 1 | 2 |",
  "```ts\nconst a = 1;\nconst b = 2;\n```",
  "> quoted\n> text",
  "$$\nx^2\n$$",
  "The end[^1], with [a link][ref].",
  "[^1]: A note.",
  "[ref]: https://a.example/late",
  "",
].join("\n\n");

/** What a reader sees, without what only colours it. */
const seen = (root: Element): string =>
  root.innerHTML.replaceAll(/<span data-pl-token="\w+">|<math.*?<\/math>|<span>/g, "");

test("a text that arrived letter by letter looks as it does whole, and stays when it is complete", async () => {
  const { source, screen, end, settle } = await stream();
  for (const letter of text) source.append(letter);
  await end();
  await expect.poll(() => shown().querySelectorAll("math").length).toBe(1);
  const arrived = seen(shown());
  const blocks = [...shown().querySelectorAll("[data-pl-group] *")];
  await settle();
  await frame();
  expect([...shown().querySelectorAll("[data-pl-group] *")]).toEqual(blocks);
  await screen.unmount();
  const { screen: whole } = await stream(text);
  await expect.poll(() => shown().querySelectorAll("math").length).toBe(1);
  expect(seen(shown())).toBe(arrived);
  await whole.unmount();
});

test("no element is made anew while its block arrives and finishes", async () => {
  const { write } = await stream("First");
  const kept = new Map<string, Element>();
  const steps: [string, string][] = [
    [" words", "p"],
    ["\n\n- item", "ul"],
    [" more\n- next", "ul li:first-child"],
    ["\n\n```js\nlet a", "[data-pl-code]"],
    [" = 1;\nlet b;\n", "[data-pl-line]"],
    ["```\n\n| a |\n|---|\n| 1 |", "table"],
    ["\n| 2 |\n\nLast", "tbody tr"],
  ];
  for (const [delta, selector] of steps) {
    await write(delta);
    kept.set(selector, shown().querySelector(selector)!);
    for (const [name, element] of kept) expect(shown().querySelector(name)).toBe(element);
  }
});

test("a line of code that is complete is never touched again", async () => {
  const { write } = await stream("```ts\nconst a = 1;\nconst b = `");
  await expect.poll(() => shown().querySelector("[data-pl-token=keyword]")).not.toBeNull();
  await write("x");
  const first = shown().querySelector("[data-pl-line]")!;
  const observer = new MutationObserver(() => {});
  observer.observe(first, { subtree: true, childList: true, characterData: true });
  for (let line = 0; line < 40; line += 1) await write(` y\nconst c${line} = "z`);
  expect(observer.takeRecords()).toEqual([]);
  // The state of the template literal was kept from line to line.
  const lines = [...shown().querySelectorAll("[data-pl-line]")];
  expect(lines[5]!.querySelector("[data-pl-token=string]")!.textContent).toBe('const c3 = "z y');
});

test("a link gets its address when its definition comes, however late", async () => {
  const { write } = await stream(`[words][ref]\n\n${"Between.\n\n".repeat(100)}`);
  expect(shown().querySelector("a")).toBeNull();
  await write("[ref]: https://a.example\n\nEnd");
  // A hundred blocks stand between, and may take longer than a frame.
  await expect
    .poll(() => shown().querySelector("a")?.getAttribute("href"))
    .toBe("https://a.example");
});

test("a hidden tab takes in text without waiting for a frame", async () => {
  const { source } = await stream("Seen. ");
  vi.spyOn(document, "hidden", "get").mockReturnValue(true);
  vi.spyOn(globalThis, "requestAnimationFrame").mockReturnValue(1);
  for (let index = 0; index < 100; index += 1) {
    source.append(`word${index} `);
    await new Promise((resolve) => {
      setTimeout(resolve);
    });
    expect(shown().textContent).toContain(`word${index}`);
  }
});

describe("smooth appearance", () => {
  /** Frames that pass by hand. */
  function holdFrames() {
    const waiting = new Map<number, FrameRequestCallback>();
    let last = 0;
    vi.spyOn(globalThis, "requestAnimationFrame").mockImplementation((callback) => {
      waiting.set((last += 1), callback);
      return last;
    });
    vi.spyOn(globalThis, "cancelAnimationFrame").mockImplementation((id) => {
      waiting.delete(id);
    });
    return async (): Promise<void> => {
      const now = [...waiting.values()];
      waiting.clear();
      for (const callback of now) callback(performance.now());
      await new Promise((resolve) => {
        setTimeout(resolve);
      });
    };
  }
  const length = (): number => shown().textContent.length;

  test("shows a share of what waits in each frame, and never falls behind", async () => {
    const { source } = await stream("", { smooth: true });
    const pass = holdFrames();
    source.append("x".repeat(600));
    await pass();
    await pass();
    expect(length()).toBe(100);
    // Sixty characters a frame: what waits stays below six frames' worth, however long it goes on.
    for (let index = 0; index < 200; index += 1) {
      source.append("y".repeat(60));
      await pass();
    }
    expect(source.length - length()).toBeLessThan(60 * 7);
    for (let index = 0; index < 40; index += 1) await pass();
    expect(length()).toBe(source.length);
  });

  test("ends with the text", async () => {
    const { source } = await stream("", { smooth: true });
    const pass = holdFrames();
    source.append("x".repeat(600));
    await pass();
    await pass();
    expect(length()).toBeLessThan(600);
    source.end();
    await new Promise((resolve) => {
      setTimeout(resolve);
    });
    expect(length()).toBe(600);
  });

  test("is off in a hidden tab and where motion is reduced", async () => {
    const { source } = await stream("", { smooth: true });
    vi.spyOn(document, "hidden", "get").mockReturnValue(true);
    source.append("x".repeat(600));
    await expect.poll(length).toBe(600);
    vi.restoreAllMocks();
    const matches = vi
      .spyOn(globalThis, "matchMedia")
      .mockReturnValue({ matches: true } as MediaQueryList);
    const { source: still, screen } = await stream("", { smooth: true });
    const pass = holdFrames();
    still.append("x".repeat(600));
    await pass();
    expect(screen.container.textContent).toBe("x".repeat(600));
    expect(matches).toHaveBeenCalledWith("(prefers-reduced-motion: reduce)");
  });

  test("never cuts a sign in two", async () => {
    const { source } = await stream("", { smooth: true });
    const pass = holdFrames();
    source.append("😀".repeat(100));
    for (let index = 0; index < 30; index += 1) {
      await pass();
      expect(shown().textContent).not.toMatch(/[\ud800-\udbff](?![\udc00-\udfff])/);
    }
  });
});
