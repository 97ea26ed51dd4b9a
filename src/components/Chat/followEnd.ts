import { isLost, shiftOf, takeAnchor, type ScrollAnchor } from "./scrollAnchor.js";
import { selectedRange } from "../selection/selectedRange.js";

/** How near the end counts as being there, in CSS pixels. */
const slack = 24;

const upwards = new Set(["ArrowUp", "PageUp", "Home"]);

/** What `followEnd` needs. */
export interface FollowEndOptions {
  /** The element that scrolls. */
  scroller: HTMLElement;
  /** What grows at its end. Where something else in the scroller changes its size, call `follow`. */
  content: HTMLElement;
  /** Told whether the end is in view, each time it may have changed. */
  onAtEnd: (atEnd: boolean) => void;
}

/** Keeps a view where its reader wants it. Owned by whoever made it, who calls `stop`. */
export interface EndFollower {
  /** To be called when something has changed its size and the next frame is not shown yet. */
  follow: () => void;
  /** Goes to the end and stays there. */
  toEnd: () => void;
  /** Removes all listeners and observers. */
  stop: () => void;
}

/**
 * Keeps the end in view while content grows, until the reader moves away from it by whatever means: wheel, touch, keys, a
 * dragged scrollbar, selecting, find-in-page. Then it keeps in place what the reader sees, whatever grows or shrinks above
 * it. Coming back to the end takes it up again. It looks at the layout once a frame, after it is done.
 */
export function followEnd({ scroller, content, onAtEnd }: FollowEndOptions): EndFollower {
  let stuck = true;
  /** A finger or the mouse is down on the text: it must not move away underneath. */
  let held = false;
  let anchor: ScrollAnchor = [];
  let lastTop = scroller.scrollTop;
  let lastHeight = scroller.scrollHeight;

  const distance = (): number => scroller.scrollHeight - scroller.clientHeight - scroller.scrollTop;
  const isHidden = (): boolean => scroller.clientHeight === 0;

  function remember(): void {
    lastTop = scroller.scrollTop;
    lastHeight = scroller.scrollHeight;
    onAtEnd(stuck || distance() <= slack);
  }

  function setStuck(next: boolean): void {
    stuck = next;
    // Taken once for each place the reader chose, so that rounded corrections do not add up.
    anchor = stuck ? [] : takeAnchor(scroller);
  }

  function follow(): void {
    if (isHidden()) return;
    const isSelecting = stuck && scroller.scrollHeight > lastHeight && holdsSelection(scroller);
    if (isSelecting) setStuck(false);
    if (!stuck) keepPlace();
    else if (!held) scroller.scrollTo({ top: scroller.scrollHeight, behavior: "instant" });
    remember();
  }

  function keepPlace(): void {
    const shift = shiftOf(anchor, scroller);
    if (Math.abs(shift) >= 1) scroller.scrollBy({ top: shift, behavior: "instant" });
    if (isLost(anchor, scroller)) anchor = takeAnchor(scroller);
  }

  function onScroll(): void {
    const moved = scroller.scrollTop - lastTop;
    // What was scrolled here has been remembered.
    if (moved === 0 || isHidden()) return;
    // Going up with the content unchanged is the reader's doing, however little. A shrinking content moves the view by
    // itself; so do a growing view and Safari's bounce, which both end at the very end.
    const wentUp = moved < 0 && scroller.scrollHeight >= lastHeight && distance() >= 1;
    setStuck(!wentUp && (stuck || distance() <= slack));
    remember();
  }

  /** The reader is about to go up. Known before the view moves, so that nothing pulls it back meanwhile. */
  function leave(): void {
    if (!stuck || scroller.scrollTop <= 0) return;
    setStuck(false);
    remember();
  }

  function onWheel(event: WheelEvent): void {
    const isUpwards = event.deltaY < 0 && Math.abs(event.deltaY) > Math.abs(event.deltaX);
    if (isUpwards && !event.ctrlKey && !event.shiftKey && !scrollsInside(event, scroller)) leave();
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.defaultPrevented || isEditable(event.target)) return;
    if (upwards.has(event.key) || (event.key === " " && event.shiftKey)) leave();
  }

  function hold(event: Event): void {
    // A press on the scroller itself is one on its scrollbar, whose end is not always told.
    const isTouch = "pointerType" in event && event.pointerType === "touch";
    if (!isTouch && event.target !== scroller) held = true;
  }

  function release(event: Event): void {
    // A finger that scrolls gives up its pointer, yet stays on the glass: its end is told by touch events.
    if (!held || ("pointerType" in event && event.pointerType === "touch")) return;
    held = "touches" in event && (event as TouchEvent).touches.length > 0;
    follow();
  }

  const observer = new ResizeObserver(follow);
  observer.observe(content);
  observer.observe(scroller);
  const listening = new AbortController();
  const passive = { passive: true, signal: listening.signal };
  scroller.addEventListener("scroll", onScroll, passive);
  scroller.addEventListener("wheel", onWheel, passive);
  scroller.addEventListener("keydown", onKeyDown, passive);
  scroller.addEventListener("touchstart", hold, passive);
  scroller.addEventListener("pointerdown", hold, passive);
  for (const type of ["touchend", "touchcancel", "pointerup", "pointercancel"] as const)
    scroller.ownerDocument.addEventListener(type, release, { ...passive, capture: true });
  follow();

  return {
    follow,
    toEnd() {
      setStuck(true);
      scroller.scrollTo({ top: scroller.scrollHeight, behavior: "instant" });
      remember();
    },
    stop() {
      observer.disconnect();
      listening.abort();
    },
  };
}

function holdsSelection(scroller: HTMLElement): boolean {
  const range = selectedRange(scroller);
  return (
    range !== undefined &&
    (scroller.contains(range.startContainer) || scroller.contains(range.endContainer))
  );
}

/** Whether something between the event and the scroller takes an upward scroll for itself. */
function scrollsInside({ target }: Event, scroller: Element): boolean {
  let element = target instanceof Element ? target : null;
  while (element && element !== scroller) {
    if (element.scrollTop > 0) return true;
    element = element.parentElement;
  }
  return false;
}

function isEditable(target: EventTarget | null): boolean {
  return target instanceof Element && target.matches("input, textarea, select, [contenteditable]");
}
