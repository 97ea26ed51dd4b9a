import type { Meta, StoryObj } from "@storybook/react-vite";
import { useEffect, useState, type ComponentType, type ReactElement } from "react";
import { expect, waitFor } from "storybook/test";
import { createMarkdownSource } from "./createMarkdownSource.js";
import { Markdown, type MarkdownProps } from "./Markdown.js";
import * as texts from "./storyTexts.js";

/** A place as wide as a chat. */
function page(Story: ComponentType): ReactElement {
  return (
    <main
      className="story"
      style={{ maxInlineSize: 720, marginInline: "auto", fontSize: 15, lineHeight: 1.6 }}
    >
      <Story />
    </main>
  );
}

/** Writes a text into a log, a few characters every frame. */
function Streaming({ text, ...props }: { text: string } & MarkdownProps): ReactElement {
  const [log] = useState(() => createMarkdownSource());
  useEffect(() => {
    let at = log.length;
    let frame = requestAnimationFrame(function write() {
      log.append(text.slice(at, (at += 5)));
      if (at < text.length) frame = requestAnimationFrame(write);
      else log.end();
    });
    return () => cancelAnimationFrame(frame);
  }, [log, text]);
  return <Markdown {...props} source={log} />;
}

/** Until what the text needs has been fetched, so that the finished view is looked at and not the plain text. */
async function complete(root: HTMLElement): Promise<void> {
  const missing = (): boolean =>
    root.querySelector("[data-pl-markdown] > [data-pl-plain]") !== null ||
    [...root.querySelectorAll("[data-pl-tex]")].some((tex) => !tex.textContent?.includes("nota"));
  await waitFor(() => expect(missing()).toBe(false), { timeout: 15_000 });
}

const meta = {
  title: "Markdown",
  component: Markdown,
  decorators: [page],
  play: ({ canvasElement }) => complete(canvasElement),
} satisfies Meta<typeof Markdown>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Answer: Story = { args: { children: texts.answer } };
/** A text that is still being written: `source.append(delta)` as it comes, `source.end()` at its end. */
export const Arriving: Story = {
  render: () => <Streaming text={texts.answer} />,
  parameters: {
    docs: {
      source: {
        code: `const [source] = useState(() => createMarkdownSource());
useEffect(() => {
  void (async () => {
    for await (const delta of deltas) source.append(delta);
    source.end();
  })();
}, [source, deltas]);
return <Markdown source={source} />;`,
      },
    },
  },
};
export const ArrivingEvenly: Story = { render: () => <Streaming text={texts.answer} smooth /> };
export const Unfinished: Story = {
  render: () => {
    const log = createMarkdownSource(texts.unfinished);
    return <Markdown source={log} />;
  },
};
export const Headings: Story = { args: { children: texts.headings } };
export const Lists: Story = { args: { children: texts.lists } };
export const Code: Story = { args: { children: texts.code } };
export const CodeInAnUnknownLanguage: Story = { args: { children: texts.unknownCode } };
export const Languages: Story = { args: { children: texts.languages } };
export const WideTable: Story = { args: { children: texts.wideTable } };
export const Formulas: Story = { args: { children: texts.formulas } };
export const Images: Story = { args: { children: texts.images } };
export const Links: Story = { args: { children: texts.links } };
export const Footnotes: Story = { args: { children: texts.footnotes } };
export const HTMLAsText: Story = { args: { children: texts.html } };
export const RightToLeft: Story = { args: { children: texts.rightToLeft } };
/** What is far out of sight is not laid out, so that no size of a control in it can be measured. */
export const VeryLong: Story = {
  args: { children: texts.answer.repeat(40) },
  parameters: { a11y: { config: { rules: [{ id: "target-size", enabled: false }] } } },
};
export const OwnComponents: Story = {
  args: {
    children: "A **rule** of your own:\n\n---\n\n```mermaid\ngraph LR\n```",
    components: {
      hr: () => <p>* * *</p>,
      codeBlock: ({ language, lines, children }) =>
        language === "mermaid" ? <p>A diagram of {lines.length} line</p> : children,
    },
  },
};
