import { StrictMode, type ReactElement } from "react";
import { expect } from "vitest";
import { render } from "vitest-browser-react";
import { createMarkdownSource, Markdown, type MarkdownProps } from "../../src/index.js";
import "../../src/styles/index.css";

/** The element a text is shown in. */
export const shown = (): HTMLElement => document.querySelector<HTMLElement>("[data-pl-markdown]")!;

/** Waits until the view has been fetched and has taken the place of the plain text. */
export async function viewLoaded(root: ParentNode = document): Promise<void> {
  await expect
    .poll(() => root.querySelector("[data-pl-markdown] > [data-pl-plain]"), { timeout: 15_000 })
    .toBeNull();
}

/** Shows a finished text. */
export async function show(text: string, props: MarkdownProps = {}) {
  const screen = await render(inStrictMode(<Markdown {...props}>{text}</Markdown>));
  await viewLoaded(screen.container);
  return screen;
}

/** Shows a text that grows by hand; `write` resolves when what it wrote is shown. */
export async function stream(text = "", props: MarkdownProps = {}) {
  const source = createMarkdownSource(text);
  const element = (shownProps: MarkdownProps) => <Markdown {...props} {...shownProps} />;
  const screen = await render(inStrictMode(element({ source })));
  await viewLoaded(screen.container);
  const write = async (delta: string): Promise<void> => {
    source.append(delta);
    await frame();
  };
  const end = async (): Promise<void> => {
    source.end();
    await frame();
  };
  /** Gives the whole text as a string, as the chat does when the answer is complete. */
  const settle = () => screen.rerender(inStrictMode(element({ children: source.since(0) })));
  return { screen, source, write, end, settle };
}

const inStrictMode = (element: ReactElement): ReactElement => <StrictMode>{element}</StrictMode>;

/** Until the frame after the next one, when what was written has been rendered. */
export async function frame(): Promise<void> {
  await new Promise<void>((resolve) => {
    requestAnimationFrame(() => requestAnimationFrame(() => resolve()));
  });
}
