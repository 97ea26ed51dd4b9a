import { ChatError } from "./errors.js";

/** What people are told where a part of this package cannot be had. */
export const partMissing = "Part of this page could not be loaded. Reload the page.";

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
    throw new ChatError("network", partMissing, { cause });
  }
}
