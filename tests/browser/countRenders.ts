/** The part of a fiber that says whether its component ran. */
interface Fiber {
  tag: number;
  flags: number;
  type: unknown;
  child: Fiber | null;
  sibling: Fiber | null;
  alternate: Fiber | null;
}

interface DevToolsHook {
  onCommitFiberRoot?: (
    ...args: [renderer: unknown, root: { current: Fiber }, ...rest: unknown[]]
  ) => void;
  [key: string]: unknown;
}

const page = globalThis as { __REACT_DEVTOOLS_GLOBAL_HOOK__?: DevToolsHook };

// React takes the hook when it is loaded, so this module has to be imported before it.
page.__REACT_DEVTOOLS_GLOBAL_HOOK__ ??= {
  supportsFiber: true,
  renderers: new Map(),
  inject: () => 1,
  onCommitFiberUnmount: () => {},
  onPostCommitFiberRoot: () => {},
};
const hook = page.__REACT_DEVTOOLS_GLOBAL_HOOK__;

/** Function, class, `forwardRef` and two kinds of `memo` components. */
const components = new Set([0, 1, 11, 14, 15]);
const performedWork = 1;

function countIn(fiber: Fiber): number {
  const { alternate } = fiber;
  const ran = components.has(fiber.tag) && (fiber.flags & performedWork) !== 0;
  let count = ran ? 1 : 0;
  // The same children as before: nothing below was looked at.
  if (alternate && alternate.child === fiber.child) return count;
  for (let child = fiber.child; child; child = child.sibling) count += countIn(child);
  return count;
}

/** Counts the components that React runs from now on, as its developer tools do. Call the result for the number so far. */
export function countRenders(): () => number {
  let count = 0;
  const before = hook.onCommitFiberRoot;
  hook.onCommitFiberRoot = (renderer, root, ...rest) => {
    count += countIn(root.current);
    before?.call(hook, renderer, root, ...rest);
  };
  return () => {
    hook.onCommitFiberRoot = before!;
    return count;
  };
}
