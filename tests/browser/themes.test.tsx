import { describe, expect, test } from "vitest";
import { render } from "vitest-browser-react";
import { Chat } from "../../src/index.js";
import { createMockClient } from "../../src/testing/index.js";
import "../../src/styles/index.css";
import "../../src/styles/themes.css";

/** What is written in which colour, on what, and how much the two must differ (WCAG 2.2, 1.4.3, 1.4.6 and 1.4.11). */
const pairs: [on: string, foreground: string, ratio: number][] = [
  ...["--_bg", "--_raised", "--_tint", "--_tint-2"].flatMap((on): typeof pairs => [
    [on, "--_text", 7],
    [on, "--_muted", 4.5],
  ]),
  ...["--_bg", "--_raised"].flatMap((on): typeof pairs => [
    [on, "--_faint", 4.5],
    [on, "--_accent", 4.5],
    [on, "--_ok-text", 4.5],
    [on, "--_bad", 4.5],
    [on, "--_line-strong", 3],
  ]),
  ["--_accent", "--_accent-text", 4.5],
  ["--_accent-tint", "--_text", 7],
  ["--_accent-tint", "--_accent", 4.5],
  ["--_bad-tint", "--_text", 7],
  ["--_bad-tint", "--_bad", 4.5],
  ...["keyword", "string", "number", "comment", "name"].map((kind): (typeof pairs)[number] => [
    "--_code",
    `--_code-${kind}`,
    4.5,
  ]),
];

const canvas = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true })!;

/** How bright a colour is, from 0 to 1. @see https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function luminance(colour: string): number {
  canvas.fillStyle = colour;
  canvas.fillRect(0, 0, 1, 1);
  const [red, green, blue] = [...canvas.getImageData(0, 0, 1, 1).data].map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

function contrast(one: string, other: string): number {
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

const client = createMockClient();

describe.each([undefined, "paper", "graphite", "forest", "plum", "contrast"])(
  "the theme %s",
  (name) => {
    test.each(["light", "dark"])("can be read in the %s", async (theme) => {
      const { container } = await render(
        <Chat client={client} model="a/b" data-theme={theme} data-pl-theme={name} />,
      );
      const probe = container
        .querySelector("[data-pl-chat]")!
        .appendChild(document.createElement("i"));
      const colour = (variable: string): string => {
        probe.style.color = `var(${variable})`;
        return getComputedStyle(probe).color;
      };
      const poor = pairs.flatMap(([on, foreground, wanted]) => {
        const ratio = contrast(colour(on), colour(foreground));
        return ratio < wanted ? [`${foreground} on ${on}: ${ratio.toFixed(2)} < ${wanted}`] : [];
      });
      expect(poor).toEqual([]);
    });
  },
);

test("a theme around the chat holds in it, light in a dark page too", async () => {
  const accent = async (page: "light" | "dark", chat?: "light" | "dark"): Promise<string> => {
    const { container } = await render(
      <div data-theme={page}>
        <div data-pl-theme="forest">
          <Chat client={client} model="a/b" data-theme={chat} />
        </div>
      </div>,
    );
    return getComputedStyle(container.querySelector("[data-pl-chat]")!).getPropertyValue(
      "--pl-accent",
    );
  };
  const light = await accent("light");
  const dark = await accent("dark");
  expect(light).not.toBe(dark);
  expect(await accent("dark", "light")).toBe(light);
  expect(await accent("light", "dark")).toBe(dark);
});
