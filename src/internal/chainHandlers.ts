interface Preventable {
  defaultPrevented: boolean;
}

/** One event handler of two: the user's runs first and cancels ours with `preventDefault()`. */
export function chainHandlers<E extends Preventable>(
  user: ((event: E) => void) | undefined,
  ours: (event: E) => void,
): (event: E) => void {
  return (event) => {
    user?.(event);
    if (!event.defaultPrevented) ours(event);
  };
}
