import type { AnyUIMessage } from "../client/messages.js";

/** What is written: a `Conversation`, or a list of messages of ours or of the AI SDK. */
export type AnyConversation =
  | readonly AnyUIMessage[]
  | {
      readonly messages: readonly AnyUIMessage[];
      readonly branches?: readonly AnyUIMessage[] | undefined;
    };

/** The messages shown. */
export function messagesOf(conversation: AnyConversation): readonly AnyUIMessage[] {
  return "messages" in conversation ? conversation.messages : conversation;
}
