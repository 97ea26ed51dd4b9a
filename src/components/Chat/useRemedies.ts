"use client";
import type { UIMessage } from "../../client/messages.js";
import type { PreflightFinding, RemedyId } from "../../client/preflight.js";
import { dropOldestTurns, removeFiles } from "../../client/remedies.js";
import { useChatState } from "../../hooks/useMessage.js";
import { useChatContext, useDraftContext } from "./ChatContext.js";

/** What can be done here and now about a finding. What is missing has no button. */
export type Remedies = Partial<Record<RemedyId, (finding: PreflightFinding) => void>>;

/** What the remedies of a composer depend on. */
export interface RemedyOptions {
  draft: UIMessage | undefined;
  /** What estimated tokens are multiplied by. */
  ratio: number;
  /** Whether an error stands against sending. */
  isRefused: boolean;
}

/** The remedies of a composer. */
export function useRemedies({ draft, ratio, isRefused }: RemedyOptions): Remedies {
  const { store, openModelPicker } = useChatContext();
  const { choice, attachments, modelInfo, systemMessage, maxTokens } = useDraftContext();
  // The last question and its answer go only where nothing could be asked otherwise.
  const hasOldTurns = useChatState(store, ({ order }) => order.length > (isRefused ? 0 : 2));

  function remove({ files }: PreflightFinding): void {
    for (const { id, part } of attachments.attachments) {
      if (part && files.includes(part)) attachments.remove(id);
    }
    const messages = store.getMessages();
    const kept = removeFiles(messages, files);
    if (kept.some((message, index) => message !== messages[index])) store.setMessages(kept);
  }

  function drop(): void {
    if (!modelInfo) return;
    const system = systemMessage;
    const messages = store.getMessages();
    // The next message may still be without a word, but it is the one that will be asked.
    const asked = draft ?? { id: "draft", role: "user", parts: [] };
    store.setMessages(
      dropOldestTurns({ messages, draft: asked, system, model: modelInfo, maxTokens, ratio }),
    );
  }

  return {
    ...(choice.canChoose && { choose_model: openModelPicker }),
    remove_images: remove,
    remove_files: remove,
    ...(hasOldTurns && { drop_oldest_turns: drop }),
  };
}
