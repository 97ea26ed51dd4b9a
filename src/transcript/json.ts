import type { Conversation } from "../client/conversation.js";
import { ChatError } from "../client/errors.js";
import { asFields, asList } from "../client/looseJSON.js";
import { type AnyConversation, messagesOf } from "./anyConversation.js";
import { plainJSON } from "./plainJSON.js";
import { readMessages } from "./readParts.js";

/** The newest version of the form with branches. */
const version = 1;

/**
 * Writes a conversation as JSON. One without branches is the AI SDK's `UIMessage[]` and nothing more; with branches it is
 * `{ polylogue: 1, messages, branches }`. What is no plain data, such as a node to show, is described in brackets.
 *
 * @throws ChatError `bad_request` where something in it refuses to be read.
 */
export function toJSON(conversation: AnyConversation): string {
  const messages = messagesOf(conversation);
  const { branches = [] } = "messages" in conversation ? conversation : {};
  return plainJSON(branches.length > 0 ? { polylogue: version, messages, branches } : messages, 2);
}

/**
 * Reads a conversation: what `toJSON` wrote, a `UIMessage[]` of the AI SDK (v5 to v7), or an object with such a list as
 * `messages`; as text or parsed. Sound messages come out unchanged; of a damaged one as much is kept as can be shown.
 *
 * @throws ChatError `bad_request` where there is no message to be found, or the form is of a later version.
 */
export function fromJSON(json: unknown): Conversation {
  const value = typeof json === "string" ? parseJSON(json) : json;
  const given = asFields(value);
  if (typeof given["polylogue"] === "number" && given["polylogue"] > version) {
    throw new ChatError(
      "bad_request",
      `The conversation was saved by a later version of Polylogue (form ${given["polylogue"]}; this one reads ${version}). Update Polylogue to open it.`,
    );
  }
  const list = Array.isArray(value) ? value : given["messages"];
  const taken = new Set<string>();
  const messages = readMessages(list, taken);
  if (!Array.isArray(list) || (messages.length === 0 && list.length > 0)) throw noConversation();
  const branches = readMessages(asList(given["branches"]), taken);
  return { messages, ...(branches.length > 0 && { branches }) };
}

/** @throws ChatError `bad_request` for what is no JSON. */
export function parseJSON(text: string): unknown {
  try {
    // Some editors put a mark of byte order before it.
    return JSON.parse(text.replace(/^\uFEFF/, "")) as unknown;
  } catch (cause) {
    throw new ChatError(
      "bad_request",
      "The file is not valid JSON, so there is no conversation to read. Export it again.",
      { cause },
    );
  }
}

/** The error of a file that holds something else. */
export function noConversation(): ChatError {
  return new ChatError(
    "bad_request",
    "There is no conversation in this file. Choose one that was exported from a chat.",
  );
}
