import { flushSync } from "react-dom";
import { createRoot } from "react-dom/client";
import { expect, test } from "vitest";
import { cdp } from "vitest/browser";
import { createMarkdownSource, Markdown } from "../../src/index.js";
import { show } from "./markdownSetUp.js";

const deltas = [
  "- a **list** with [a link][r] and $x^2$\n- and more\n\n```ts\nconst a = `b",
  "c`;\n```\n\n| a |\n|---|\n| 1 |\n\n[r]: https://a.example\n\n",
  "The last paragraph is".repeat(20),
];

interface Counts {
  nodes: number;
  jsEventListeners: number;
}

/** What the page holds after everything that can be let go is let go. */
async function held(): Promise<Counts & { heap: number }> {
  const session = cdp() as unknown as { send: (method: string) => Promise<unknown> };
  await session.send("HeapProfiler.collectGarbage");
  await session.send("HeapProfiler.collectGarbage");
  const { nodes, jsEventListeners } = (await session.send("Memory.getDOMCounters")) as Counts;
  const { usedSize } = (await session.send("Runtime.getHeapUsage")) as { usedSize: number };
  return { nodes, jsEventListeners, heap: usedSize };
}

const sources: WeakRef<object>[] = [];
const alive = (): number => sources.filter((source) => source.deref()).length;

/** In a root of its own, since the one of the test set-up stays until the test ends. */
async function cycle(): Promise<void> {
  const source = createMarkdownSource("# Title\n\n");
  sources.push(new WeakRef(source));
  const place = document.body.appendChild(document.createElement("div"));
  const root = createRoot(place);
  flushSync(() => root.render(<Markdown source={source} />));
  for (const delta of deltas) source.append(delta);
  await new Promise(requestAnimationFrame);
  source.end();
  expect(place.textContent).toContain("Title");
  root.unmount();
  place.remove();
}

test("200 texts that came and went leave nothing behind", async () => {
  await show("The view has to be there.");
  // What the page loads and compiles comes in the first ones.
  for (let index = 0; index < 200; index += 1) await cycle();
  const before = await held();
  for (let index = 0; index < 200; index += 1) await cycle();
  const after = await held();
  // React 18 remembers the last root; each has about 130 listeners.
  expect(after.jsEventListeners - before.jsEventListeners).toBeLessThan(200);
  expect(after.nodes - before.nodes).toBeLessThan(200);
  // A text kept by mistake would be about 60 kB, two hundred times.
  expect(after.heap - before.heap).toBeLessThan(2_000_000);
  expect(alive()).toBeLessThan(3);
});
