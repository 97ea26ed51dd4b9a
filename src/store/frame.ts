/** Gathers work and does it in an animation frame. Owned by one chat store. */
export interface FrameScheduler {
  /** Asks for `task` in one of the next frames. Asking twice before it ran is asking once. */
  request(task: () => void): void;
  /** Does now what is waiting. */
  flush(): void;
}

/**
 * Least time between two runs, in milliseconds: every second frame of most screens. Nobody reads faster, and each run costs
 * the browser a layout and a paint.
 */
const leastMs = 24;

/**
 * A scheduler that runs in an animation frame while the tab is visible, some thirty times a second at most, and in the next
 * microtask while it is hidden (browsers stop animation frames there, and an answer must not wait for the tab to be looked
 * at). Where there are no frames, on a server, it runs in the next microtask too.
 */
export function createFrameScheduler(): FrameScheduler {
  const tasks = new Set<() => void>();
  let frame: number | undefined;
  let queued = false;
  let lastRunAt = -leastMs;

  function onFrame(now: number): void {
    if (now - lastRunAt < leastMs) {
      frame = requestAnimationFrame(onFrame);
      return;
    }
    lastRunAt = now;
    flush();
  }

  function flush(): void {
    if (frame !== undefined) cancelAnimationFrame(frame);
    frame = undefined;
    queued = false;
    const now = [...tasks];
    tasks.clear();
    for (const task of now) task();
  }

  return {
    request(task) {
      tasks.add(task);
      if (typeof requestAnimationFrame === "function" && !globalThis.document?.hidden) {
        frame ??= requestAnimationFrame(onFrame);
      } else if (!queued) {
        // Also when a frame was asked for before the tab was hidden: that frame may never come.
        queued = true;
        queueMicrotask(flush);
      }
    },
    flush,
  };
}
