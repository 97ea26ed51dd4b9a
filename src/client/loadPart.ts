import { ChatError } from "./errors.js";

/**
 * Loads a part of this package that not everybody needs.
 *
 * @param load A dynamic import.
 * @throws ChatError `network` where it cannot be had.
 */
export async function loadPart<T>(load: () => Promise<T>): Promise<T> {
  try {
    return await load();
  } catch (cause) {
    throw new ChatError(
      "network",
      "A part of this page could not be loaded. You may be offline, or the page is newer by now: reload it.",
      { cause },
    );
  }
}
