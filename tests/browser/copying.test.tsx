import { describe, expect, onTestFinished, test } from "vitest";
import type { UIMessage } from "../../src/index.js";
import { rangeToMarkdown } from "../../src/components/selection/blockMarkdown.js";
import { conversationOf } from "./longConversation.js";
import { input, renderChat } from "./setUp.js";

const view = (): HTMLElement => document.querySelector<HTMLElement>("[data-pl-messages]")!;
const row = (id: string): HTMLElement => view().querySelector(`[data-pl-row="${id}"]`)!;

/** A range from one text to another, by the words it begins before and ends after. */
function between(from: Element, first: string, to: Element, last: string): Range {
  const range = document.createRange();
  const start = textHolding(from, first);
  const end = textHolding(to, last);
  range.setStart(start, start.data.indexOf(first));
  range.setEnd(end, end.data.lastIndexOf(last) + last.length);
  return range;
}

function textHolding(element: Element, words: string): Text {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode as Text;
    if (text.data.includes(words) && !text.parentElement!.closest("[data-pl-actions]")) return text;
  }
  throw new Error(`No text holds "${words}".`);
}

/** Selects and copies; what the clipboard was given, or `undefined` where the copy was left to the browser. */
function copy(range: Range): { text: string; html: string } | undefined {
  const selection = getSelection()!;
  selection.removeAllRanges();
  selection.addRange(range);
  onTestFinished(() => selection.removeAllRanges());
  const clipboardData = new DataTransfer();
  const event = new ClipboardEvent("copy", { clipboardData, bubbles: true, cancelable: true });
  const { commonAncestorContainer: common } = range;
  (common instanceof Element ? common : common.parentElement!).dispatchEvent(event);
  if (!event.defaultPrevented) return undefined;
  return { text: clipboardData.getData("text/plain"), html: clipboardData.getData("text/html") };
}

const answer = [
  "# Title",
  "Some **bold** and `code` with a [link](https://example.com/a).",
  "1. one\n2. two\n   - deep\n3. three",
  "- [x] done\n- [ ] open",
  "> quoted\n>\n> twice",
  "```ts\nconst a = 1;\nlet b;\n```",
  "| a | b |\n| --- | ---: |\n| 1 | x |\n| 2 | y |",
  "The end.",
].join("\n\n");

const messages: UIMessage[] = [
  { id: "q1", role: "user", parts: [{ type: "text", text: "What *is*\n  it?" }] },
  {
    id: "a1",
    role: "assistant",
    parts: [
      { type: "reasoning", text: "Hidden thoughts", state: "done" },
      { type: "text", text: answer },
    ],
    metadata: { model: "openai/gpt-5", status: "complete" },
  },
  { id: "q2", role: "user", parts: [{ type: "text", text: "And then?" }] },
];

async function shown(): Promise<void> {
  await renderChat({ defaultMessages: messages });
  await expect.poll(() => view().querySelector("table")).not.toBeNull();
}

describe("copying", () => {
  test("whole messages gives their source and who said it", async () => {
    await shown();
    expect(copy(between(row("q1"), "What", row("q2"), "then?"))!.text).toBe(
      `**You:**\n\nWhat *is*\n  it?\n\n**gpt-5:**\n\n${answer}\n\n**You:**\n\nAnd then?`,
    );
  });

  test("one whole message gives its source alone", async () => {
    await shown();
    const copied = copy(between(row("a1"), "Title", row("a1"), "The end."))!;
    expect(copied.text).toBe(answer);
    expect(copied.html).toContain("<strong>bold</strong>");
    expect(copied.html).not.toContain("<button");
  });

  test("parts of two messages gives those parts", async () => {
    await shown();
    expect(copy(between(row("q1"), "it?", row("a1"), "bold"))!.text).toBe(
      "**You:**\n\nit?\n\n**gpt-5:**\n\n# Title\n\nSome **bold**",
    );
  });

  test.each([
    ["Some", " with", "Some **bold** and `code` with"],
    ["two", "three", "2. two\n   - deep\n3. three"],
    ["done", "open", "- [x] done\n- [ ] open"],
    ["open", "twice", "- [ ] open\n\n> quoted\n>\n> twice"],
    ["1", "y", "| 1 | x |\n| --- | ---: |\n| 2 | y |"],
    ["b;", "The", "```ts\nb;\n```\n\n| a | b |\n| --- | ---: |\n| 1 | x |\n| 2 | y |\n\nThe"],
  ])("from %s to %s gives Markdown", async (first, last, expected) => {
    await shown();
    const within = first === "1" ? row("a1").querySelector("tbody")! : row("a1");
    const until = last === "y" ? row("a1").querySelector("tbody")! : row("a1");
    expect(copy(between(within, first, until, last))!.text).toBe(expected);
  });

  test("within one run of text is left to the browser", async () => {
    await shown();
    expect(copy(between(row("a1"), "The", row("a1"), "end"))).toBeUndefined();
  });

  test("in the composer is left alone", async () => {
    await shown();
    await input().fill("draft");
    const field = input().element() as HTMLTextAreaElement;
    field.select();
    const event = new ClipboardEvent("copy", {
      clipboardData: new DataTransfer(),
      bubbles: true,
      cancelable: true,
    });
    field.dispatchEvent(event);
    expect(event.defaultPrevented).toBe(false);
  });

  test("is the page's where the page has done it", async () => {
    function Message({ messageId }: { messageId: string }) {
      return (
        <p
          onCopy={(event) => {
            event.clipboardData.setData("text/plain", "mine");
            event.preventDefault();
          }}
        >
          Message <b>{messageId}</b>
        </p>
      );
    }
    await renderChat({ defaultMessages: messages, components: { Message } });
    expect(copy(between(row("a1"), "Message", row("a1"), "a1"))!.text).toBe("mine");
  });

  test("a selection that goes beyond the messages is the page's", async () => {
    await shown();
    const beyond = document.createElement("p");
    beyond.textContent = "Something else";
    document.body.append(beyond);
    onTestFinished(() => beyond.remove());
    expect(copy(between(row("q1"), "What", beyond, "else"))).toBeUndefined();
  });

  test("over messages that are not in the page gives those too", async () => {
    const all = conversationOf(400);
    await renderChat({ defaultMessages: all });
    await expect.poll(() => row("m399")).not.toBeNull();
    view().scrollTop = 0;
    await expect.poll(() => row("m0")).not.toBeNull();
    const { text, html } = copy(between(row("m0"), "Question", row("m398"), "398"))!;
    expect(text.split("**You:**")).toHaveLength(201);
    for (const id of [1, 101, 201, 301]) {
      const part = all[id]!.parts[0] as { text: string };
      expect(text).toContain(`**gpt-5:**\n\n${part.text}`);
    }
    expect(row("m201")).toBeNull();
    expect(html).toBe("");
  });
});

