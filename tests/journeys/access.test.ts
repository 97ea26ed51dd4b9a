import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Locator, Page } from "playwright";
import { describe } from "vitest";
import { expect } from "./chatPage.js";
import { test } from "./strictPage/strictTest.js";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const scene = (page: Page, name: string): Locator =>
  page.getByRole("region", { name, exact: true }).first();

/** What a person opens in the first chat, by name. */
const opened: Record<string, (chat: Locator) => Promise<void>> = {
  nothing: () => Promise.resolve(),
  "the picker": (chat) => chat.getByRole("button", { name: /^Choose a model/ }).press("Enter"),
  "the configuration": (chat) => chat.getByRole("button", { name: "Parameters" }).press("Enter"),
  "the prompts": (chat) => chat.getByRole("textbox", { name: "Message" }).fill("/"),
};

/** Controls smaller than 24 by 24 CSS pixels, except links within a sentence (WCAG 2.2, 2.5.8). */
function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const controls = "button, input, select, textarea, summary, a, [role=option], [role=tab]";
    return [...document.querySelectorAll<HTMLElement>(controls)].flatMap((control) => {
      const { width, height } = control.getBoundingClientRect();
      const shown = control.checkVisibility({ opacityProperty: false, visibilityProperty: true });
      const inText =
        control.closest("p, li, sup, td") && getComputedStyle(control).display === "inline";
      const apart = control.matches("[type=file], :disabled, sup *") || inText;
      if (!shown || width === 0 || apart || (width >= 24 && height >= 24)) return [];
      return `${control.outerHTML.slice(0, 80)}: ${width.toFixed(1)} × ${height.toFixed(1)}`;
    });
  });
}

/** What is wider than its place and does not scroll by itself. */
function sideways(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [document.documentElement, ...document.querySelectorAll("[role=log], [data-pl-menu]")].flatMap(
      (one) => (one.scrollWidth > one.clientWidth ? one.outerHTML.slice(0, 80) : []),
    ),
  );
}

describe.each([320, 1280])("%d pixels wide", (width) => {
  test.for(Object.keys(opened))(
    "with %s open, all can be hit and nothing scrolls sideways",
    async (name, { openScenes }) => {
      const page = await openScenes({ viewport: { width, height: 800 } });
      await opened[name]!(scene(page, "chat"));
      await expect(page.getByRole("option").first()).toBeVisible({
        visible: /picker|prompts/.test(name),
      });
      expect(await smallTargets(page)).toEqual([]);
      expect(await sideways(page)).toEqual([]);
    },
  );
});

test("at 400 % of 1280 × 1024 pixels the input and the picker are in reach", async ({
  openScenes,
}) => {
  const page = await openScenes({ viewport: { width: 320, height: 256 } });
  const chat = scene(page, "chat");
  const picker = chat.getByRole("button", { name: /^Choose a model/ });
  await picker.press("Enter");
  await expect(page.getByRole("combobox", { name: /^Search/ })).toBeInViewport({ ratio: 1 });
  await page.keyboard.press("Escape");
  await chat.getByRole("textbox", { name: "Message" }).focus();
  await expect(chat.getByRole("textbox", { name: "Message" })).toBeInViewport({ ratio: 1 });
  expect(await sideways(page)).toEqual([]);
});

describe("in forced colours", () => {
  test("what is an icon alone has a border, and what has the focus shows it", async ({
    openScenes,
  }) => {
    const page = await openScenes({
      viewport: { width: 1280, height: 900 },
      forcedColors: "active",
    });
    const bare = await page.evaluate(() =>
      [...document.querySelectorAll("button")].flatMap((button) => {
        const { borderTopWidth, borderTopStyle } = getComputedStyle(button);
        const shows = button.innerText.trim() !== "" || button.querySelector("img") !== null;
        const seen = shows || (borderTopWidth !== "0px" && borderTopStyle !== "none");
        return seen || !button.checkVisibility() ? [] : button.outerHTML.slice(0, 90);
      }),
    );
    expect([...new Set(bare)]).toEqual([]);

    const unseen = new Set<string>();
    for (let presses = 0; presses < 60; presses += 1) {
      await page.keyboard.press("Tab");
      const without = await page.evaluate(() => {
        const focused = document.activeElement!;
        const ring = [focused, focused.closest("[data-pl-composer], [data-pl-panel-search]")].some(
          (one) => one && getComputedStyle(one).outlineStyle !== "none",
        );
        return ring || focused === document.body ? "" : focused.outerHTML.slice(0, 90);
      });
      if (without) unseen.add(without);
    }
    expect([...unseen]).toEqual([]);
  });

  test("axe finds nothing", async ({ openScenes }) => {
    const page = await openScenes({
      viewport: { width: 1280, height: 900 },
      forcedColors: "active",
      bypassCSP: true,
    });
    await opened["the picker"]!(scene(page, "chat"));
    await page.evaluate(axe);
    const found = await page.evaluate(async () => {
      const { run } = (globalThis as unknown as { axe: typeof import("axe-core") }).axe;
      const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
      const { violations } = await run(document, { runOnly: tags });
      return violations.flatMap(({ id, nodes }) =>
        nodes.map(({ html }) => `${id}: ${html.slice(0, 120)}`),
      );
    });
    expect(found).toEqual([]);
  });
});

test("from right to left everything stands at the other side, and code does not", async ({
  openScenes,
}) => {
  const page = await openScenes({ viewport: { width: 1280, height: 900 } });
  const edges = (): Promise<Record<string, number[]>> =>
    scene(page, "chat").evaluate((section) => {
      const parts = [
        "title",
        "bubble",
        "author",
        "mark",
        "actions",
        "input",
        "send",
        "pill",
        "tool-state",
      ];
      const place = section.getBoundingClientRect();
      return Object.fromEntries(
        parts.map((part) => {
          const { left, right } = section
            .querySelector(`[data-pl-${part}]`)!
            .getBoundingClientRect();
          return [part, [left - place.left, place.right - right].map(Math.round)];
        }),
      );
    });
  const before = await edges();
  await page.evaluate(() => (document.documentElement.dir = "rtl"));
  const after = await edges();
  expect(after).toEqual(
    Object.fromEntries(Object.entries(before).map(([part, sides]) => [part, sides.toReversed()])),
  );
  const code = await page
    .locator("pre")
    .first()
    .evaluate((pre) => getComputedStyle(pre).direction);
  expect(code).toBe("ltr");
});
