import { afterEach, describe, expect, test, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { show, shown } from "./markdownSetUp.js";

afterEach(() => {
  vi.restoreAllMocks();
});

const all = (selector: string): HTMLElement[] => [
  ...shown().querySelectorAll<HTMLElement>(selector),
];
const texts = (selector: string): string[] => all(selector).map((one) => one.textContent ?? "");
const one = (selector: string): HTMLElement => shown().querySelector<HTMLElement>(selector)!;

/** What is copied while `press` runs. */
async function copied(press: () => Promise<void>): Promise<string> {
  const write = vi.spyOn(navigator.clipboard, "writeText").mockResolvedValue();
  await press();
  return write.mock.calls[0]![0];
}

describe("headings", () => {
  test("begin two levels below what was written, so that the page keeps its own", async () => {
    await show("# One\n\n## Two\n\n### Three\n\n#### Four\n\n##### Five");
    expect(all("[data-pl-level]").map(({ tagName }) => tagName)).toEqual([
      "H3",
      "H4",
      "H5",
      "H6",
      "H6",
    ]);
  });
});

describe("a list", () => {
  test("that is tight has no space between its items, a loose one has", async () => {
    await show("- a\n- b");
    expect(getComputedStyle(one("li > p")).marginBlockEnd).toBe("0px");
    expect(one("ul").hasAttribute("data-tight")).toBe(true);
    await show("3) a\n\n   more\n\n4) b");
    const loose = [...document.querySelectorAll("ol")].at(-1)!;
    expect(loose.hasAttribute("data-tight")).toBe(false);
    expect(loose.getAttribute("start")).toBe("3");
    expect(getComputedStyle(loose.querySelector("li > p")!).marginBlockEnd).not.toBe("0px");
  });

  test("of tasks says which are done", async () => {
    await show("- [x] one\n- [ ] two");
    await expect.element(page.getByRole("checkbox", { name: "Done", exact: true })).toBeChecked();
    await expect
      .element(page.getByRole("checkbox", { name: "Not done", exact: true }))
      .not.toBeChecked();
  });
});

describe("a table", () => {
  const text = "| a | b | c |\n|:--|:-:|--:|\n| 1 | *two* \\| x | =SUM(A1) |\n| -4 |";

  test("has a header, alignments, and a cell for every column", async () => {
    await show(text);
    expect(texts("thead th")).toEqual(["a", "b", "c"]);
    expect(all("tbody tr").map((row) => row.children.length)).toEqual([3, 3]);
    expect(all("th").map((cell) => getComputedStyle(cell).textAlign)).toEqual([
      "left",
      "center",
      "right",
    ]);
  });

  test("is copied as Markdown and as CSV, and the button says that it was", async () => {
    await show(text);
    const markdown = await copied(() =>
      userEvent.click(page.getByRole("button", { name: "Copy as Markdown" })),
    );
    expect(markdown).toBe(
      "| a | b | c |\n| :--- | :---: | ---: |\n| 1 | *two* \\| x | =SUM(A1) |\n| -4 |  |  |",
    );
    await expect.element(page.getByRole("button", { name: "Copied" })).toBeVisible();
    vi.restoreAllMocks();
    const csv = await copied(() =>
      userEvent.click(page.getByRole("button", { name: "Copy as CSV" })),
    );
    // What a spreadsheet would run as a formula is text.
    expect(csv).toBe("a,b,c\r\n1,two | x,'=SUM(A1)\r\n-4,,");
  });

  test("scrolls in itself, by keyboard too", async () => {
    const cells = Array.from({ length: 30 }, (_, index) => `column ${index}`);
    await show(`|${cells.join("|")}|\n|${cells.map(() => "-").join("|")}|`);
    const scroll = one("[data-pl-table-scroll]");
    expect(scroll.scrollWidth).toBeGreaterThan(scroll.clientWidth);
    expect(document.documentElement.scrollWidth).toBe(document.documentElement.clientWidth);
    await expect
      .element(page.getByRole("group", { name: "Table" }))
      .toHaveAttribute("tabindex", "0");
  });
});

describe("code", () => {
  test("is named, copied whole, and wraps on demand", async () => {
    await show("```ts title=x\nlet a = 1;\n\nlet b;\n```");
    expect(texts("[data-pl-code-bar] bdi")).toEqual(["ts"]);
    const code = await copied(() =>
      userEvent.click(page.getByRole("button", { name: "Copy", exact: true })),
    );
    expect(code).toBe("let a = 1;\n\nlet b;");
    const wrap = page.getByRole("button", { name: "Wrap lines" });
    await userEvent.click(wrap);
    await expect.element(wrap).toHaveAttribute("aria-pressed", "true");
    expect(getComputedStyle(one("pre code")).whiteSpace).toBe("pre-wrap");
  });

  test("is coloured once its language has come, by attributes and not by styles", async () => {
    await show("```ts\nconst a = 1; // one\n```");
    await expect.poll(() => texts("[data-pl-token=keyword]")).toEqual(["const"]);
    expect(texts("[data-pl-token=comment]")).toEqual(["// one"]);
    expect(all("[style]")).toEqual([]);
    expect(one("code").textContent).toBe("const a = 1; // one\n");
  });

  test("of an unknown language is plain", async () => {
    await show("```nosuch\nconst a = 1;\n```\n\n```__proto__\nx\n```\n\n    indented");
    expect(texts("[data-pl-code-bar] bdi")).toEqual(["nosuch", "__proto__", "Code"]);
    expect(all("[data-pl-token]")).toEqual([]);
  });

  test("with a thousand lines is coloured to its end, and its text can be selected whole", async () => {
    const lines = Array.from({ length: 1_000 }, (_, index) => `let v${index} = ${index};`);
    await show(`\`\`\`js\n${lines.join("\n")}\n\`\`\``);
    await expect.poll(() => all("[data-pl-token=keyword]").length).toBe(1_000);
    getSelection()!.selectAllChildren(one("pre"));
    expect(getSelection()!.toString().trimEnd()).toBe(lines.join("\n"));
  });
});

describe("a formula", () => {
  test("is MathML without styles, and its source where it is not TeX", async () => {
    await show("Let $\\pmb{x}^2$ and $\\notacommand$.\n\n$$\n\\frac{1}{2}\n$$");
    await expect.poll(() => all("math").length).toBe(2);
    expect(all("math")[0]!.namespaceURI).toBe("http://www.w3.org/1998/Math/MathML");
    expect(one("math[display=block] mfrac").textContent).toBe("12");
    expect(texts("[data-pl-tex]")).toEqual(["\\notacommand"]);
    expect(all("[style]")).toEqual([]);
  });

  test("neither names a page nor loads one", async () => {
    await show(
      "$\\href{javascript:alert(1)}{x}$ $\\includegraphics{https://a.example/x.png}$ $\\htmlStyle{color:red}{x}$ $y$",
    );
    await expect.poll(() => all("math").length).toBeGreaterThan(0);
    expect(all("a, img, [href], [src], [style]")).toEqual([]);
  });
});

describe("a link", () => {
  test("names its host where its words do not, and opens apart from this page", async () => {
    await show(
      "[here](https://www.docs.example/a) [docs.example](https://docs.example) https://docs.example/b [bank.example](https://evil.example)",
    );
    expect(all("a").map((link) => link.dataset["plHost"])).toEqual([
      "docs.example",
      undefined,
      undefined,
      "evil.example",
    ]);
    for (const link of all("a")) {
      expect(link.getAttribute("rel")).toBe("noopener noreferrer nofollow");
      expect(link.getAttribute("target")).toBe("_blank");
    }
    await expect.element(page.getByRole("link", { name: /here\s+docs\.example/ })).toBeVisible();
  });

  test("whose address was refused leaves its words", async () => {
    await show("[words](javascript:alert(1))");
    expect(all("a")).toEqual([]);
    expect(shown().textContent).toBe("words");
  });
});

test("images we hold are shown, others are a chip", async () => {
  const pixel = "data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7";
  const blob = URL.createObjectURL(new Blob(["x"], { type: "image/png" }));
  await show(`![a](${pixel}) ![b](${blob}) ![c](https://a.example/c.png)`);
  expect(all("img").map((image) => image.getAttribute("src"))).toEqual([pixel, blob]);
  await expect
    .element(page.getByRole("button", { name: /Show image from a\.example/ }))
    .toBeVisible();
  URL.revokeObjectURL(blob);
});

test("footnotes and their marks lead to each other, without an address of the page", async () => {
  const address = location.href;
  await show("A text[^a] and more.\n\n[^a]: The note.");
  await userEvent.click(page.getByRole("button", { name: "Footnote 1", exact: true }));
  expect(document.activeElement).toBe(one("[role=note]"));
  await userEvent.click(page.getByRole("button", { name: "Footnote 1, back to the text" }));
  expect(document.activeElement).toBe(one("sup button"));
  expect(location.href).toBe(address);
});

describe("direction", () => {
  const text = "שלום\n\nHello\n\n```\nשלום\n```";

  test("is each block's own, and left to right in code", async () => {
    await show(text);
    const direction = (selector: string) => all(selector).map((p) => getComputedStyle(p).direction);
    expect(direction("p")).toEqual(["rtl", "ltr"]);
    expect(direction("pre")).toEqual(["ltr"]);
  });

  test("is the text's where it is given", async () => {
    await show(text, { dir: "ltr" });
    expect(all("p").map((p) => getComputedStyle(p).direction)).toEqual(["ltr", "ltr"]);
  });
});

test("components take the place of elements, and can show what they replace", async () => {
  await show("# Title\n\n*it*\n\n```mermaid\ngraph\n```\n\n```x\ny\n```\n\n$z$", {
    components: {
      h1: ({ children }) => <h2 className="mine">{children}</h2>,
      em: ({ children }) => <i>{children}</i>,
      codeBlock: ({ language, lines, children }) =>
        language === "mermaid" ? <figure>{lines.join()}</figure> : children,
      formula: ({ tex }) => <var>{tex}</var>,
    },
  });
  expect(one("h2.mine").textContent).toBe("Title");
  expect(texts("i")).toEqual(["it"]);
  expect(texts("figure")).toEqual(["graph"]);
  expect(texts("pre code")).toEqual(["y\n"]);
  expect(texts("var")).toEqual(["z"]);
});

test("words can be changed one by one", async () => {
  await show("```\na\n```", { labels: { copy: "Kopieren" } });
  await expect.element(page.getByRole("button", { name: "Kopieren" })).toBeVisible();
  await expect.element(page.getByRole("button", { name: "Wrap lines" })).toBeInTheDocument();
});
