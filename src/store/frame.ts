/** Gathers work and does it once an animation frame. Owned by one chat store. */
export interface FrameScheduler {
  /** Asks for `task` in the next frame. Asking twice before it ran is asking once. */
  request(task: () => void): void;
  /** Does now what is waiting. */
  flush(): void;
}

/**
 * A scheduler that runs at most once an animation frame while the tab is visible, and in the next microtask while it is
 * hidden (browsers stop animation frames there, and an answer must not wait for the tab to be looked at). Where there are
 * no frames, on a server, it runs in the next microtask too.
 */
export function createFrameScheduler(): FrameScheduler {
  const tasks = new Set<() => void>();
  let frame: number | undefined;
  let queued = false;

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
        frame ??= requestAnimationFrame(flush);
      } else if (!queued) {
        // Also when a frame was asked for before the tab was hidden: that frame may never come.
        queued = true;
        queueMicrotask(flush);
      }
    },
    flush,
  };
}
