"use client";
import type { UIMessage } from "../../client/messages.js";
import type { PreflightFinding, RemedyId } from "../../client/preflight.js";
import { dropOldestTurns, removeFiles } from "../../client/remedies.js";
import { useChatState } from "../../hooks/useMessage.js";
import { useChatContext, useDraftContext } from "./ChatContext.js";
import type { HeldAction } from "./useHeldAction.js";

/** What can be done here and now about a finding. What is missing has no button. */
export type Remedies = Partial<Record<RemedyId, (finding: PreflightFinding) => void>>;

/** What the remedies of a composer depend on. */
export interface RemedyOptions {
  draft: UIMessage | undefined;
  /** What was asked for in the draft's place, where something was. */
  held: HeldAction;
  /** What estimated tokens are multiplied by. */
  ratio: number;
  /** Whether an error stands against sending. */
  isRefused: boolean;
}

/** The remedies of a composer. */
export function useRemedies({ draft, held, ratio, isRefused }: RemedyOptions): Remedies {
  const { store, labels, openModelPicker } = useChatContext();
  const { choice, attachments, modelInfo, systemMessage, configuration } = useDraftContext();
  const { maxTokens } = configuration.config;
  const { request } = held;
  // The last question and its answer go only where nothing could be asked otherwise.
  const fewest = isRefused || request ? 0 : 2;
  const hasMessages = useChatState(store, ({ order }) => order.length > fewest);
  // Without a draft the last turn is what is asked.
  const hasOldTurns =
    request && !request.draft
      ? request.messages.filter(({ role }) => role === "user").length > 1
      : hasMessages;

  function remove({ files }: PreflightFinding): void {
    for (const { id, part } of attachments.attachments) {
      if (part && files.includes(part)) attachments.remove(id);
    }
    const messages = store.getMessages();
    const kept = removeFiles(messages, files, labels.fileRemoved);
    if (kept.some((message, index) => message !== messages[index])) store.setMessages(kept);
    held.dropFiles(files);
  }

  function drop(): void {
    if (!modelInfo) return;
    // The next message may still be without a word, but it is the one that will be asked.
    const written = draft ?? { id: "draft", role: "user", parts: [] };
    const asked = request ?? { messages: store.getMessages(), draft: written };
    const rules = { system: systemMessage, model: modelInfo, maxTokens, ratio };
    const kept = new Set(dropOldestTurns({ ...asked, ...rules }));
    const dropped = new Set(asked.messages.filter((message) => !kept.has(message)));
    store.setMessages((messages) => messages.filter((message) => !dropped.has(message)));
  }

  return {
    ...(choice.canChoose && { choose_model: openModelPicker }),
    remove_images: remove,
    remove_files: remove,
    ...(hasOldTurns && { drop_oldest_turns: drop }),
  };
}
