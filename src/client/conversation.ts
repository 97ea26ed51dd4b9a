import type { UIMessage } from "./messages.js";

/**
 * A whole conversation as it is kept and passed on: what is shown, in order, and beside it what other branches hold. The
 * messages of a conversation without branches are the AI SDK's `UIMessage[]` and nothing more.
 */
export interface Conversation {
  /** The messages shown, oldest first. */
  messages: UIMessage[];
  /**
   * Messages of the branches that are not shown. Each says in `metadata.parentId` which message it follows; one that
   * follows none begins the conversation. Default: none.
   */
  branches?: UIMessage[] | undefined;
}
