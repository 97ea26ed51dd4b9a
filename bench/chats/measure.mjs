// What is measured of one contender, each time on a fresh page. CPU is that of the page's main thread (thread time, not the clock's).

/** Task names of a keystroke. */
const KEY = { key: "a", code: "KeyA", windowsVirtualKeyCode: 65 };
/** Longest burst, in milliseconds: contenders that take seconds a delta are measured with fewer. */
const MOST_MS = 8_000;

/** Opens the page of one contender. */
export async function openPage(browser, baseURL, contender) {
  const context = await browser.newContext({ viewport: { width: 1000, height: 800 } });
  const page = await context.newPage();
  const errors = [];
  page.on("pageerror", (error) => errors.push(String(error).slice(0, 200)));
  await page.goto(`${baseURL}/?contender=${contender}`);
  await page.waitForFunction(() => "bench" in globalThis);
  const cdp = await context.newCDPSession(page);
  await cdp.send("Performance.enable", { timeDomain: "threadTicks" });
  return { page, cdp, errors, close: () => context.close() };
}

/** CPU of the main thread so far, in milliseconds. */
async function cpuOf(cdp) {
  const { metrics } = await cdp.send("Performance.getMetrics");
  const valueOf = (name) => metrics.find((one) => one.name === name).value * 1000;
  return { task: valueOf("TaskDuration"), script: valueOf("ScriptDuration") };
}

async function spent(cdp, act) {
  const before = await cpuOf(cdp);
  const result = await act();
  const after = await cpuOf(cdp);
  return { result, task: after.task - before.task, script: after.script - before.script };
}

const inPage = ({ page }, act, ...values) => page.evaluate(act, values);

/** Milliseconds a delta, behind so many characters of an answer or of one open block; what is smoothed is waited for. */
export async function delta(opened, { text = "answer", length }) {
  await inPage(opened, () => bench.mount(0));
  await inPage(opened, (values) => bench.fill(...values), text, length);
  await inPage(opened, ([most]) => bench.burst(80, most), MOST_MS / 2);
  await inPage(opened, () => bench.settle());
  const shownBefore = await inPage(opened, () => bench.shown());
  const { result, task, script } = await spent(opened.cdp, () =>
    inPage(opened, ([most]) => bench.burst(200, most), MOST_MS),
  );
  const tail = await spent(opened.cdp, () => inPage(opened, () => bench.settle()));
  const shown = (await inPage(opened, () => bench.shown())) - shownBefore;
  const idle = await spent(opened.cdp, () => inPage(opened, () => bench.settle()));
  // Waiting costs a little by itself.
  const perDelta = (task + Math.max(0, tail.task - idle.task)) / result.deltas;
  return { perDelta, script: script / result.deltas, shown: shown / result.characters };
}

/** Main-thread milliseconds a second while deltas come at a pace. */
export async function paced(opened, { length, rate, throttle = 1 }) {
  await inPage(opened, () => bench.mount(0));
  await inPage(opened, (values) => bench.fill("answer", ...values), length);
  await inPage(opened, () => bench.burst(40, 4000));
  await inPage(opened, () => bench.settle());
  await opened.cdp.send("Emulation.setCPUThrottlingRate", { rate: throttle });
  const { result, task, script } = await spent(opened.cdp, () =>
    inPage(opened, (values) => bench.paced(...values), rate, 5),
  );
  const { seconds, deltas, dropped, frames } = result;
  return { perSecond: task / seconds, script: script / seconds, deltas, dropped, frames };
}

/** A conversation of so many messages: showing it, a key pressed below it, a delta at its end. */
export async function conversation(opened, { messages }) {
  const { cdp } = opened;
  const mount = await spent(cdp, () => inPage(opened, ([count]) => bench.mount(count), messages));
  await inPage(opened, () => bench.settle());
  await cdp.send("HeapProfiler.collectGarbage");
  const { usedSize } = await cdp.send("Runtime.getHeapUsage");
  await inPage(opened, () => bench.focus());
  const keys = 20;
  const type = async (count) => {
    for (let pressed = 0; pressed < count; pressed += 1) {
      await cdp.send("Input.dispatchKeyEvent", { type: "keyDown", text: "a", ...KEY });
      await cdp.send("Input.dispatchKeyEvent", { type: "keyUp", ...KEY });
      await inPage(
        opened,
        () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))),
      );
    }
  };
  await type(3);
  const typing = await spent(cdp, () => type(keys));
  const typed = await inPage(opened, () => bench.typed());
  await inPage(opened, () => bench.fill("answer", 400));
  await inPage(opened, () => bench.burst(80, 4000));
  await inPage(opened, () => bench.settle());
  const burst = await spent(cdp, () => inPage(opened, ([most]) => bench.burst(200, most), MOST_MS));
  return {
    mount: mount.task,
    heapMB: usedSize / 2 ** 20,
    key: typed >= keys ? typing.task / keys : undefined,
    perDelta: burst.task / burst.result.deltas,
  };
}
