// Import this before anything that imports React DOM: it looks for the hook when it is loaded.

interface Fiber {
  tag: number;
  flags: number;
  alternate: Fiber | null;
  child: Fiber | null;
  sibling: Fiber | null;
}

/** What React did in the commits since the last reset. */
export interface ReactWork {
  commits: number;
  /** How many components were called. */
  rendered: number;
  /** How many elements and components React looked at, those it found unchanged included. */
  visited: number;
}

const work: ReactWork = { commits: 0, rendered: 0, visited: 0 };
/** Functions, `forwardRef` and `memo`. */
const COMPONENTS = new Set([0, 11, 14, 15]);
const PERFORMED_WORK = 1;

/** Follows what changed, as the developer tools do: a subtree that was skipped is the same object as before. */
function visit(fiber: Fiber): void {
  const before = fiber.alternate;
  work.visited += 1;
  if (COMPONENTS.has(fiber.tag) && (!before || fiber.flags & PERFORMED_WORK)) work.rendered += 1;
  if (before && fiber.child === before.child) return;
  for (let child = fiber.child; child; child = child.sibling) visit(child);
}

Object.assign(globalThis, {
  __REACT_DEVTOOLS_GLOBAL_HOOK__: {
    supportsFiber: true,
    renderers: new Map(),
    inject: () => 1,
    onCommitFiberUnmount: () => {},
    onPostCommitFiberRoot: () => {},
    onCommitFiberRoot: (_id: number, root: { current: Fiber }) => {
      work.commits += 1;
      visit(root.current);
    },
  },
});

/** Starts to count again. */
export function resetWork(): void {
  Object.assign(work, { commits: 0, rendered: 0, visited: 0 });
}

/** What was counted. */
export function countedWork(): ReactWork {
  return { ...work };
}
