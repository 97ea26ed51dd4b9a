import type { Conversation } from "../client/conversation.js";
import type { AnyConversation } from "./anyConversation.js";
import { fromJSON, toJSON } from "./json.js";
import { fromMarkdown, toMarkdown } from "./markdown.js";
import { saveFile } from "./saveFile.js";

/** How a conversation is saved. */
export interface DownloadOptions {
  /** `markdown` to read, or `json` to open it again with everything in it. Default `markdown`. */
  as?: "markdown" | "json" | undefined;
  /** The name of the file, without an ending. Default `chat`. */
  name?: string | undefined;
}

/**
 * Hands a conversation to the person as a file, the way the browser saves downloads. Needs a page.
 *
 * @throws ChatError `bad_request` where something in it refuses to be read.
 */
export function downloadConversation(
  conversation: AnyConversation,
  { as = "markdown", name = "chat" }: DownloadOptions = {},
): void {
  if (as === "json") saveFile(`${name}.json`, toJSON(conversation), "application/json");
  else saveFile(`${name}.md`, toMarkdown(conversation), "text/markdown");
}

/**
 * Reads a file that was saved so, whatever it is called: JSON or Markdown.
 *
 * @throws ChatError `bad_request` for any other file.
 */
export async function readConversationFile(file: Blob): Promise<Conversation> {
  const text = await file.text();
  return /^\s*[[{]/.test(text.replace(/^\uFEFF/, "")) ? fromJSON(text) : fromMarkdown(text);
}
