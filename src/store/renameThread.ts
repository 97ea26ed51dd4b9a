import { toHistoryError } from "../client/historyError.js";
import type { ChatPersistence } from "../client/threads.js";
import { threadTitle } from "./threadTitle.js";

/** How often somebody else may save in between. */
const mostAttempts = 5;

/**
 * Calls a thread something else; an empty title is that of its first question again. Nothing where it is not kept.
 * @throws Whatever the storage does.
 */
export async function renameThread(
  persistence: ChatPersistence,
  id: string,
  title: string,
): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    const thread = await persistence.load(id);
    if (!thread) return;
    const name = title.trim() || threadTitle(thread.messages);
    try {
      await persistence.save(id, { ...thread, title: name, revision: thread.revision + 1 });
      return;
    } catch (error) {
      if (toHistoryError(error).code !== "conflict" || attempt === mostAttempts) throw error;
    }
  }
}
