import { beforeAll, describe, expect, test, vi } from "vitest";
import { page } from "vitest/browser";
import { render } from "vitest-browser-react/pure";
import { scripted } from "../../src/components/ModelPicker/storyClient.js";
import { Chat, ChatLauncher, Markdown, ModelPicker } from "../../src/index.js";
import css from "../../src/styles/index.css?inline";
import { everyMessage } from "../support/everyMessage.js";
import { hostSheets, look } from "./hostSheets/hostSheets.js";

const ourSheets = {
  "styles.css": css,
  "styles.layer.css": `@layer theme, base, polylogue, components, utilities;\n@layer polylogue {${css}}`,
};
const roots = "[data-pl-chat], [data-pl-launcher], [data-pl-menu], [data-pl-picker]";

/** What a page may say of all its text, and the chat takes over; and what shows nowhere. */
const allowed =
  /^(font-family|-webkit-font-smoothing|(-webkit-)?text-size-adjust|-webkit-tap-highlight-color|tab-size|appearance|cursor)$/;
const borderStyle = /^border-(.+)-style$/;

/** Puts these sheets on the page, in this order, in place of those that were there. */
function wear(...sheets: string[]): void {
  document.querySelectorAll("style[data-worn]").forEach((style) => style.remove());
  // What is in the middle of a transition is nobody's style.
  for (const sheet of [
    ...sheets,
    "* { transition: none !important; animation: none !important; }",
  ]) {
    const style = document.createElement("style");
    style.dataset["worn"] = "";
    style.textContent = sheet;
    document.head.append(style);
  }
}

const properties = [...getComputedStyle(document.body)].filter((name) => !allowed.test(name));
const at = new Map(properties.map((name, index) => [name, index]));

/** The computed values of `properties`. */
type Look = string[];

function lookOf(element: Element): Look {
  const style = getComputedStyle(element);
  return properties.map((name) => style.getPropertyValue(name));
}

function describeElement(element: Element): string {
  const attributes = [...element.attributes].map(({ name }) => name);
  return `${element.tagName.toLowerCase()}[${attributes.find((name) => name.startsWith("data-pl-")) ?? ""}] in ${element.parentElement?.tagName}`;
}

/** What differs, each kind of element and property once. */
function differences(elements: Element[], before: Look[], after: Look[]): string[] {
  const found = elements.flatMap((element, index) => {
    const now = after[index]!;
    return before[index]!.flatMap((value, place) => {
      const name = properties[place]!;
      if (now[place] === value) return [];
      const [, side] = borderStyle.exec(name) ?? [];
      if (side && now[at.get(`border-${side}-width`)!] === "0px") return [];
      return `${describeElement(element)} ${name}: ${value} → ${now[place]}`;
    });
  });
  return [...new Set(found)];
}

const hostElements = `<h1>Title</h1><h2>Part</h2><p>Words <a href="#x">link</a> <code>code</code> <strong>b</strong></p>
  <button>Go</button><input><select><option>1</option></select><textarea></textarea><label>Name</label>
  <table><thead><tr><th>a</th></tr></thead><tbody><tr><td>1</td></tr></tbody></table><ul><li>one</li></ul><ol><li>1</li></ol>
  <pre>pre</pre><blockquote>said</blockquote><hr><img alt="" width="10" height="10"><svg width="10" height="10"></svg>
  <dialog open>dialog</dialog><details open><summary>more</summary>text</details><progress></progress><kbd>k</kbd>
  <div role="menu" data-state="open" data-variant="cascade" data-theme="dark" data-disabled>div</div><mark>m</mark>`;

let host: HTMLElement;
const all = (selector: string) => [...document.querySelectorAll(selector)];
const ours = () =>
  all(roots).flatMap((root) => [root, ...root.querySelectorAll("*:not(svg *, math, math *)")]);

beforeAll(async () => {
  await page.viewport(1000, 800);
  document.body.style.fontFamily = "'Liberation Sans'";
  document.body.style.margin = "0";
  host = document.createElement("main");
  host.innerHTML = hostElements;
  document.body.append(host);
  wear(css);
  const client = scripted({ missing: ["groq"], refused: ["gemini"] });
  await render(
    <div style={{ fontFamily: "'Liberation Sans'" }}>
      <div style={{ blockSize: 700, inlineSize: 700 }}>
        <Chat
          client={client}
          defaultModel="openai/gpt-5"
          defaultMessages={everyMessage}
          prompts={["Translate ~"]}
          suggestions={["One"]}
        />
      </div>
      <ModelPicker client={client} value="" onChange={() => {}} variant="cascade" />
      <Markdown>Alone</Markdown>
      <ChatLauncher defaultOpen badge={2}>
        <Chat client={client} defaultModel="openai/gpt-5" />
      </ChatLauncher>
    </div>,
  );
  await page
    .getByRole("button", { name: /^Choose a model/ })
    .first()
    .click();
  const shown = { "[role=option]": 2, math: 2, "[data-pl-token]": 20 };
  await vi.waitFor(
    () => {
      for (const [selector, least] of Object.entries(shown))
        if (all(selector).length <= least) throw new Error(`Not enough of ${selector} is there.`);
    },
    { timeout: 20_000 },
  );
});

describe.each(hostSheets)(
  "a page with $name",
  ({ css: theirs, ours: name, order = "", classes }) => {
    const mine = ourSheets[name];
    const orders = [
      ["after its own", [order, theirs, mine]],
      ["before its own", [mine, theirs]],
    ] as const;

    test.each(orders)("shows every part as a bare page does, our sheet %s", (_order, sheets) => {
      const elements = ours();
      expect(elements.length).toBeGreaterThan(400);
      wear(mine);
      const bare = elements.map(lookOf);
      wear(...sheets);
      expect(differences(elements, bare, elements.map(lookOf))).toEqual([]);
    });

    test.each(orders)("decides with a class, our sheet %s", (_order, sheets) => {
      // A checkbox that the browser draws takes no colours.
      const elements = ours().filter((element) => !element.matches("[type=checkbox]"));
      wear(...sheets);
      const kept = elements.map((element) => element.getAttribute("class"));
      for (const element of elements) element.classList.add(...classes.split(" "));
      const undecided = elements.flatMap((element) => {
        const style = getComputedStyle(element);
        const missed = Object.entries(look).flatMap(([property, value]) => {
          const now = style[property as keyof typeof look];
          return now === value ? [] : `${describeElement(element)} ${property}: ${now}`;
        });
        return missed;
      });
      elements.forEach((element, index) => {
        if (kept[index] === null) element.removeAttribute("class");
        else element.setAttribute("class", kept[index]!);
      });
      expect([...new Set(undecided)]).toEqual([]);
    });

    test.each(orders)("keeps its own look, our sheet %s", (_order, sheets) => {
      const elements = [...host.querySelectorAll("*")];
      wear(theirs);
      const alone = elements.map(lookOf);
      wear(...sheets);
      expect(differences(elements, alone, elements.map(lookOf))).toEqual([]);
    });
  },
);
