import { expect, onTestFinished, test, vi } from "vitest";
import { page } from "vitest/browser";
import type { ChatProps, DataPartProps, SourcesProps, UIMessage } from "../../src/index.js";
import { button, finish, renderChat, text } from "./setUp.js";

type Part = UIMessage["parts"][number];

const answered = (...parts: Part[]): UIMessage[] => [{ id: "a", role: "assistant", parts }];
const show = (parts: Part[], props: ChatProps = {}) =>
  renderChat({ defaultMessages: answered(...parts), ...props });

test("thoughts are open while the model thinks, and fold with the time they took", async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: 1_000_000 });
  onTestFinished(() => void vi.useRealTimers());
  const { ask, steps } = await renderChat();
  await ask("Hi");
  await expect.poll(() => steps.length).toBe(1);
  await steps[0]!.push({ type: "reasoning-delta", delta: "Let me see." });
  await expect.element(page.getByText("Let me see.")).toBeVisible();
  await expect.element(button("Thinking…")).toHaveAttribute("aria-expanded", "true");
  vi.advanceTimersByTime(12_400);
  await steps[0]!.push(text("Yes."));
  await expect.element(button("Thought for 12\u00a0s")).toHaveAttribute("aria-expanded", "false");
  await expect.element(page.getByText("Let me see.")).not.toBeInTheDocument();
  await steps[0]!.push(finish);
  await button("Thought for 12\u00a0s").click();
  await expect.element(page.getByText("Let me see.")).toBeVisible();
});

test("a history without times shows its thoughts without", async () => {
  await show([{ type: "reasoning", text: "Hm." }]);
  await expect.element(button("Thoughts")).toBeVisible();
});

const sources: Part[] = [
  { type: "source-url", sourceId: "1", url: "https://www.a.example/x", title: "First" },
  { type: "source-url", sourceId: "1", url: "https://b.example/y" },
  { type: "source-url", sourceId: "3", url: "https://c.example", title: "<b>Third</b>" },
  { type: "source-url", sourceId: "4", url: "javascript:alert(1)", title: "Fourth" },
  {
    type: "source-document",
    sourceId: "5",
    mediaType: "application/pdf",
    title: "Fifth",
    filename: "fifth.pdf",
  },
];

test("sources are counted with their hosts, and listed when they are asked for", async () => {
  await show([{ type: "text", text: "So." }, ...sources]);
  const chip = button("5 sources a.example, b.example +1");
  await expect.element(chip).toHaveAttribute("aria-expanded", "false");
  expect(page.getByRole("link").elements()).toHaveLength(0);
  await chip.click();
  const items = page.getByRole("list", { name: "Sources" }).getByRole("listitem");
  expect(items.elements().map((item) => item.textContent)).toEqual([
    "Firsta.example",
    "https://b.example/y",
    "<b>Third</b>c.example",
    "Fourth",
    "Fifthfifth.pdf",
  ]);
  expect(page.getByRole("link").elements()).toHaveLength(3);
  await expect
    .element(page.getByRole("link", { name: "First" }))
    .toHaveAttribute("rel", "noopener noreferrer nofollow");
});

test("a file that is here is saved by its card, one on a server is a link, another is named", async () => {
  const saved: string[] = [];
  const click = vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(function (
    this: HTMLAnchorElement,
  ) {
    saved.push(this.download);
  });
  onTestFinished(() => click.mockRestore());
  const file = { type: "file", mediaType: "application/pdf" } as const;
  await show([
    { ...file, url: `data:application/pdf;base64,${btoa("x".repeat(1_234))}`, filename: "a.pdf" },
    { ...file, url: "https://files.example/b", filename: "b.pdf" },
    { ...file, url: "javascript:alert(1)", filename: "c.pdf" },
    { ...file, url: "data:application/pdf;base64,eA==" },
  ]);
  await button("a.pdf PDF · 1.2\u00a0kB").click();
  await button("File PDF · 1\u00a0B").click();
  expect(saved).toEqual(["a.pdf", "File.pdf"]);
  const link = page.getByRole("link");
  expect(link.elements()).toHaveLength(1);
  await expect.element(link).toHaveAttribute("href", "https://files.example/b");
  await expect.element(link).toHaveTextContent("b.pdfPDF · files.example");
  await expect.element(page.getByText("c.pdf")).toBeVisible();
});

test("an SVG, which may hold scripts, is a file and no picture", async () => {
  await show([{ type: "file", mediaType: "image/svg+xml", url: "data:image/svg+xml,<svg/>" }]);
  await expect.element(page.getByRole("button", { name: /^File/ })).toBeVisible();
  expect(document.querySelector("article img")).toBeNull();
});

function Weather({ part }: DataPartProps<{ celsius: number }>) {
  return <p>{part.data.celsius} °C</p>;
}

test("data is shown by the component for its type, in answers and questions, and else kept", async () => {
  const data = { type: "data-weather", data: { celsius: 19 } } as const;
  const other = { type: "data-other", data: "secret" } as const;
  const strange = { type: "hologram", beam: "blue" } as unknown as Part;
  const onMessage = vi.fn<(messages: UIMessage[]) => void>();
  const { ask } = await renderChat({
    components: { "data-weather": Weather },
    defaultMessages: [
      { id: "q", role: "user", parts: [data] },
      ...answered(other, strange, { ...data, data: { celsius: 7 } }),
    ],
    onMessage,
  });
  await expect.element(page.getByText("19 °C")).toBeVisible();
  await expect.element(page.getByText("7 °C", { exact: true })).toBeVisible();
  expect(document.querySelector("[data-role=assistant]")!.textContent).not.toMatch(/secret|blue/);
  await ask("Next");
  expect(onMessage.mock.calls[0]![0][1]!.parts.slice(0, 2)).toEqual([other, strange]);
});

test("sources and files are shown by components of yours", async () => {
  const Sources = ({ parts }: SourcesProps) => <p>{parts.length} of mine</p>;
  await show(sources, { components: { Sources } });
  await expect.element(page.getByText("5 of mine")).toBeVisible();
});
