import type { AppendLogReader } from "../../store/appendLog.js";

/** In how many frames what waits is shown, at most: a part of it in each, so that more waiting is shown faster. */
const FRAMES = 6;

/**
 * A source that gives out the text of another evenly: in each frame a share of what waits, so that the lag is a few frames
 * whatever the speed. All of it at once when the other has ended or nobody sees the page.
 */
export function paceSource(source: AppendLogReader): AppendLogReader {
  const listeners = new Set<() => void>();
  let shown = source.length;
  let frame: number | undefined;
  let stop: (() => void) | undefined;

  function step(): void {
    frame = undefined;
    const waiting = source.length - shown;
    if (waiting === 0 && !source.ended) return;
    if (source.ended || document.hidden) shown = source.length;
    else {
      shown += Math.ceil(waiting / FRAMES);
      // Half a surrogate pair would be a sign nobody knows for a frame.
      if (isHighSurrogate(source.since(shown - 1))) shown = Math.min(shown + 1, source.length);
    }
    for (const listener of listeners) listener();
    if (shown < source.length) request();
  }

  function request(): void {
    frame ??= requestAnimationFrame(step);
  }

  /** Called at most once a frame by `source`. */
  function arrive(): void {
    if (!source.ended && !document.hidden) return request();
    if (frame !== undefined) cancelAnimationFrame(frame);
    step();
  }

  return {
    get length() {
      return shown;
    },
    get ended() {
      return source.ended;
    },
    since: (position) => source.since(position).slice(0, Math.max(0, shown - position)),
    subscribe(listener) {
      listeners.add(listener);
      stop ??= source.subscribe(arrive);
      if (shown < source.length) request();
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        stop?.();
        stop = undefined;
        if (frame !== undefined) cancelAnimationFrame(frame);
        frame = undefined;
      };
    },
  };
}

const isHighSurrogate = (text: string): boolean => /^[\ud800-\udbff]/.test(text);
