/**
 * Calls a function of the app's. What it throws is reported as an uncaught error, as from an event handler, and stops
 * nothing of ours.
 */
export function callHost<T>(callback: ((value: T) => void) | undefined, value: T): void {
  try {
    callback?.(value);
  } catch (error) {
    queueMicrotask(() => {
      throw error;
    });
  }
}
