import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { createAppendLog } from "../../src/store/appendLog.js";
import { createFrameScheduler } from "../../src/store/frame.js";

test("since(position) is the text from there, for any deltas and any position", () => {
  fc.assert(
    fc.property(fc.array(fc.string()), fc.nat(60), (deltas, position) => {
      const log = createAppendLog(createFrameScheduler());
      for (const delta of deltas) log.append(delta);
      const whole = deltas.join("");
      expect(log.since(position)).toBe(whole.slice(position));
      expect(log.length).toBe(whole.length);
    }),
  );
});

test("listeners hear of many deltas once, and of the end at once", async () => {
  const log = createAppendLog(createFrameScheduler());
  const listener = vi.fn();
  const stop = log.subscribe(listener);
  log.append("a");
  log.append("b");
  expect(listener).not.toHaveBeenCalled();
  await Promise.resolve();
  expect(listener).toHaveBeenCalledOnce();
  log.end();
  expect(listener).toHaveBeenCalledTimes(2);
  expect(log.ended).toBe(true);
  stop();
  log.end();
  expect(listener).toHaveBeenCalledTimes(2);
});
