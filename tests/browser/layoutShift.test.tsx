import { expect, onTestFinished, test } from "vitest";
import { page } from "vitest/browser";
import { chooseFiles, finish, pngFile, renderChat, text } from "./setUp.js";

/** Watches what moves though nobody scrolled; gives how to read the parts of the page that have moved since. */
function watchShifts(): () => Promise<string[]> {
  const moved: PerformanceEntry[] = [];
  const watching = new PerformanceObserver((list) => moved.push(...list.getEntries()));
  watching.observe({ type: "layout-shift" });
  onTestFinished(() => watching.disconnect());
  return async () => {
    for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
    moved.push(...watching.takeRecords());
    // The dot that shows where an answer is being written goes along with it: it is no node, or one named "::after".
    return (moved.splice(0) as LayoutShift[]).flatMap(({ sources }) =>
      sources.flatMap(({ node }) =>
        node instanceof Element && !node.localName.startsWith("::")
          ? [`${node.localName} ${node.getAttributeNames()[0]}`]
          : [],
      ),
    );
  };
}

/** What `PerformanceObserver` gives for "layout-shift", which TypeScript does not know. */
interface LayoutShift extends PerformanceEntry {
  sources: readonly { readonly node: Node | null }[];
}

test.for([600, 320])(
  "nothing moves while an answer arrives, nor at its end, %i px wide",
  async (width) => {
    const { ask, steps } = await renderChat({}, width);
    await ask("Hi");
    await expect.element(page.getByText("Hi", { exact: true })).toBeVisible();
    const shifts = watchShifts();
    await shifts();
    for (const delta of ["One", " two.\n\n", "- three\n", "- four\n\n", "```ts\nlet a;\n"]) {
      await steps[0]!.push(text(delta));
      expect(await shifts()).toEqual([]);
    }
    await steps[0]!.push(text("```\n\n| a | b |\n|---|---|\n| c | d |\n\nEnd."));
    await expect.element(page.getByText("End.")).toBeVisible();
    expect(await shifts()).toEqual([]);
    await steps[0]!.push(finish);
    await expect.element(page.getByRole("button", { name: "Answer again" })).toBeVisible();
    expect(await shifts()).toEqual([]);
  },
);

test("nothing moves when attached images are done", async () => {
  const ends: (() => void)[] = [];
  const upload = (file: File) =>
    new Promise<string>((resolve) => {
      ends.push(() => resolve(`https://files.example/${file.name}`));
    });
  const { screen } = await renderChat({ allowAttachments: { upload } });
  await chooseFiles(await pngFile(400, 300, "a.png"), await pngFile(40, 30, "b.png"));
  await expect.poll(() => ends.length).toBe(2);
  await expect.poll(() => screen.container.querySelector("[data-pl-tray] img")).not.toBeNull();
  const shifts = watchShifts();
  await shifts();
  for (const end of ends) end();
  await expect.poll(() => screen.container.querySelector("[data-pl-tray] progress")).toBeNull();
  expect(await shifts()).toEqual([]);
});