describe("the meaning of elements", () => {
  test.each([
    ["<p>a <em>b </em>c</p><p>d</p>", "a *b* c\n\nd"],
    [
      "<p><a href='#x'>here</a> <a href='https://e.org'>https://e.org</a></p><p>.</p>",
      "here https://e.org\n\n.",
    ],
    [
      "<p>snake_case 2 * 3 *not* `tick`</p><p>1. no list</p>",
      "snake_case 2 * 3 \\*not\\* \\`tick\\`\n\n1\\. no list",
    ],
    ["<pre class='language-js'><code>``` x\n</code></pre><p>y</p>", "````js\n``` x\n````\n\ny"],
    [
      "<div><div data-pl-code-bar>sql</div><pre data-language='sql'><code>select</code></pre></div><p>y</p>",
      "```sql\nselect\n```\n\ny",
    ],
    [
      "<p>so <math data-tex='a^2'><msup><mi>a</mi><mn>2</mn></msup></math></p><p>y</p>",
      "so $a^2$\n\ny",
    ],
    [
      "<p>so <math display='block'><semantics><mi>a</mi><annotation encoding='application/x-tex'>a_1</annotation></semantics></math></p><p>y</p>",
      "so $$\na_1\n$$\n\ny",
    ],
    [
      "<p>x<sup><button data-pl-footnote-mark='1'>1</button></sup></p><div data-pl-footnote='1'><button data-pl-footnote-mark>1</button><p>note</p></div>",
      "x[^1]\n\n[^1]: note",
    ],
    [
      "<p>H<sub>2</sub>O <kbd>Esc</kbd></p><p><img src='data:x' alt='chart'><img src='https://e.org/a.png' alt='b'></p>",
      "H<sub>2</sub>O <kbd>Esc</kbd>\n\n[chart]![b](https://e.org/a.png)",
    ],
    [
      "<ol start='3'><li><p>a</p></li><li><p>b</p></li></ol><hr><p>c<br>d</p>",
      "3. a\n\n4. b\n\n---\n\nc  \nd",
    ],
    [
      "<ul data-tight><li><p>a</p><ul data-tight><li>b</li></ul></li></ul><p>c</p>",
      "- a\n  - b\n\nc",
    ],
    [
      "<table><tr><th>a|b</th></tr><tr><td><code>x</code></td></tr></table><p>c</p>",
      "| a\\|b |\n| --- |\n| `x` |\n\nc",
    ],
    ["<p>a</p><button>no</button><svg><text>no</text></svg>", "a"],
  ])("%s", (html, expected) => {
    const holder = document.createElement("div");
    holder.innerHTML = html;
    const range = document.createRange();
    range.selectNodeContents(holder);
    expect(rangeToMarkdown(range, holder)).toBe(expected);
  });

  test("is not looked for within code", () => {
    const holder = document.createElement("pre");
    holder.innerHTML = "<code><span>let *a*;\n</span><span>let b;\n</span></code>";
    const range = document.createRange();
    range.selectNodeContents(holder.firstElementChild!);
    expect(rangeToMarkdown(range, holder)).toBe("let *a*;\nlet b;\n");
  });
});
