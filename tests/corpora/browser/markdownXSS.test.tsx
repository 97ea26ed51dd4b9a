import { StrictMode } from "react";
import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { commands } from "vitest/browser";
import { render } from "vitest-browser-react";
import { createMarkdownSource, Markdown } from "../../../src/index.js";
import "../../../src/styles/index.css";

declare module "vitest/browser" {
  interface BrowserCommands {
    readPayloads: () => Promise<string[]>;
  }
}

const payloads = await commands.readPayloads();

/** Where a payload may stand in an answer. */
const places: Record<string, (payload: string) => string> = {
  alone: (payload) => payload,
  "as a link": (payload) => `[a](${payload}) [b](<${payload}> "${payload}")`,
  "as an image": (payload) => `![${payload}](${payload})`,
  "in a table": (payload) => `| a |\n|---|\n| ${payload} |`,
  "in code": (payload) => `\`\`\`html\n${payload}\n\`\`\``,
  "as a formula": (payload) => `$${payload}$\n\n$$\n\\href{${payload}}{x}\n$$`,
  "as a language and a note": (payload) => `~~~ ${payload}\n~~~\n\n[^1]\n\n[^1]: ${payload}`,
};

/** What a text may be shown with. */
const elements =
  /^(?:a|bdi|blockquote|br|button|code|del|div|em|h[3-6]|hr|img|input|kbd|li|m[a-z]+|ol|p|path|pre|span|strong|sub|sup|svg|table|tbody|td|th|thead|tr|ul)$/;
const attributes =
  /^(?:align|alt|aria-[a-z]+|checked|class|data-[a-z-]+|dir|disabled|display|href|role|scope|src|start|tabindex|target|title|type|viewBox|d|focusable|rel|[a-z]+)$/;
const address = /^(?:https?:|mailto:|tel:|sms:|ftp:|ircs?:|xmpp:)/;

const found: string[] = [];

/** Writes down what must not be there. */
function inspect(root: Element): void {
  for (const one of [root, ...root.querySelectorAll("*")]) {
    if (!elements.test(one.localName)) found.push(`<${one.localName}>`);
    for (const { name, value } of one.attributes) {
      if (!attributes.test(name) || name.startsWith("on") || name === "style")
        found.push(`${name}=${value}`);
    }
    if (one instanceof HTMLAnchorElement && !address.test(one.protocol)) found.push(one.href);
    if (one instanceof HTMLImageElement && !/^(?:data:image\/|blob:)/.test(one.src))
      found.push(one.src);
  }
}

/** Asked for by something else than the test's own modules. */
const requests = (): string[] =>
  (performance.getEntriesByType("resource") as PerformanceResourceTiming[])
    .filter(({ initiatorType }) => !/^(?:script|other|fetch)$/.test(initiatorType))
    .map(({ initiatorType, name }) => `${initiatorType} ${name}`);

beforeAll(() => {
  for (const name of ["alert", "confirm", "prompt", "print", "open"] as const)
    vi.spyOn(window, name).mockImplementation(() => {
      found.push(name);
      return null as never;
    });
  // A handler in an attribute, an image or a frame is reported, whether it would have got through or not.
  const policy = document.createElement("meta");
  policy.httpEquiv = "Content-Security-Policy";
  policy.content =
    "script-src-attr 'none'; img-src 'self' data: blob:; frame-src 'none'; object-src 'none'";
  document.head.append(policy);
  document.addEventListener("securitypolicyviolation", (event) => {
    found.push(`${event.violatedDirective} ${event.blockedURI}`);
  });
  performance.setResourceTimingBufferSize(10_000);
});

beforeEach(() => {
  found.length = 0;
  performance.clearResourceTimings();
});

const turn = () =>
  new Promise((resolve) => {
    setTimeout(resolve);
  });

describe.skipIf(payloads.length === 0)("hostile text runs no script and makes no request", () => {
  test.each(Object.keys(places))("%s", async (place) => {
    for (let start = 0; start < payloads.length; start += 200) {
      const screen = await render(
        <StrictMode>
          {payloads.slice(start, start + 200).map((payload) => (
            <Markdown key={payload}>{places[place]!(payload)}</Markdown>
          ))}
        </StrictMode>,
      );
      await expect
        .poll(() => screen.container.querySelector("[data-pl-markdown] > [data-pl-plain]"))
        .toBeNull();
      await turn();
      inspect(screen.container);
      await screen.unmount();
    }
    expect(found).toEqual([]);
    expect(requests()).toEqual([]);
  });

  test("while it arrives", async () => {
    // A hidden tab shows each delta at once instead of once a frame.
    vi.spyOn(document, "hidden", "get").mockReturnValue(true);
    const sorted = payloads.toSorted((a, b) => a.length - b.length);
    for (let start = 0; start < sorted.length; start += 100) {
      const batch = sorted.slice(start, start + 100);
      const sources = batch.map(() => createMarkdownSource("[a]("));
      const screen = await render(
        sources.map((source, index) => (
          <Markdown key={batch[index]} source={source} components={{}} />
        )),
      );
      const observer = new MutationObserver((records) => {
        for (const { target, addedNodes } of records)
          for (const node of [target, ...addedNodes]) if (node instanceof Element) inspect(node);
      });
      observer.observe(screen.container, { subtree: true, childList: true, attributes: true });
      const longest = Math.max(...batch.map(({ length }) => length));
      for (let at = 0; at < longest; at += 4) {
        for (const [index, source] of sources.entries())
          source.append(batch[index]!.slice(at, at + 4));
        await turn();
      }
      for (const source of sources) source.end();
      await turn();
      inspect(screen.container);
      observer.disconnect();
      await screen.unmount();
    }
    expect([...new Set(found)]).toEqual([]);
    expect(requests()).toEqual([]);
  });
});
