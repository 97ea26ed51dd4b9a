"use client";
import { useEffect, useRef, useState, type ReactElement } from "react";
import { useChatContext } from "./ChatContext.js";
import { isBusy, type ChatState } from "../../store/chatState.js";
import { snapshotPart } from "../../store/storedMessage.js";
import type { ChatStore } from "../../store/chatStore.js";
import type { ChatLabels } from "../labels.js";

/** How much of an answer is read out; the whole is in the log. */
const spokenLength = 600;

/** Tells assistive technology that an answer is being made and, once, what it was. Errors speak for themselves. */
export function Announcer(): ReactElement {
  const { store, labels } = useChatContext();
  const [words, setWords] = useState("");
  const latest = useRef(labels);
  useEffect(() => {
    latest.current = labels;
  }, [labels]);

  useEffect(() => followAnswers(store, setWords, () => latest.current), [store]);

  return (
    <div data-pl-announcer="" role="status" aria-live="polite">
      {words}
    </div>
  );
}

function followAnswers(
  store: ChatStore,
  say: (words: string) => void,
  labelsOf: () => ChatLabels,
): () => void {
  let result = "";
  return store.state.subscribe((now, before) => {
    const labels = labelsOf();
    if (now.queue.length > before.queue.length) say(labels.announceQueued);
    if (isBusy(now) && !isBusy(before)) {
      // A message that waited is sent as soon as an answer has ended, which is to be heard all the same.
      say([result, labels.announceAnswering].filter(Boolean).join(" "));
    }
    if (!isBusy(now) && isBusy(before)) {
      result = resultOf(now, before, labels);
      say(result);
      queueMicrotask(() => (result = ""));
    }
  });
}

function resultOf(now: ChatState, before: ChatState, labels: ChatLabels): string {
  if (now.error) return "";
  if (now.comparison) {
    const answers = now.comparison.answers.filter(({ answerId }) => answerId !== undefined);
    return labels.announceCompared(answers.length);
  }
  const message = now.byId.get(before.run?.messageId ?? "");
  if (!message) return labels.announceStopped;
  const text = message.parts
    .map(snapshotPart)
    .map((part) => (part.type === "text" && "text" in part ? part.text : ""))
    .join(" ");
  const spoken = text.length > spokenLength ? `${text.slice(0, spokenLength)}…` : text;
  return message.metadata?.status === "stopped" ? `${labels.announceStopped} ${spoken}` : spoken;
}
